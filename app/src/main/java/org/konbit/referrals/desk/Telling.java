package org.konbit.referrals.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.konbit.clients.Answer;
import org.konbit.clients.BirthWords;
import org.konbit.clients.Contact;
import org.konbit.clients.SharedFields;
import org.konbit.directory.Need;
import org.konbit.language.Texts;
import org.konbit.referrals.exchange.Status;
import org.konbit.referrals.lifecycle.State;

/**
 * Says referrals in words.
 *
 * @param organisations what each is called
 */
record Telling(Texts t, Map<UUID, String> organisations, Clock clock) {
  String day(Instant at) {
    return t.date(at.atZone(clock.getZone()).toLocalDate());
  }

  String organisation(UUID id) {
    return organisations.getOrDefault(id, "");
  }

  String need(Need need) {
    return t.localize(need.messageKey());
  }

  /** How far it has come; to whoever sent it, no more than they may know. */
  String state(Status status, boolean isSender) {
    return state(isSender ? status.track().asSenderSees(status.state()) : status.state());
  }

  String state(State state) {
    return t.localize("referrals.state." + state.key());
  }

  /** How it ended, with why if that was said. */
  String ended(Status status, boolean isSender) {
    String state = state(status, isSender);
    return status
        .reason()
        .map(reason -> word("reason", reason))
        .or(() -> status.mistake().map(mistake -> word("mistake", mistake)))
        .or(() -> status.outcome().map(outcome -> word("outcome", outcome)))
        .map(why -> t.localize("referrals.happened.ended", state, why))
        .orElse(state);
  }

  private String word(String under, Enum<?> value) {
    return t.localize(NewPages.key(under, value));
  }

  /** When an answer is due, or when it ended. */
  String clock(Status status) {
    if (status.closedAt().isPresent()) {
      return t.localize("referrals.clock.closed", day(status.closedAt().get()));
    }
    if (status.isLate(clock.instant())) {
      return isWithinADay(status)
          ? t.localize(
              "referrals.clock.late-hour",
              day(status.dueAt()),
              time(status.dueAt()),
              day(status.expiresAt()))
          : t.localize("referrals.clock.late", day(status.dueAt()), day(status.expiresAt()));
    }
    if (status.state() != State.SENT || status.withdrawnAt().isPresent()) {
      return t.localize("referrals.clock.since", day(status.changedAt()));
    }
    return isWithinADay(status)
        ? t.localize("referrals.clock.due-hour", day(status.dueAt()), time(status.dueAt()))
        : t.localize("referrals.clock.due", day(status.dueAt()));
  }

  /** Whether an answer is wanted so soon that the day alone does not say when. */
  private static boolean isWithinADay(Status status) {
    return status.answersWithin().compareTo(Duration.ofDays(1)) <= 0;
  }

  private String time(Instant at) {
    return t.time(at.atZone(clock.getZone()).toLocalTime());
  }

  /** What is told of a person, and nothing that is not. */
  List<OnePage.Fact> facts(SharedFields shared) {
    var facts = new ArrayList<OnePage.Fact>();
    shared.name().ifPresent(name -> add(facts, "name", name.full()));
    shared.birthDate().ifPresent(date -> add(facts, "birth-date", BirthWords.of(date, t)));
    shared.contact().ifPresent(contact -> contact(facts, contact));
    shared
        .speech()
        .ifPresent(speech ->
            add(
                facts,
                "language",
                speech.interpreter() == Answer.YES
                    ? t.localize("referrals.fact.with-interpreter", speech.name())
                    : speech.name()));
    shared.householdSize().ifPresent(size -> add(facts, "household-size", String.valueOf(size)));
    shared.need().ifPresent(need -> add(facts, "need-note", need));
    return List.copyOf(facts);
  }

  private void contact(List<OnePage.Fact> facts, Contact contact) {
    add(facts, "phone", contact.phone());
    add(facts, "email", contact.email());
    add(
        facts,
        "ways",
        contact.ways().isEmpty()
            ? t.localize("referrals.fact.no-way")
            : t.list(
                contact.ways().stream()
                    .sorted()
                    .map(way -> t.localize(way.messageKey()))
                    .toList()));
    add(facts, "safety", contact.safety());
  }

  private void add(List<OnePage.Fact> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(new OnePage.Fact(t.localize("referrals.fact." + name), value));
    }
  }
}
