package org.konbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The role under which the application works cannot lift a wall. */
@KonbitTest
class GrantsTests {
  @Autowired private JdbcClient jdbc;

  @Test
  void the_application_owns_nothing_and_may_only_do_what_was_granted() {
    String may =
        """
        SELECT relname || ' ' || privilege
          FROM pg_class,
               unnest(ARRAY['TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) AS privilege
         WHERE relnamespace = 'public'::regnamespace
           AND relkind IN ('r', 'p', 'v')
           AND (has_table_privilege(oid, privilege)
                OR pg_get_userbyid(relowner) = current_user)
        """;
    String histories =
        """
        SELECT relname
          FROM pg_class
         WHERE relname LIKE 'flyway_schema_history_%'
           AND relkind = 'r'
           AND has_table_privilege(oid, 'SELECT, INSERT, UPDATE, DELETE')
        """;

    assertThat(jdbc.sql(may).query(String.class).list()).isEmpty();
    assertThat(jdbc.sql(histories).query(String.class).list()).isEmpty();
    assertThatThrownBy(() -> jdbc.sql("CALL konbit_wall('sign_in')").update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }
}
