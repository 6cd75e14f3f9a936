package org.konbit.vault.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.konbit.database.Acting;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.Superuser;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.konbit.vault.Jobs;
import org.konbit.vault.RecordKind;
import org.konbit.vault.Retention;
import org.konbit.vault.SealedFields;
import org.konbit.vault.testing.Clients;
import org.konbit.vault.testing.KilledTransactions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

@KonbitTest
@Import({Clients.class, Superuser.class})
class RetentionTests {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 15);
  private static final RecordKind KIND =
      new RecordKind(
          "sample_client",
          "sample_client",
          "last_served",
          36,
          "The coalition's policy, 2026-01-01");

  @Autowired private Clients clients;
  @Autowired private Audit audit;
  @Autowired private SealedFields fields;
  @Autowired private JdbcClient jdbc;
  @Autowired private DataSource dataSource;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private Superuser superuser;
  @Autowired private Kinds declared;

  private final UUID harbor = UUID.randomUUID();
  private final UUID valley = UUID.randomUUID();
  private final Clock clock =
      Clock.fixed(
          TODAY.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC), ZoneId.of("America/New_York"));

  private Retention retention;

  @BeforeEach
  void makeATable() {
    clients.create();
    retention =
        new KeptRecords(
            kinds(), clocks(), new Holds(jdbc, fields, clock), audit, jdbc, transactions);
  }

  @AfterEach
  void dropIt() {
    clients.drop();
  }

  @Test
  void the_expiry_may_lock_and_destroy_records_of_every_kind_there_is() {
    assertThat(declared.all()).hasSizeGreaterThan(2);
    for (var kind : declared.all()) {
      assertThat(
              jdbc.sql(
                      """
                      SELECT has_table_privilege(:table, 'DELETE')
                         AND has_any_column_privilege(:table, 'UPDATE')
                      """)
                  .param("table", kind.table())
                  .query(Boolean.class)
                  .single())
          .as(kind.name())
          .isTrue();
    }
  }

  @Test
  void what_is_due_is_destroyed_and_nothing_else() {
    var due = client(harbor, TODAY.minusMonths(36));
    var notYet = client(harbor, TODAY.minusMonths(36).plusDays(1));
    var stillServed = client(harbor, null);
    var elsewhere = client(valley, LONG_AGO);

    expiry(transactions).run();

    assertThat(ids(harbor)).containsExactlyInAnyOrder(notYet, stillServed).doesNotContain(due);
    assertThat(ids(valley)).isEmpty();
    assertThat(as(harbor).call(() -> retention.reports(10)))
        .containsExactly(new Retention.Report(TODAY, "sample_client", TODAY.minusMonths(36), 1, 0));
    assertThat(auditor(harbor).call(() -> audit.entries(Long.MAX_VALUE, 10)))
        .filteredOn(entry -> entry.action() == AuditAction.DELETE)
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.ids()).containsExactly(due);
          assertThat(entry.roles()).containsExactly("system:retention");
        });
    assertThat(elsewhere).isNotNull();
  }

  @Test
  void a_hold_stops_destruction_for_its_scope_only_and_until_it_is_lifted() {
    var held = client(harbor, LONG_AGO);
    var notHeld = client(harbor, LONG_AGO);
    var hold =
        as(harbor).call(() -> retention.hold("sample_client", held, "Subpoena about Ana Pérez"));

    expiry(transactions).run();

    assertThat(ids(harbor)).containsExactly(held).doesNotContain(notHeld);
    assertThat(as(harbor).call(() -> retention.reports(1)).getFirst().held()).isEqualTo(1);
    assertThat(as(harbor).call(() -> retention.holds()))
        .singleElement()
        .satisfies(each -> assertThat(each.reason()).isEqualTo("Subpoena about Ana Pérez"));
    assertThat(isHeld(harbor, held)).isTrue();
    assertThat(isHeld(harbor, notHeld)).isFalse();
    assertThat(isHeld(valley, held)).isFalse();
    assertThat(as(harbor).call(() -> retention.lift(hold))).isTrue();
    assertThat(as(harbor).call(() -> retention.lift(hold))).isFalse();
    assertThat(isHeld(harbor, held)).isFalse();
    expiry(transactions).run();
    assertThat(ids(harbor)).isEmpty();
  }

  @Test
  void a_hold_on_a_kind_or_on_everything_stops_all_of_it_at_that_organisation() {
    var atHarbor = client(harbor, LONG_AGO);
    var atValley = client(valley, LONG_AGO);
    as(harbor).run(() -> retention.hold("sample_client", "audit of a grant"));
    as(valley).run(() -> retention.holdEverything("litigation"));
    var third = UUID.randomUUID();
    client(third, LONG_AGO);

    expiry(transactions).run();

    assertThat(ids(harbor)).containsExactly(atHarbor);
    assertThat(ids(valley)).containsExactly(atValley);
    assertThat(ids(third)).isEmpty();
    assertThat(isHeld(harbor, atHarbor)).isTrue();
    assertThat(isHeld(valley, atValley)).isTrue();
    assertThat(isHeld(third, atHarbor)).isFalse();
  }

  private boolean isHeld(UUID organisation, UUID record) {
    return as(organisation).call(() -> retention.isHeld("sample_client", record));
  }

  @Test
  void an_organisations_own_clock_holds_from_its_day_and_for_itself() {
    var kept = client(harbor, TODAY.minusMonths(40));
    client(valley, TODAY.minusMonths(40));
    as(harbor)
        .run(() -> {
          retention.setClock("sample_client", 84, TODAY.minusDays(1), "Counsel, 2026-11-01");
          retention.setClock("sample_client", 1, TODAY.plusDays(1), "Not yet");
        });

    expiry(transactions).run();

    assertThat(ids(harbor)).containsExactly(kept);
    assertThat(ids(valley)).isEmpty();
    assertThat(as(harbor).call(() -> retention.clocks()).getFirst().months()).isEqualTo(84);
    assertThat(as(valley).call(() -> retention.clocks()).getFirst().source())
        .isEqualTo("The coalition's policy, 2026-01-01");
  }

  @Test
  void a_clock_without_a_source_or_of_no_kind_is_refused() {
    assertThatThrownBy(
            () -> as(harbor).run(() -> retention.setClock("sample_client", 12, TODAY, " ")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> as(harbor).run(() -> retention.setClock("cat", 12, TODAY, "x")))
        .hasMessageContaining("no kind of record (cat)")
        .hasMessageContaining("sample_client");
    assertThatThrownBy(
            () -> as(harbor).run(() -> retention.setClock("sample_client", 0, TODAY, "x")))
        .hasMessageContaining("1 to 1,200 months");
  }

  @Test
  void as_many_as_there_are_go_whatever_way_the_planner_takes() {
    IntStream.range(0, 1_100).forEach(_ -> client(harbor, LONG_AGO));

    long destroyed = expiry(new LoopsAlone(transactions, jdbc)).run();

    assertThat(destroyed).isEqualTo(1_100);
    assertThat(ids(harbor)).isEmpty();
  }

  @Test
  void killed_at_any_moment_it_reports_just_what_it_did() {
    IntStream.range(0, 1_100).forEach(_ -> client(harbor, LONG_AGO));
    int moment = 1;

    boolean isOver = false;
    while (!isOver) {
      try {
        expiry(new KilledTransactions(transactions, moment)).run();
        isOver = true;
      } catch (KilledTransactions.Killed e) {
        moment++;
        assertThat(destroyedByReport() + ids(harbor).size()).isEqualTo(1_100);
        assertThat(destroyedByAudit()).isEqualTo(destroyedByReport());
      }
    }

    assertThat(moment).isGreaterThan(2);
    assertThat(destroyedByReport()).isEqualTo(1_100);
    assertThat(destroyedByAudit()).isEqualTo(1_100);
  }

  @Test
  @Timeout(60)
  void of_many_nodes_one_runs_it() throws Exception {
    var ran = new CountDownLatch(1);
    var due = client(harbor, LONG_AGO);
    superuser.sql().sql("DELETE FROM scheduled_tasks").update();
    var now = Clock.system(clock.getZone());
    var nodes =
        IntStream.range(0, 4)
            .mapToObj(_ ->
                Jobs.scheduler(
                    List.of(ExpiryJob.expiryEveryNight(expiry(transactions), now)),
                    dataSource,
                    now,
                    Duration.ofMillis(50)))
            .toList();
    try {
      nodes.forEach(node -> node.start());
      nodes.getFirst().reschedule(TaskInstanceId.of(ExpiryJob.NAME, "recurring"), LONG_AGO_INSTANT);
      while (destroyedByReport() == 0) {
        assertThat(ran.await(20, TimeUnit.MILLISECONDS)).isFalse();
      }
    } finally {
      nodes.forEach(node -> node.stop());
    }

    assertThat(ids(harbor)).doesNotContain(due);
    assertThat(
            superuser
                .sql()
                .sql("SELECT count(*) FROM scheduled_tasks WHERE execution_time > last_success")
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(destroyedByAudit()).isEqualTo(1);
  }

  /** The planner may only loop, and keeps nothing: a list within IN is made anew for each row. */
  private record LoopsAlone(PlatformTransactionManager manager, JdbcClient jdbc)
      implements PlatformTransactionManager {
    private static final List<String> OTHER_WAYS =
        List.of("hashagg", "hashjoin", "mergejoin", "sort", "material", "indexscan");

    @Override
    public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
      var status = manager.getTransaction(definition);
      OTHER_WAYS.forEach(way -> jdbc.sql("SET LOCAL enable_%s = off".formatted(way)).update());
      return status;
    }

    @Override
    public void commit(TransactionStatus status) {
      manager.commit(status);
    }

    @Override
    public void rollback(TransactionStatus status) {
      manager.rollback(status);
    }
  }

  private static final java.time.Instant LONG_AGO_INSTANT =
      LONG_AGO.atStartOfDay().toInstant(java.time.ZoneOffset.UTC);

  private UUID client(UUID organisation, LocalDate lastServed) {
    var id = clients.add(organisation, "Ana", "");
    clients.within(
        organisation,
        () ->
            jdbc.sql("UPDATE sample_client SET last_served = :day WHERE id = :id")
                .param("day", lastServed)
                .param("id", id)
                .update());
    return id;
  }

  private List<UUID> ids(UUID organisation) {
    return clients.within(
        organisation, () -> jdbc.sql("SELECT id FROM sample_client").query(UUID.class).list());
  }

  private long destroyedByReport() {
    return as(harbor).call(() -> retention.reports(100)).stream()
        .mapToLong(Retention.Report::destroyed)
        .sum();
  }

  private long destroyedByAudit() {
    return auditor(harbor).call(() -> audit.entries(Long.MAX_VALUE, 1_000)).stream()
        .filter(entry -> entry.action() == AuditAction.DELETE)
        .mapToLong(entry -> entry.ids().size())
        .sum();
  }

  private Expiry expiry(PlatformTransactionManager manager) {
    return new Expiry(kinds(), clocks(), audit, jdbc, manager);
  }

  private Clocks clocks() {
    return new Clocks(jdbc, clock);
  }

  private static Kinds kinds() {
    return new Kinds(
        new StaticListableBeanFactory(Map.of("kind", KIND)).getBeanProvider(RecordKind.class));
  }

  private static Acting as(UUID organisation) {
    return new Acting.Member(organisation, UUID.randomUUID(), Set.of("privacy_officer"), "policy");
  }

  private static Acting auditor(UUID organisation) {
    return new Acting.Member(organisation, UUID.randomUUID(), Set.of("auditor"), "review");
  }
}
