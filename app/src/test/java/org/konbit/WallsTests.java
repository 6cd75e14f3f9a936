package org.konbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.database.Acting;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.WalledRows;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Walks every table there is: each is behind the wall between organisations, or stands in the
 * reviewed list of {@code docs/outside-the-walls.md}. It runs as the application's own role.
 */
@KonbitTest
class WallsTests {
  private static final String REFUSED = "42501"; // insufficient privilege, or a policy said no
  private static final String NOBODY_ACTS = "KB001";

  private static final String TABLES =
      """
      SELECT relname
        FROM pg_class
       WHERE relnamespace = 'public'::regnamespace
         AND relkind IN ('r', 'p')
         AND relname NOT LIKE 'flyway_schema_history_%'
       ORDER BY relname
      """;
  private static final String COLUMNS =
      """
      SELECT attname
        FROM pg_attribute
       WHERE attrelid = cast(:table AS regclass)
         AND attnum > 0
         AND NOT attisdropped
       ORDER BY attnum
      """;

  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transactions;
  @Autowired private GivenStaff given;
  @Autowired private List<WalledRows> planters;

  private final Tables listed = Tables.listed();
  private UUID harbor;
  private UUID valley;

  @BeforeEach
  void twoOrganisationsWithRowsEverywhere() {
    harbor = given.organisation("Harbor Clinic");
    valley = given.organisation("Valley Legal Aid");
    assertThat(planters).hasSizeGreaterThanOrEqualTo(2);
    planters.forEach(each -> each.plant(harbor));
    planters.forEach(each -> each.plant(valley));
  }

  @Test
  void every_table_is_behind_the_wall_or_in_the_reviewed_list() {
    var softly = new SoftAssertions();
    softly.assertThat(tables()).hasSizeGreaterThan(10).containsAll(listed.outside().keySet());
    softly.assertThat(tables()).containsAll(listed.withPolicies());
    softly.assertThat(tables()).containsAll(listed.published().keySet());
    for (String table : tables()) {
      if (listed.published().containsKey(table)) {
        softly
            .assertThat(columns(table))
            .as("columns of %s, read by all", table)
            .containsExactlyElementsOf(listed.published().get(table));
        softly.assertThat(isForced(table)).as("%s is forced behind the wall", table).isTrue();
      } else if (listed.outside().containsKey(table)) {
        softly
            .assertThat(columns(table))
            .as("columns of %s, outside the walls", table)
            .containsExactlyElementsOf(listed.outside().get(table));
      } else {
        softly.assertThat(isForced(table)).as("%s is forced behind the wall", table).isTrue();
        softly.assertThat(policies(table)).as("policies of %s", table).isNotEmpty();
        if (!listed.withPolicies().contains(table)) {
          softly
              .assertThat(policies(table))
              .as("policies of %s", table)
              .allMatch(policy ->
                  policy.startsWith("RESTRICTIVE")
                      || policy.equals("PERMISSIVE ALL (organisation_id = konbit_organisation())"));
        }
      }
    }
    softly.assertAll();
  }

  @Test
  void every_key_of_a_walled_table_begins_with_the_organisation() {
    var indexes =
        """
        SELECT a.attname
          FROM pg_index i
          JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
         WHERE i.indrelid = cast(:table AS regclass)
           AND i.indisunique
        """;
    var foreign =
        """
        SELECT c.conname
          FROM pg_constraint c
         WHERE c.conrelid = cast(:table AS regclass)
           AND c.contype = 'f'
           AND c.confrelid::regclass::text = ANY (string_to_array(:walled, ','))
           AND NOT EXISTS (
             SELECT 1
               FROM unnest(c.conkey, c.confkey) AS pair (mine, theirs)
               JOIN pg_attribute m ON m.attrelid = c.conrelid AND m.attnum = pair.mine
               JOIN pg_attribute t ON t.attrelid = c.confrelid AND t.attnum = pair.theirs
              WHERE m.attname = 'organisation_id' AND t.attname = 'organisation_id')
        """;
    var softly = new SoftAssertions();
    for (String table : walled()) {
      softly
          .assertThat(jdbc.sql(indexes).param("table", table).query(String.class).list())
          .as("first columns of the unique keys of %s", table)
          .isNotEmpty()
          .containsOnly("organisation_id");
      softly
          .assertThat(
              jdbc.sql(foreign)
                  .param("table", table)
                  .param("walled", String.join(",", walled()))
                  .query(String.class)
                  .list())
          .as("foreign keys of %s that leave the organisation out", table)
          .isEmpty();
    }
    softly.assertAll();
  }

