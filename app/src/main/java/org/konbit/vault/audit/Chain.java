package org.konbit.vault.audit;

import com.google.crypto.tink.util.Bytes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.konbit.database.Acting;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.konbit.vault.AuditEntry;
import org.konbit.vault.transaction.PerTransaction;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Collects what a transaction does and appends it to the acting organisation's chain at its end.
 */
@Component
class Chain implements Audit {
  private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_]*");

  private record What(AuditAction action, String kind) {}

  /** What one transaction did so far. */
  private record Notes(UUID organisation, Map<What, Set<UUID>> ids) {}

  private final EntryRows rows;
  private final AuditKeys keys;
  private final Clock clock;
  private final PerTransaction<Notes> notes = new PerTransaction<>(Notes.class);
  private final PerTransaction<EntryRows.Head> appendedHead =
      new PerTransaction<>(EntryRows.Head.class);
  // By organisation, where each chain stood when this node last appended to it.
  private final Map<UUID, EntryRows.Head> heads = new ConcurrentHashMap<>();
  private final TransactionTemplate apart;
  private final TransactionTemplate reading;

  Chain(EntryRows rows, AuditKeys keys, Clock clock, PlatformTransactionManager transactions) {
    this.rows = rows;
    this.keys = keys;
    this.clock = clock;
    this.apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.reading = new TransactionTemplate(transactions);
  }

  @Override
  public void note(AuditAction action, String kind, Collection<UUID> ids) {
    PerTransaction.mustBeOpen("Audit entries");
    if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      throw new IllegalStateException(
          "What a read-only transaction does cannot be noted.\nLeave readOnly away.");
    }
    if (!KIND.matcher(kind).matches()) {
      throw new IllegalArgumentException("The kind (%s) is no name.".formatted(kind));
    }
    notes
        .get()
        .orElseGet(this::begin)
        .ids()
        .computeIfAbsent(new What(action, kind), _ -> new LinkedHashSet<>())
        .addAll(ids);
  }

  private Notes begin() {
    var organisation =
        Acting.now()
            .actingFor()
            .orElseThrow(() -> new IllegalStateException("No organisation acts: whose audit?"));
    TransactionSynchronizationManager.registerSynchronization(new AtTheEnd());
    return notes.keep(new Notes(organisation, new LinkedHashMap<>()));
  }

  @Override
  public void noteApart(AuditAction action, String kind, Collection<UUID> ids) {
    apart.executeWithoutResult(_ -> note(action, kind, ids));
  }

  @Override
  public List<AuditEntry> entries(long before, int atMost) {
    checkPage(atMost);
    return java.util.Objects.requireNonNull(reading.execute(_ -> rows.latest(before, atMost)));
  }

  @Override
  public List<AuditEntry> entriesAbout(UUID record, long before, int atMost) {
    checkPage(atMost);
    return java.util.Objects.requireNonNull(
        reading.execute(_ -> rows.about(record, before, atMost)));
  }

  private static void checkPage(int atMost) {
    if (atMost < 1 || atMost > 1_000) {
      throw new IllegalArgumentException("A page of (%d) is not 1 to 1,000.".formatted(atMost));
    }
  }

  private void append(Notes done) {
    var request = UUID.randomUUID();
    // Nearly always the chain stands where this node left it, which saves asking for it.
    var known = Optional.ofNullable(heads.remove(done.organisation()));
    if (known.isEmpty() || !append(done, request, known.get())) {
      // Held from here on: nobody else can move it.
      if (!append(done, request, rows.lockHead(done.organisation()))) {
        throw new IllegalStateException("The head of a chain moved though it was locked.");
      }
    }
  }

  private boolean append(Notes done, UUID request, EntryRows.Head head) {
    var actor = Acting.now();
    // After the head is known, so that times never run backwards along the chain on one machine.
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    long seq = head.seq();
    var hash = head.hash();
    int version = keys.version();
    var appended = new ArrayList<EntryRows.Row>();
    for (var each : done.ids().entrySet()) {
      seq++;
      var entry =
          new AuditEntry(
              seq,
              now,
              actor.actingPerson(),
              actor.actingAs(),
              actor.why(),
              request,
              each.getKey().action(),
              each.getKey().kind(),
              List.copyOf(each.getValue()));
      hash = Bytes.copyFrom(keys.hash(done.organisation(), version, hash.toByteArray(), entry));
      appended.add(new EntryRows.Row(entry, version, hash));
    }
    if (!rows.append(head, appended)) {
      return false;
    }
    appendedHead.keep(new EntryRows.Head(seq, hash));
    return true;
  }

  /** The head of the chain is everybody's: locked last, it is held for the shortest time. */
  private final class AtTheEnd implements TransactionSynchronization {
    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      notes.get().ifPresent(Chain.this::append);
    }

    // Of two that end at the same time the later entry is the head; a wrong one is found out.
    @Override
    public void afterCommit() {
      notes
          .get()
          .ifPresent(done ->
              appendedHead
                  .get()
                  .ifPresent(head ->
                      heads.merge(
                          done.organisation(),
                          head,
                          (one, other) -> one.seq() > other.seq() ? one : other)));
    }
  }
}
