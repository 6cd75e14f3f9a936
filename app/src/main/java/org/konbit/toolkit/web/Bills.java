package org.konbit.toolkit.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.language.Texts;
import org.konbit.toolkit.content.Bill;
import org.konbit.toolkit.content.Stage;

/** Puts bills into the reader's words. */
final class Bills {
  private final Texts t;
  private final Wording words;
  private final LocalDate today;

  Bills(Texts t, LocalDate today) {
    this.t = t;
    this.words = new Wording(t);
    this.today = today;
  }

  /** Where it stands, in one phrase with the day of its last step. */
  String standing(Bill bill) {
    return t.localize(
        "toolkit.bill.standing",
        words.of("stage", bill.stage(today)),
        words.when(bill.latest().on()));
  }

  /** How it stands, as a class of the stylesheet. */
  String tone(Bill bill) {
    return switch (bill.stage(today)) {
      case LAW -> "in-force";
      case STOPPED, MERGED, VETOED, ENDED_WITH_SESSION -> "over";
      case FILED,
          HEARING,
          COMMITTEE_APPROVED,
          MONEY_COMMITTEE,
          ONE_CHAMBER,
          BOTH_CHAMBERS,
          GOVERNOR,
          UNKNOWN ->
          "open";
    };
  }

  /** What its session's end did, or will do, to it; nothing for what is law or stopped anyway. */
  Optional<String> fate(Bill bill) {
    var session = bill.session();
    if (bill.stage(today).isFinal() && bill.stage(today) != Stage.ENDED_WITH_SESSION) {
      return Optional.empty();
    }
    if (today.isAfter(session.until())) {
      return Optional.of(t.localize("toolkit.bill.dead", t.date(session.until())));
    }
    return session
        .formalUntil()
        .filter(today::isAfter)
        .map(day -> t.localize("toolkit.bill.informal", t.date(day), t.date(session.until())))
        .or(() -> Optional.of(t.localize("toolkit.bill.until", t.date(session.until()))));
  }

  /** Its numbers, with the session they count in. */
  String numbers(Bill bill) {
    return Stream.of(String.join(", ", bill.numbers()), bill.session().name())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }
}
