package org.konbit.vault.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.database.Acting;
import org.konbit.testing.KonbitTest;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.konbit.vault.AuditEntry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@KonbitTest
class AuditTests {
  private static final UUID CLIENT = UUID.randomUUID();
  private static final UUID OTHER_CLIENT = UUID.randomUUID();

  @Autowired private Audit audit;
  @Autowired private AuditCheck check;
  @Autowired private EntryRows rows;
  @Autowired private AuditKeys keys;
  @Autowired private JdbcClient jdbc;
  @Autowired private PlatformTransactionManager transactions;

  private final UUID harbor = UUID.randomUUID();
  private final UUID person = UUID.randomUUID();
  private final Acting navigator =
      new Acting.Member(harbor, person, Set.of("navigator", "volunteer"), "casework");
  private final Acting auditor =
      new Acting.Member(harbor, UUID.randomUUID(), Set.of("auditor"), "review");

  @Test
  void an_entry_says_who_for_whom_why_when_and_what() {
    within(navigator, () -> audit.note(AuditAction.READ, "client", List.of(CLIENT)));

    assertThat(entries())
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.seq()).isEqualTo(1);
          assertThat(entry.person()).contains(person);
          assertThat(entry.roles()).containsExactlyInAnyOrder("navigator", "volunteer");
          assertThat(entry.purpose()).isEqualTo("casework");
          assertThat(entry.action()).isEqualTo(AuditAction.READ);
          assertThat(entry.kind()).isEqualTo("client");
          assertThat(entry.ids()).containsExactly(CLIENT);
        });
  }

  @Test
  void what_one_request_does_is_noted_once_for_each_kind() {
    within(
        navigator,
        () -> {
          audit.note(AuditAction.READ, "client", List.of(CLIENT));
          audit.note(AuditAction.READ, "client", List.of(OTHER_CLIENT, CLIENT));
          audit.note(AuditAction.UPDATE, "household", List.of(CLIENT));
        });

    var entries = entries();
    assertThat(entries).extracting(AuditEntry::seq).containsExactly(2L, 1L);
    assertThat(entries.getLast().ids()).containsExactly(CLIENT, OTHER_CLIENT);
    assertThat(entries).extracting(AuditEntry::request).containsOnly(entries.getFirst().request());
  }

  @Test
  void what_was_rolled_back_was_not_done_but_a_refusal_stays() {
    assertThatThrownBy(() ->
            within(
                navigator,
                () -> {
                  audit.note(AuditAction.UPDATE, "client", List.of(CLIENT));
                  audit.noteApart(AuditAction.DENIED, "client", List.of(OTHER_CLIENT));
                  throw new IllegalArgumentException("refused");
                }))
        .hasMessage("refused");

    assertThat(entries()).extracting(AuditEntry::action).containsExactly(AuditAction.DENIED);
  }

  @Test
  void a_search_that_found_nobody_is_noted_too() {
    within(navigator, () -> audit.note(AuditAction.SEARCH, "client", List.of()));

    assertThat(entries().getFirst().ids()).isEmpty();
  }

  @Test
  void konbits_own_work_is_noted_under_its_name() {
    var system = new Acting.SystemActor(harbor, "retention", "expiry");

    within(system, () -> audit.note(AuditAction.DELETE, "client", List.of(CLIENT)));

    assertThat(entries().getFirst().person()).isEmpty();
    assertThat(entries().getFirst().roles()).containsExactly("system:retention");
  }

  @Test
  void who_looked_at_a_record_can_be_asked() {
    within(navigator, () -> audit.note(AuditAction.READ, "client", List.of(CLIENT)));
    within(navigator, () -> audit.note(AuditAction.READ, "client", List.of(OTHER_CLIENT)));

    assertThat(auditor.call(() -> audit.entriesAbout(CLIENT, Long.MAX_VALUE, 10)))
        .extracting(AuditEntry::seq)
        .containsExactly(1L);
    assertThat(auditor.call(() -> audit.entries(2, 10)))
        .extracting(AuditEntry::seq)
        .containsExactly(1L);
  }

  @Test
  void two_nodes_that_take_turns_and_one_that_fails_keep_one_chain() {
    var otherNode = new Chain(rows, keys, Clock.systemUTC(), transactions);
    for (int turn = 0; turn < 3; turn++) {
      within(navigator, () -> audit.note(AuditAction.READ, "client", List.of(CLIENT)));
      within(navigator, () -> otherNode.note(AuditAction.READ, "client", List.of(CLIENT)));
      within(navigator, () -> otherNode.note(AuditAction.READ, "client", List.of(OTHER_CLIENT)));
      assertThatThrownBy(() ->
              within(
                  navigator,
                  () -> {
                    otherNode.note(AuditAction.UPDATE, "client", List.of(CLIENT));
                    TransactionSynchronizationManager.registerSynchronization(new Failing());
                  }))
          .hasMessage("too late");
    }

    assertThat(entries().reversed())
        .extracting(AuditEntry::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 9).boxed().toList());
    assertThat(check.run().findings())
        .noneMatch(finding -> finding.toString().contains(harbor.toString()));
  }

  /** Ends a transaction when its entries are written already. */
  private static final class Failing implements TransactionSynchronization {
    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      throw new IllegalArgumentException("too late");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"navigator", "coalition_administrator", "researcher"})
  void only_those_who_audit_see_entries(String role) {
    within(navigator, () -> audit.note(AuditAction.READ, "client", List.of(CLIENT)));
    var other = new Acting.Member(harbor, person, Set.of(role), "curiosity");

    assertThat(other.call(() -> audit.entries(Long.MAX_VALUE, 10))).isEmpty();
    assertThat(entries()).hasSize(1);
  }

  @Test
  void another_organisations_auditor_sees_nothing() {
    within(navigator, () -> audit.note(AuditAction.READ, "client", List.of(CLIENT)));
    var elsewhere = new Acting.Member(UUID.randomUUID(), person, Set.of("auditor"), "review");

    assertThat(elsewhere.call(() -> audit.entries(Long.MAX_VALUE, 10))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_entry SET purpose = 'other'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "DELETE FROM audit_head",
        "DELETE FROM audit_register"
      })
  void the_application_cannot_change_what_was_noted(String sql) {
    within(navigator, () -> audit.note(AuditAction.READ, "client", List.of(CLIENT)));

    assertThatThrownBy(() -> within(auditor, () -> jdbc.sql(sql).update()))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void nothing_is_noted_where_it_could_not_be_kept() {
    assertThatThrownBy(
            () -> navigator.run(() -> audit.note(AuditAction.READ, "client", List.of(CLIENT))))
        .hasMessageContaining("want an open transaction");
    var readOnly = new TransactionTemplate(transactions);
    readOnly.setReadOnly(true);
    assertThatThrownBy(() ->
            navigator.run(() ->
                readOnly.executeWithoutResult(
                    _ -> audit.note(AuditAction.READ, "client", List.of(CLIENT)))))
        .hasMessageContaining("read-only");
    assertThatThrownBy(() ->
            within(
                new Acting.Self(person), () -> audit.note(AuditAction.READ, "client", List.of())))
        .hasMessageContaining("No organisation acts");
    assertThatThrownBy(
            () -> within(navigator, () -> audit.note(AuditAction.READ, "Ana Pérez", List.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sixty_four_writers_at_once_keep_the_chain() throws Exception {
    long writers = 64;
    long each = 10;
    var written = new ArrayList<Future<?>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int writer = 0; writer < writers; writer++) {
        written.add(
            threads.submit(() -> {
              for (int i = 0; i < each; i++) {
                within(
                    navigator,
                    () -> audit.note(AuditAction.UPDATE, "client", List.of(UUID.randomUUID())));
              }
            }));
      }
      for (var future : written) {
        future.get();
      }
    }

    var report = check.run();
    assertThat(report.findings())
        .noneMatch(finding -> finding.toString().contains(harbor.toString()));
    assertThat(auditor.call(() -> audit.entries(Long.MAX_VALUE, 1_000)))
        .extracting(AuditEntry::seq)
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, writers * each).boxed().toList());
  }

  private List<AuditEntry> entries() {
    return auditor.call(() -> audit.entries(Long.MAX_VALUE, 1_000));
  }

  private void within(Acting actor, Runnable work) {
    actor.run(() -> new TransactionTemplate(transactions).executeWithoutResult(_ -> work.run()));
  }
}
