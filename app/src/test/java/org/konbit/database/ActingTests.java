package org.konbit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konbit.database.Acting.Member;
import org.konbit.database.Acting.SystemActor;
import org.konbit.testing.KonbitTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@KonbitTest
class ActingTests {
  private static final UUID HARBOR = UUID.fromString("00000000-0000-7000-8000-00000000000a");
  private static final UUID VALLEY = UUID.fromString("00000000-0000-7000-8000-00000000000b");
  private static final String WORDS = "SELECT word FROM walled_sample ORDER BY word";
  private static final String TOLD =
      """
      SELECT concat_ws(' ', current_setting('konbit.organisation', true),
                            current_setting('konbit.person', true),
                            current_setting('konbit.role', true))
      """;

  @Autowired private DataSource application;
  @Autowired private PlatformTransactionManager transactions;

  @Autowired
  @Qualifier("ownerDataSource")
  private DataSource owner;

  private JdbcClient jdbc;

  @BeforeEach
  void makeAWalledTable() {
    jdbc = JdbcClient.create(application);
    var tables = JdbcClient.create(owner);
    tables
        .sql(
            """
            CREATE TABLE walled_sample (
              organisation_id uuid NOT NULL,
              word text NOT NULL,
              PRIMARY KEY (organisation_id, word)
            )
            """)
        .update();
    tables
        .sql(
            "GRANT SELECT, INSERT, UPDATE, DELETE ON walled_sample TO %s"
                .formatted(Roles.APPLICATION))
        .update();
    tables.sql("CALL konbit_wall('walled_sample')").update();
  }

  @AfterEach
  void dropIt() {
    JdbcClient.create(owner).sql("DROP TABLE walled_sample").update();
  }

  @Test
  void each_organisation_sees_what_is_its_own() {
    add(HARBOR, "harbor");
    add(VALLEY, "valley");

    assertThat(words(HARBOR)).containsExactly("harbor");
    assertThat(words(VALLEY)).containsExactly("valley");
  }

  @Test
  void nobody_writes_into_another_organisation() {
    add(VALLEY, "valley");

    assertThatThrownBy(() ->
            within(
                as(HARBOR),
                () ->
                    jdbc.sql("INSERT INTO walled_sample VALUES (:id, 'planted')")
                        .param("id", VALLEY)
                        .update()))
        .rootCause()
        .hasMessageContaining("row-level security policy");
    assertThat(within(as(HARBOR), () -> jdbc.sql("UPDATE walled_sample SET word = 'x'").update()))
        .isZero();
    assertThat(within(as(HARBOR), () -> jdbc.sql("DELETE FROM walled_sample").update())).isZero();
    assertThat(words(VALLEY)).containsExactly("valley");
  }

  @Test
  void the_owner_of_the_table_is_bound_too() {
    add(HARBOR, "harbor");

    assertThatThrownBy(() -> JdbcClient.create(owner).sql(WORDS).query(String.class).list())
        .rootCause()
        .hasMessageContaining("no organisation acts");
  }

  @Test
  void work_for_nobody_is_an_error_even_where_there_is_nothing_to_see() {
    var tx = new TransactionTemplate(transactions);

    for (String sql :
        List.of(WORDS, "DELETE FROM walled_sample", "SELECT count(*) FROM walled_sample")) {
      assertThatThrownBy(() -> tx.execute(_ -> jdbc.sql(sql).query().listOfRows()))
          .rootCause()
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("no organisation acts");
    }
    add(HARBOR, "harbor");
    assertThatThrownBy(() -> tx.execute(_ -> jdbc.sql(WORDS).query().listOfRows()))
        .rootCause()
        .hasMessageContaining("no organisation acts");
  }

  @Test
  void work_outside_a_transaction_sees_nothing_either() {
    add(HARBOR, "harbor");

    assertThatThrownBy(() -> as(HARBOR).call(() -> jdbc.sql(WORDS).query(String.class).list()))
        .rootCause()
        .hasMessageContaining("no organisation acts");
  }

