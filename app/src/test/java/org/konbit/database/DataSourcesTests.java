package org.konbit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@KonbitTest
class DataSourcesTests {
  private record Role(boolean rolsuper, boolean rolbypassrls, boolean rolcreaterole) {}

  private static final String WHO =
      """
      SELECT rolsuper, rolbypassrls, rolcreaterole
        FROM pg_roles
       WHERE rolname = current_user
      """;

  @Autowired private DataSource application;

  @Autowired
  @Qualifier("ownerDataSource")
  private DataSource owner;

  @Test
  void the_application_and_the_owner_are_two_roles_and_neither_can_pass_a_wall() {
    for (DataSource each : new DataSource[] {application, owner}) {
      assertThat(JdbcClient.create(each).sql(WHO).query(Role.class).single())
          .isEqualTo(new Role(false, false, false));
    }
    assertThat(currentUser(application)).isEqualTo("konbit_application");
    assertThat(currentUser(owner)).isEqualTo("konbit_owner");
  }

  @Test
  void the_application_owns_nothing_and_can_make_nothing() {
    var jdbc = JdbcClient.create(application);

    assertThatThrownBy(() -> jdbc.sql("CREATE TABLE mine (id bigint)").update())
        .rootCause()
        .hasMessageContaining("permission denied for schema public");
    assertThatThrownBy(() -> jdbc.sql("SET ROLE konbit_owner").update())
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void a_failed_constraint_prints_no_row() {
    var jdbc = JdbcClient.create(owner);
    jdbc.sql("CREATE TABLE sample (word text PRIMARY KEY)").update();
    jdbc.sql("INSERT INTO sample (word) VALUES ('family')").update();

    assertThatThrownBy(() -> jdbc.sql("INSERT INTO sample (word) VALUES ('family')").update())
        .rootCause()
        .hasMessageContaining("duplicate key")
        .hasMessageNotContaining("family");
    jdbc.sql("DROP TABLE sample").update();
  }

  private static String currentUser(DataSource source) {
    return JdbcClient.create(source).sql("SELECT current_user").query(String.class).single();
  }
}
