package org.konbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.signin.GivenStaff;
import org.konbit.database.Acting;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.Superuser;
import org.konbit.testing.WalledRows;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Walks every table there is: each is behind the wall between organisations, or stands in the
 * reviewed list of {@code docs/outside-the-walls.md}. It runs as the application's own role.
 */
@KonbitTest
@Import(Superuser.class)
class WallsTests {
  // Asked for each row, or once for all of them; it is the same wall.
  private static final Set<String> WALLS =
      Set.of(
          "PERMISSIVE ALL (organisation_id = konbit_organisation())",
          "PERMISSIVE ALL (organisation_id = "
              + "( SELECT konbit_organisation() AS konbit_organisation))");

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
  @Autowired private Superuser superuser;
  @Autowired private List<RecurringTask<Void>> jobs;

  private final Tables listed = Tables.listed();
  private UUID harbor;
  private UUID valley;
  private Trespass trespass;

  @BeforeEach
  void twoOrganisationsWithRowsEverywhere() {
    harbor = given.organisation("Harbor Clinic");
    valley = given.organisation("Valley Legal Aid");
    trespass = new Trespass(jdbc, transactions, harbor, valley);
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
              .allMatch(policy -> policy.startsWith("RESTRICTIVE") || WALLS.contains(policy));
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
          .assertThat(trespass.rows(valley, table, valley))
          .as("rows of %s that were planted, so that there is something to see", table)
          .isPositive();
      softly
          .assertThat(trespass.rows(harbor, table, valley))
          .as("rows of the other organisation seen in %s", table)
          .isZero();
      trespass.everyWayIntoFails(softly, table, columns(table));
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
          .assertThat(trespass.rows(harbor, table, valley))
          .as("rows of the other organisation that are seen in %s", table)
          .isPositive();
      trespass.everyWayIntoFails(softly, table, columns(table));
      softly
          .assertThatThrownBy(() ->
              transactions.execute(_ ->
                  jdbc.sql("UPDATE %s SET organisation_id = organisation_id".formatted(table))
                      .update()))
          .as("a change of %s for nobody", table)
          .rootCause()
          .isInstanceOfSatisfying(
              SQLException.class,
              e -> assertThat(e.getSQLState()).isIn(NOBODY_ACTS, Trespass.REFUSED));
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

  /** Each says for whom it works, one organisation after another: else the walls would stop it. */
  @Test
  void no_job_works_for_nobody() {
    assertThat(jobs).hasSizeGreaterThanOrEqualTo(3);
    for (var job : jobs) {
      assertThat(Acting.current()).isEmpty();
      assertThatNoException()
          .as(job.getName())
          .isThrownBy(() -> job.executeRecurringly(null, null));
    }
  }

  @Test
  void the_coalition_alone_changes_the_partners() {
    assertThat(
            trespass.within(
                harbor, () -> jdbc.sql("UPDATE organisation SET state = 'ACTIVE'").update()))
        .isZero();
    assertThatThrownBy(() ->
            trespass.within(
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
  void nothing_lies_where_this_test_does_not_look() {
    var elsewhere =
        """
        SELECT oid::regclass::text
          FROM pg_class
         WHERE relkind IN ('r', 'p', 'v', 'm', 'f')
           AND relnamespace NOT IN ('public'::regnamespace, 'pg_catalog'::regnamespace,
                                    'information_schema'::regnamespace)
           AND relnamespace::regnamespace::text NOT LIKE 'pg_toast%'
           AND relpersistence <> 't'
        """;

    assertThat(jdbc.sql(elsewhere).query(String.class).list()).isEmpty();
  }

  @Test
  void a_view_shows_each_organisation_its_own() {
    superuser
        .sql()
        .sql(
            """
            CREATE VIEW walls_test_view WITH (security_invoker = true) AS
              SELECT organisation_id, person_id FROM membership
            """)
        .update();
    superuser.sql().sql("GRANT SELECT ON walls_test_view TO konbit_application").update();
    try {
      assertThat(views()).contains("walls_test_view");
      for (String view : views()) {
        assertThat(columns(view)).as("columns of the view %s", view).contains("organisation_id");
        assertThat(trespass.rows(harbor, view, valley)).as(view).isZero();
        assertThatThrownBy(() -> count(view)).as(view).isInstanceOf(DataAccessException.class);
      }
      assertThat(trespass.rows(valley, "walls_test_view", valley)).isPositive();
    } finally {
      superuser.sql().sql("DROP VIEW walls_test_view").update();
    }
  }

  private List<String> views() {
    return jdbc.sql(
            """
            SELECT relname
              FROM pg_class
             WHERE relnamespace = 'public'::regnamespace
               AND relkind IN ('v', 'm', 'f')
            """)
        .query(String.class)
        .list();
  }

  @Test
  void pooled_connections_and_virtual_threads_carry_nothing_over() throws Exception {
    var tables = walled();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var looks =
          IntStream.range(0, 1_500)
              .<Callable<Integer>>mapToObj(i ->
                  () ->
                      i % 2 == 0
                          ? trespass.rows(harbor, tables.get(i / 2 % tables.size()), valley)
                          : trespass.rows(valley, tables.get(i / 2 % tables.size()), harbor))
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

  private int count(String table) {
    return transactions.execute(
        _ -> jdbc.sql("SELECT count(*) FROM %s".formatted(table)).query(Integer.class).single());
  }
}
