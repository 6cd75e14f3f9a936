package org.konbit.referrals.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.konbit.access.NotHere;
import org.konbit.database.Acting;
import org.konbit.directory.Offers;
import org.konbit.directory.WorkingDays;
import org.konbit.referrals.lifecycle.IllegalMove;
import org.konbit.referrals.lifecycle.Mover;
import org.konbit.referrals.lifecycle.ResponseClock;
import org.konbit.referrals.lifecycle.State;
import org.konbit.referrals.lifecycle.Track;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Answers a referral, or takes it back: every move of either side, each once. */
@Service
public class Moves {
  private final Statuses statuses;
  private final Handovers handovers;
  private final Places places;
  private final Settling settling;
  private final Commands commands;
  private final Drafts drafts;
  private final Offers offers;
  private final Audit audit;
  private final TransactionOperations transactions;
  private final Clock clock;

  Moves(
      Statuses statuses,
      Handovers handovers,
      Places places,
      Settling settling,
      Commands commands,
      Drafts drafts,
      Offers offers,
      Audit audit,
      TransactionOperations transactions,
      Clock clock) {
    this.statuses = statuses;
    this.handovers = handovers;
    this.places = places;
    this.settling = settling;
    this.commands = commands;
    this.drafts = drafts;
    this.offers = offers;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Moves a referral that the acting organisation sent or received.
   *
   * @param seen how often it had been moved when the person decided
   * @param key made by whoever decides; the same command sent twice is done once
   * @throws NotHere if the organisation has no such referral
   * @throws IllegalMove if it does not go there from where it is, by this side
   * @throws Refused if somebody else moved it meanwhile, or no place is left
   */
  public void move(UUID referral, int seen, Change change, UUID key) {
    var organisation = Workers.required();
    var before =
        Objects.requireNonNull(
            transactions.execute(_ -> moved(organisation, referral, seen, change, key)));
    settling.settle(before.to(), referral);
  }

  private Status moved(UUID organisation, UUID referral, int seen, Change change, UUID key) {
    var before = visible(organisation, referral);
    if (!commands.isFirst(key, change.body(referral))) {
      return before;
    }
    if (before.changes() != seen) {
      throw new Refused(Refused.Why.MOVED_MEANWHILE);
    }
    var by = before.mover(organisation);
    before.track().check(before.state(), change.to(), by);
    if (by == Mover.SENDER && change.to() == State.SENT) {
      statuses.again(
          referral,
          seen,
          ResponseClock.from(clock.instant(), before.answersWithin(), days(referral)));
    } else if (change.to().holdsAPlace() && !before.state().holdsAPlace()) {
      mustBeShared(before);
      statuses.move(before, seen, change, true);
      places.take(service(referral), referral);
    } else {
      statuses.move(before, seen, change, by == Mover.RECEIVER);
    }
    change.mistaken().ifPresent(each -> drafts.mistaken(referral, each.words()));
    audit.note(AuditAction.UPDATE, "referral", List.of(referral));
    return before;
  }

  private Status visible(UUID organisation, UUID referral) {
    var status = statuses.one(referral).orElseThrow(NotHere::new);
    boolean isReceiver = status.mover(organisation) == Mover.RECEIVER;
    if (isReceiver && status.track() == Track.LEGAL && !Workers.isLegal()) {
      throw new NotHere();
    }
    return status;
  }

  private void mustBeShared(Status status) {
    if (!status.isShared(clock.instant())) {
      throw new Refused(Refused.Why.NOT_SHARED);
    }
  }

  private UUID service(UUID referral) {
    return handovers.one(referral).orElseThrow(() -> new Refused(Refused.Why.NOT_SHARED)).service();
  }

  private WorkingDays days(UUID referral) {
    return drafts.sent(List.of(referral)).stream()
        .findFirst()
        .flatMap(sent -> offers.one(sent.service()))
        .map(Offers.Offer::days)
        .orElseGet(() -> WorkingDays.ofTheWeek(clock.getZone()));
  }

  /** Where whoever acts may move a referral now. */
  public Set<State> next(Status status) {
    var organisation = Acting.now().actingFor().orElseThrow(NotHere::new);
    return status.track().next(status.state(), status.mover(organisation));
  }
}
