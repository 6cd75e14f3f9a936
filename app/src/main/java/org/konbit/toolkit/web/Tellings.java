package org.konbit.toolkit.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.konbit.language.Texts;
import org.konbit.toolkit.content.GovernmentAction;
import org.konbit.toolkit.content.GovernmentAction.Status;
import org.konbit.toolkit.content.When;

/** Puts government actions into the reader's words. */
final class Tellings {
  private final Texts t;
  private final Wording words;
  private final String home;
  private final LocalDate today;

  Tellings(Texts t, String home, LocalDate today) {
    this.t = t;
    this.words = new Wording(t);
    this.home = home;
    this.today = today;
  }

  /** The newest first; of the same day, what stands on firm ground before what does not. */
  static Stream<GovernmentAction> newestFirst(List<GovernmentAction> actions, LocalDate today) {
    Comparator<GovernmentAction> byDay =
        Comparator.comparing((GovernmentAction action) -> action.latest(today).on());
    return actions.stream()
        .sorted(
            byDay
                .reversed()
                .thenComparing(action -> action.heading().isWeak())
                .thenComparing(action -> action.heading().id()));
  }

  Told told(GovernmentAction action) {
    var latest = action.latest(today).on();
    return new Told(
        Items.address(home, action),
        action.title(),
        latest.iso(),
        words.when(latest),
        standing(action),
        tone(action.standing(today).status()),
        words.places(action.heading().jurisdictions()),
        action.summary());
  }

  /** Where it stands, in one phrase with its date. */
  String standing(GovernmentAction action) {
    if (action.isAhead(today)) {
      return t.localize(
          "toolkit.change.ahead", action.effectiveOn().map(words::when).orElseThrow());
    }
    var standing = action.standing(today);
    var word = words.of("status", standing.status());
    return standing
        .since()
        .map(since -> t.localize("toolkit.change.standing", word, words.when(since)))
        .orElse(word);
  }

  private static String tone(Status status) {
    return switch (status) {
      case IN_FORCE -> "in-force";
      case PROPOSED, PAUSED, PARTLY_PAUSED, UNKNOWN -> "open";
      case ENDED, SUPERSEDED -> "over";
    };
  }

  /** A date in words. */
  String when(When when) {
    return words.when(when);
  }
}