  @Test
  void the_database_is_told_who_acts_and_forgets_it_afterwards() {
    var person = UUID.randomUUID();
    var member = new Member(HARBOR, person, Set.of("navigator"), "casework");

    assertThat(within(member, this::told)).isEqualTo("%s %s navigator".formatted(HARBOR, person));
    assertThat(within(new SystemActor(HARBOR, "retention", "expiry"), this::told))
        .isEqualTo("%s  system:retention".formatted(HARBOR));
    assertThat(within(new Acting.Self(person), this::told)).isEqualTo(" %s ".formatted(person));
    assertThat(told().strip()).isEmpty();
  }

  @Test
  void what_a_connection_was_told_for_good_does_not_last_into_a_transaction() throws Exception {
    add(HARBOR, "harbor");
    var told = new SingleConnectionDataSource(application.getConnection(), true);
    try {
      JdbcClient.create(told)
          .sql("SELECT set_config('konbit.organisation', :id, false)")
          .param("id", HARBOR.toString())
          .query()
          .singleRow();
      var tx =
          new TransactionTemplate(
              new WalledTransactions(told, new FairShare(12, java.time.Duration.ofSeconds(10))));

      assertThatThrownBy(
              () -> tx.execute(_ -> JdbcClient.create(told).sql(WORDS).query().listOfRows()))
          .rootCause()
          .hasMessageContaining("no organisation acts");
    } finally {
      JdbcClient.create(told).sql("RESET ALL").update();
      told.destroy();
    }
  }

  @Test
  void a_transaction_does_not_change_hands() {
    var tx = new TransactionTemplate(transactions);

    assertThatThrownBy(() ->
            as(HARBOR)
                .call(() ->
                    tx.execute(_ -> as(VALLEY).call(() -> jdbc.sql(WORDS).query().listOfRows()))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("A transaction is open for another actor");
  }

  @Test
  void a_transaction_inside_another_sees_the_same_organisation() {
    add(HARBOR, "harbor");
    var inner = new TransactionTemplate(transactions);
    inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

    List<String> seen =
        within(as(HARBOR), () -> inner.execute(_ -> jdbc.sql(WORDS).query(String.class).list()));

    assertThat(seen).containsExactly("harbor");
  }

  @Test
  void many_organisations_share_few_connections_and_never_see_each_other() throws Exception {
    var organisations = IntStream.range(0, 40).mapToObj(_ -> UUID.randomUUID()).toList();
    organisations.forEach(each -> add(each, each.toString()));

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var looks =
          IntStream.range(0, 2_000)
              .mapToObj(i -> organisations.get(i % organisations.size()))
              .map(each -> (Callable<Boolean>) () -> words(each).equals(List.of(each.toString())))
              .toList();
      for (var look : threads.invokeAll(looks)) {
        assertThat(look.get()).isTrue();
      }
    }
  }

  @Test
  void a_thread_that_one_starts_begins_with_nobody_acting() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var seen = as(HARBOR).call(() -> threads.submit(Acting::current)).get();

      assertThat(seen).isEmpty();
    }
    assertThatThrownBy(Acting::now).isInstanceOf(NobodyActs.class);
  }

  @Test
  void a_role_that_would_read_as_two_is_refused() {
    assertThatThrownBy(() -> new Member(HARBOR, VALLEY, Set.of("navigator,auditor"), "casework"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void add(UUID organisation, String word) {
    within(
        as(organisation),
        () ->
            jdbc.sql("INSERT INTO walled_sample (organisation_id, word) VALUES (:id, :word)")
                .param("id", organisation)
                .param("word", word)
                .update());
  }

  private List<String> words(UUID organisation) {
    return within(as(organisation), () -> jdbc.sql(WORDS).query(String.class).list());
  }

  private String told() {
    return jdbc.sql(TOLD).query(String.class).single();
  }

  private static Acting as(UUID organisation) {
    return new SystemActor(organisation, "test", "test");
  }

  private <T> T within(Acting actor, java.util.function.Supplier<T> work) {
    return actor.call(() -> new TransactionTemplate(transactions).execute(_ -> work.get()));
  }
}
