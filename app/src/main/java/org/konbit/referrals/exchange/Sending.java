package org.konbit.referrals.exchange;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konbit.access.NotHere;
import org.konbit.clients.SharedFields;
import org.konbit.directory.Offers;
import org.konbit.referrals.lifecycle.ResponseClock;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends what was written. What the receiver gets is written first, for the receiver and seen by
 * nobody; then the sender's own transaction makes it a referral. Killed between the two, nothing
 * was sent.
 */
@Service
public class Sending {
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final String SENT =
      """
      UPDATE referral
         SET state = 'SENT', is_open = true, consent_id = :consent
       WHERE id = :id
         AND state = 'DRAFT'
      """;
  // Brought up to date for the person's other referrals before it is asked whether one is open.
  private static final String SETTLE = ClockWork.SETTLE + "   AND r.client_id = :client";

  private final JdbcClient jdbc;
  private final Drafts drafts;
  private final Sharing sharing;
  private final Handovers handovers;
  private final Statuses statuses;
  private final Commands commands;
  private final Offers offers;
  private final Audit audit;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Sending(
      JdbcClient jdbc,
      Drafts drafts,
      Sharing sharing,
      Handovers handovers,
      Statuses statuses,
      Commands commands,
      Offers offers,
      Audit audit,
      TransactionOperations transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.drafts = drafts;
    this.sharing = sharing;
    this.handovers = handovers;
    this.statuses = statuses;
    this.commands = commands;
    this.offers = offers;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What would be sent, for the family and the sender to look at before it is.
   *
   * @param fields what is told of the person, if anything is
   * @param isConsented whether a consent covers it today, or none is needed
   * @param mustBeSigned whether only one that the person signed does
   */
  public record Preview(
      Draft draft, Optional<SharedFields> fields, boolean isConsented, boolean mustBeSigned) {
    @Override
    public String toString() { // it names somebody
      return "Preview[%s]".formatted(draft.id());
    }
  }

  /** Shows what a draft would tell. */
  public Preview preview(UUID id) {
    Workers.required();
    return within(() -> {
      var draft = drafts.one(id).orElseThrow(NotHere::new);
      audit.note(AuditAction.READ, "referral", List.of(id));
      boolean mustBeSigned = mustBeSigned();
      boolean isWanted = mustBeSigned || draft.warmth() == Draft.Warmth.WARM;
      boolean isConsented = !isWanted || consent(draft, mustBeSigned).isPresent();
      return new Preview(draft, fields(draft), isConsented, mustBeSigned);
    });
  }

  /**
   * Sends a draft. The same command sent twice sends it once.
   *
   * @param key made by whoever sends, a new one for each sending
   * @throws Refused if it may not be sent; then nothing was
   */
  public void send(UUID id, UUID key) {
    Workers.required();
    var ready = within(() -> ready(id, key));
    if (ready.isEmpty()) {
      return;
    }
    var draft = ready.get().draft();
    handovers.put(draft, ready.get().fields().map(sharing::text).orElse(""));
    try {
      within(() -> {
        complete(draft, key);
        return draft;
      });
    } catch (DuplicateKeyException e) {
      throw new Refused(Refused.Why.ALREADY_OPEN);
    }
  }

  /** What is about to be sent; nothing if this very command was carried out before. */
  private Optional<Preview> ready(UUID id, UUID key) {
    var draft = drafts.one(id);
    if (draft.isEmpty()) {
      if (drafts.sent(List.of(id)).isEmpty() || commands.isFirst(key, body(id))) {
        throw new NotHere();
      }
      return Optional.empty();
    }
    check(draft.get());
    return Optional.of(new Preview(draft.get(), fields(draft.get()), true, mustBeSigned()));
  }

  private void complete(Draft before, UUID key) {
    if (!commands.isFirst(key, body(before.id()))) {
      return;
    }
    var draft = drafts.one(before.id()).orElseThrow(() -> new Refused(Refused.Why.MOVED_MEANWHILE));
    var offer = drafts.check(draft);
    var consent = check(draft);
    jdbc.sql(SETTLE).param("client", draft.client()).update();
    jdbc.sql(SENT)
        .param("id", draft.id())
        .param("consent", consent.map(Sharing.Agreed::consent).orElse(null))
        .update();
    statuses.begin(
        draft,
        number(),
        ResponseClock.from(clock.instant(), offer.answersWithin(), offer.days()),
        consent.map(Sharing.Agreed::until));
    audit.note(AuditAction.DISCLOSE, "referral", List.of(draft.id()));
  }

  /** The consent it rests on; none if nothing of a person is told, and none is needed. */
  private Optional<Sharing.Agreed> check(Draft draft) {
    drafts.check(draft);
    boolean isWarm = draft.warmth() == Draft.Warmth.WARM;
    // That somebody is with a program for survivors tells of them, even without a name.
    boolean mustBeSigned = mustBeSigned();
    if (!isWarm && !mustBeSigned) {
      return Optional.empty();
    }
    var consent = consent(draft, mustBeSigned);
    if (consent.isEmpty()) {
      throw new Refused(mustBeSigned ? Refused.Why.RELEASE_MISSING : Refused.Why.CONSENT_MISSING);
    }
    return consent;
  }

  private boolean mustBeSigned() {
    return offers.servesSurvivors(Workers.required());
  }

  private Optional<Sharing.Agreed> consent(Draft draft, boolean mustBeSigned) {
    return sharing.agreed(draft.client(), draft.to(), draft.share(), mustBeSigned);
  }

  private Optional<SharedFields> fields(Draft draft) {
    return draft.share().isEmpty()
        ? Optional.empty()
        : Optional.of(sharing.fields(draft.client(), draft.share()));
  }

  private String number() {
    String letters =
        random
            .ints(8, 0, LETTERS.length())
            .mapToObj(i -> LETTERS.substring(i, i + 1))
            .collect(Collectors.joining());
    return letters.substring(0, 4) + "-" + letters.substring(4);
  }

  private static String body(UUID id) {
    return "send " + id;
  }

  private <T> T within(java.util.function.Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(_ -> work.get()));
  }
}
