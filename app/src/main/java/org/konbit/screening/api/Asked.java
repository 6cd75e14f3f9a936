package org.konbit.screening.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.konbit.rules.text.Shown;
import org.konbit.rules.text.Spelling;
import org.konbit.screening.Law;
import org.konbit.screening.api.Refusal.Fault;

/** The parameters of an address. Reads them all before it tells what is wrong with any. */
final class Asked {
  private static final int HIGHEST_PERCENT = 1_000;

  private final Map<String, String> sent;
  private final List<Fault> faults = new ArrayList<>();

  Asked(Map<String, String> sent, List<String> names) {
    this.sent = sent;
    for (String name : sent.keySet()) {
      if (!names.contains(name)) {
        var near = Spelling.suggestion(name, names);
        var all = "The parameters are: %s.".formatted(String.join(", ", names));
        faults.add(fault(Shown.of(name), name, "no parameter here", near.isEmpty() ? all : near));
      }
    }
  }

  static Fault fault(String field, String value, String why, String remedy) {
    var message = "The value of %s (%s) is %s.".formatted(field, Shown.of(value), why);
    return new Fault(field, message, 0, 0, remedy);
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(sent.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** The state that is named; the first of all if none is, which {@link #requireWhole} refuses. */
  Law.State state(Law law) {
    var codes = law.states().stream().map(Law.State::code).toList();
    var remedy = "Write one of: %s.".formatted(String.join(", ", codes));
    var code = value("state").orElse("");
    var found = law.states().stream().filter(each -> each.code().equals(code)).findFirst();
    if (code.isEmpty()) {
      faults.add(new Fault("state", "No state is named.", 0, 0, remedy));
    } else if (found.isEmpty()) {
      faults.add(fault("state", code, "no state whose law is held", remedy));
    }
    return found.orElse(law.states().getFirst());
  }

  /** A day on which the state's law is held. */
  LocalDate day(String name, Law.State state, LocalDate otherwise) {
    var text = value(name).orElse(otherwise.toString());
    try {
      var day = LocalDate.parse(text);
      if (!day.isBefore(state.firstDay()) && !day.isAfter(Law.LAST_DAY)) {
        return day;
      }
      faults.add(
          fault(
              name,
              text,
              "outside the law that is held",
              "Write a day from %s to %s.".formatted(state.firstDay(), Law.LAST_DAY)));
    } catch (DateTimeParseException e) {
      faults.add(fault(name, text, "no date", "Write year-month-day, such as 2026-06-15."));
    }
    return otherwise;
  }

  int percent(String name) {
    var text = value(name).orElse("100");
    if (text.matches("[0-9]{1,4}") && Integer.parseInt(text) <= HIGHEST_PERCENT) {
      return Integer.parseInt(text);
    }
    faults.add(
        fault(
            name,
            text,
            "no percentage",
            "Write the percent of the poverty guideline, from 0 to %d."
                .formatted(HIGHEST_PERCENT)));
    return 0;
  }

  void requireOrder(LocalDate from, LocalDate to) {
    if (faults.isEmpty() && to.isBefore(from)) {
      faults.add(fault("to", to.toString(), "before from", "Write a later day."));
    }
  }

  void requireWhole() {
    if (!faults.isEmpty()) {
      throw Refusal.ofQuestion(faults);
    }
  }
}