  @Test
  void nobody_sees_or_changes_a_row_of_another_organisation_by_any_statement() {
    var softly = new SoftAssertions();
    for (String table : walled()) {
      softly
          .assertThat(within(valley, () -> own(table, valley)))
          .as("rows of %s that were planted, so that there is something to see", table)
          .isPositive();
      softly
          .assertThat(within(harbor, () -> own(table, valley)))
          .as("rows of the other organisation seen in %s", table)
          .isZero();
      for (String attack : attacks(table)) {
        softly.assertThat(changed(attack)).as("rows that (%s) changed", attack).isZero();
      }
      softly
          .assertThat(planted(table))
          .as("what happens to a row put into the other organisation's %s", table)
          .isEqualTo(REFUSED);
    }
    softly.assertAll();
  }

  @Test
  void everybody_reads_what_is_published_and_its_keeper_alone_writes_it() {
    var softly = new SoftAssertions();
    assertThat(listed.published()).hasSizeGreaterThanOrEqualTo(3);
    for (String table : listed.published().keySet()) {
      softly
          .assertThat(count(table))
          .as("rows of %s that nobody in particular sees", table)
          .isPositive();
      softly
          .assertThat(within(harbor, () -> own(table, valley)))
          .as("rows of the other organisation that are seen in %s", table)
          .isPositive();
      for (String attack : attacks(table)) {
        softly.assertThat(changed(attack)).as("rows that (%s) changed", attack).isZero();
      }
      softly
          .assertThat(planted(table))
          .as("what happens to a row put into the other organisation's %s", table)
          .isEqualTo(REFUSED);
      softly
          .assertThatThrownBy(() ->
              transactions.execute(
                  _ -> jdbc.sql("UPDATE %s SET document = '{}'".formatted(table)).update()))
          .as("a change of %s for nobody", table)
          .rootCause()
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isIn(NOBODY_ACTS, REFUSED));
    }
    softly.assertAll();
  }

  @Test
  void work_for_nobody_is_an_error_on_every_walled_table() {
    var softly = new SoftAssertions();
    for (String table : walled()) {
      softly
          .assertThatThrownBy(() -> count(table))
          .as(table)
          .rootCause()
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(NOBODY_ACTS));
    }
    softly.assertAll();
  }

  @Test
  void the_coalition_alone_changes_the_partners() {
    assertThat(within(harbor, () -> jdbc.sql("UPDATE organisation SET state = 'ACTIVE'").update()))
        .isZero();
    assertThatThrownBy(() ->
            within(
                harbor,
                () ->
                    jdbc.sql("INSERT INTO organisation (name, since) VALUES ('Planted', now())")
                        .update()))
        .isInstanceOf(DataAccessException.class);
  }

  @Test
  void nothing_in_the_database_gets_round_the_walls() {
    assertThat(
            jdbc.sql(
                    """
                    SELECT proname
                      FROM pg_proc
                     WHERE prosecdef
                       AND pronamespace = 'public'::regnamespace
                    """)
                .query(String.class)
                .list())
        .isEmpty();
    assertThat(
            jdbc.sql(
                    """
                    SELECT relname
                      FROM pg_class
                     WHERE relnamespace = 'public'::regnamespace
                       AND (relkind IN ('m', 'f')
                            OR relkind = 'v'
                               AND NOT coalesce('security_invoker=true' = ANY (reloptions), false))
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

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

  @Test
  void pooled_connections_and_virtual_threads_carry_nothing_over() throws Exception {
    var tables = walled();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var looks =
          IntStream.range(0, 1_500)
              .<Callable<Integer>>mapToObj(i ->
                  () -> {
                    boolean isHarbor = i % 2 == 0;
                    String table = tables.get(i / 2 % tables.size());
                    return within(
                        isHarbor ? harbor : valley, () -> own(table, isHarbor ? valley : harbor));
                  })
              .toList();
      for (var look : threads.invokeAll(looks)) {
        assertThat(look.get()).isZero();
      }
    }
  }

  private List<String> tables() {
    return jdbc.sql(TABLES).query(String.class).list();
  }

  /** Those with rows of one organisation each, whatever else their policies say. */
  private List<String> walled() {
    var walled =
        tables().stream()
            .filter(table -> !listed.outside().containsKey(table))
            .filter(table -> !listed.published().containsKey(table))
            .filter(table -> columns(table).contains("organisation_id"))
            .toList();
    assertThat(walled).contains("membership", "invitation", "key_ring", "audit_entry");
    return walled;
  }

  private List<String> columns(String table) {
    return jdbc.sql(COLUMNS).param("table", table).query(String.class).list();
  }

  private boolean isForced(String table) {
    return jdbc.sql(
            """
            SELECT relrowsecurity AND relforcerowsecurity
              FROM pg_class
             WHERE oid = cast(:table AS regclass)
            """)
        .param("table", table)
        .query(Boolean.class)
        .single();
  }

  private List<String> policies(String table) {
    return jdbc.sql(
            """
            SELECT concat_ws(' ', permissive, cmd, qual, with_check)
              FROM pg_policies
             WHERE schemaname = 'public'
               AND tablename = :table
            """)
        .param("table", table)
        .query(String.class)
        .list();
  }

  private static List<String> attacks(String table) {
    return List.of(
        "UPDATE %s SET organisation_id = organisation_id WHERE organisation_id = :other"
            .formatted(table),
        "UPDATE %s SET organisation_id = :other WHERE organisation_id = :own".formatted(table),
        "DELETE FROM %s WHERE organisation_id = :other".formatted(table));
  }

  /** How many rows an attack by Harbor's people changed; what is refused changes none. */
  private int changed(String attack) {
    try {
      return within(
          harbor, () -> jdbc.sql(attack).param("other", valley).param("own", harbor).update());
    } catch (DataAccessException e) {
      assertThat(sqlState(e)).as(attack).isEqualTo(REFUSED);
      return 0;
    }
  }

  /** The error that a copy of one's own row gets when it names the other organisation. */
  private String planted(String table) {
    String columns = String.join(", ", columns(table));
    String copied =
        columns(table).stream()
            .map(column -> column.equals("organisation_id") ? "cast(:other AS uuid)" : column)
            .collect(Collectors.joining(", "));
    try {
      within(
          harbor,
          () ->
              jdbc.sql(
                      "INSERT INTO %s (%s) SELECT %s FROM %s LIMIT 1"
                          .formatted(table, columns, copied, table))
                  .param("other", valley)
                  .update());
      return "it was kept";
    } catch (DataAccessException e) {
      return sqlState(e);
    }
  }

  private int own(String table, UUID organisation) {
    return jdbc.sql("SELECT count(*) FROM %s WHERE organisation_id = :id".formatted(table))
        .param("id", organisation)
        .query(Integer.class)
        .single();
  }

  private int count(String table) {
    return transactions.execute(
        _ -> jdbc.sql("SELECT count(*) FROM %s".formatted(table)).query(Integer.class).single());
  }

  // In every role there is, so that no policy keeps out for want of a role what it should for want
  // of the organisation. But for the coalition's administrator, who may do more to organisations.
  private <T> T within(UUID organisation, Supplier<T> work) {
    Set<String> roles =
        Arrays.stream(Role.values())
            .filter(role -> role != Role.COALITION_ADMINISTRATOR)
            .map(Role::key)
            .collect(Collectors.toSet());
    return new Acting.Member(organisation, UUID.randomUUID(), roles, "test")
        .call(() -> transactions.execute(_ -> work.get()));
  }

  private static String sqlState(DataAccessException failure) {
    return failure.getMostSpecificCause() instanceof SQLException sql
        ? String.valueOf(sql.getSQLState())
        : failure.toString();
  }
}
