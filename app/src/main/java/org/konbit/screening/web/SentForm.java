package org.konbit.screening.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.konbit.language.Texts;
import org.konbit.screening.Law;

/** Reads what was sent in an address, and notes beside each field what is wrong with it. */
final class SentForm {
  static final int HIGHEST_PERCENT = 1_000;
  private static final int LONGEST = 60;

  private final Map<String, String> sent;
  private final Texts t;
  private final List<Field> fields = new ArrayList<>();
  private boolean isWhole = true;

  SentForm(Map<String, String> sent, Texts t) {
    this.sent = sent;
    this.t = t;
  }

  /** Every field read so far, in that order. */
  List<Field> fields() {
    return List.copyOf(fields);
  }

  /** Whether nothing was wrong so far. */
  boolean isWhole() {
    return isWhole;
  }

  /** Says of a field that was well in itself what is wrong with it beside the others. */
  void replaceWrong(String name, String key, Object... values) {
    fields.replaceAll(field ->
        field.name().equals(name)
            ? new Field(name, field.value(), Optional.of(t.localize(key, values)))
            : field);
    isWhole = false;
  }

  private Optional<String> typed(String name) {
    return Optional.ofNullable(sent.get(name))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .map(value -> value.length() > LONGEST ? value.substring(0, LONGEST) : value);
  }

  private void good(String name, String value) {
    fields.add(Field.of(name, value));
  }

  private void wrong(String name, String value, String key, Object... values) {
    fields.add(new Field(name, value, Optional.of(t.localize(key, values))));
    isWhole = false;
  }

  /** Whether a state is named: no reader is shown another state's law unasked. */
  boolean namesState() {
    return typed("state").isPresent();
  }

  /** The state; the first one where none is named or the one named is not known. */
  Law.State state(Law law) {
    var first = law.states().getFirst();
    var code = typed("state").orElse("");
    var found = law.states().stream().filter(each -> each.code().equals(code)).findFirst();
    if (found.isPresent() || code.isEmpty()) {
      good("state", code);
    } else {
      wrong("state", code, "screening.form.state-wrong");
    }
    return found.orElse(first);
  }

  /** A day on which the state's law is held; {@code otherwise} where none is named. */
  LocalDate day(String name, Law.State state, LocalDate otherwise) {
    var value = typed(name).orElse(otherwise.toString());
    try {
      var day = LocalDate.parse(value);
      if (day.isBefore(state.firstDay()) || day.isAfter(Law.LAST_DAY)) {
        wrong(
            name,
            value,
            "screening.form.date-outside",
            t.date(state.firstDay()),
            t.date(Law.LAST_DAY));
        return otherwise;
      }
      good(name, value);
      return day;
    } catch (DateTimeParseException e) {
      wrong(name, value, "screening.form.date-wrong");
      return otherwise;
    }
  }

  /** An income in percent of the poverty guideline. */
  int percent() {
    var value = typed("income").orElse("100");
    try {
      int percent = Integer.parseInt(value.replaceFirst("\\s*[%٪]$", ""));
      if (percent >= 0 && percent <= HIGHEST_PERCENT) {
        good("income", Integer.toString(percent));
        return percent;
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of bounds
    }
    wrong("income", value, "screening.form.income-wrong", HIGHEST_PERCENT);
    return 100;
  }

  /** The word that is sent under the name; empty where none is. */
  String sent(String name) {
    return typed(name).orElse("");
  }

  /** Takes this for the field in place of what was sent. */
  void take(String name, String value) {
    good(name, value);
  }

  /** One of some words; {@code otherwise} where none is named. */
  String word(String name, List<String> words, String otherwise, String key) {
    var value = typed(name).orElse(otherwise);
    if (words.contains(value)) {
      good(name, value);
      return value;
    }
    wrong(name, value, key);
    return otherwise;
  }
}
