package org.konbit.screening.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.konbit.language.Texts;
import org.konbit.rules.expression.Unit;
import org.konbit.rules.screening.PlainText;
import org.konbit.rules.screening.Shown;
import org.konbit.screening.Law;

/** The words of the rules and of their values, in one reader's language. */
final class RuleWords {
  private static final char LEFT_TO_RIGHT_ISOLATE = '\u2066';
  private static final char POP_ISOLATE = '\u2069';
  private static final BigDecimal RATES_IN_A_CENT = BigDecimal.valueOf(12_000);

  private final Texts t;
  private final FactWords facts;
  private final MemberLabels labels;

  RuleWords(Law law, Texts t, MemberLabels labels) {
    this.t = t;
    this.facts = new FactWords(law, t);
    this.labels = labels;
  }

  Texts t() {
    return t;
  }

  Optional<Said> find(String key) {
    return facts.find(key);
  }

  Said say(String key) {
    return facts.say(key);
  }

  Said program(String id) {
    return say(id + ".name");
  }

  /** Its name where room is short. */
  String brief(String id) {
    var name = program(id);
    return find(id + ".short")
        .filter(words -> words.language().equals(name.language()))
        .orElse(name)
        .text();
  }

  /** Several programs in one sentence. */
  String programs(List<String> ids) {
    return t.list(ids.stream().map(id -> program(id).text()).distinct().toList());
  }

  String either(List<String> things) {
    return t.either(things);
  }

  Said question(String path) {
    return facts.question(path);
  }

  String option(String path, String value) {
    return facts.option(path, value);
  }

  /** Whom a path is about, as a heading; empty for the household. */
  Optional<String> who(String path) {
    return FactWords.member(path).map(id -> labels.of(id).heading());
  }

  String date(LocalDate date) {
    return t.date(date);
  }

  /** $1,234, with cents only where there are any; the same in every language. */
  String dollars(long cents) {
    var format = NumberFormat.getCurrencyInstance(Locale.US);
    if (cents % 100 == 0) {
      format.setMaximumFractionDigits(0);
    }
    var amount = format.format(BigDecimal.valueOf(cents, 2));
    // Among words that run from right to left the sign would otherwise change sides.
    return t.language().direction().equals("rtl")
        ? LEFT_TO_RIGHT_ISOLATE + amount + POP_ISOLATE
        : amount;
  }

  String monthly(long cents) {
    return t.localize("screening.answer.a-month", dollars(cents));
  }

  /** A value with its unit. */
  String value(Shown shown) {
    return switch (shown.kind()) {
      case DATE -> date(LocalDate.ofEpochDay(shown.number()));
      case BOOL -> facts.plain(Boolean.toString(shown.number() == 1));
      case INT -> number(shown);
      case WORD -> shown.wordAmong(key -> facts.inPlaces(key).map(Said::text));
      case MEMBERS, WORDS, TABLE -> PlainText.of(shown);
    };
  }

  private String number(Shown shown) {
    long number = shown.number();
    return switch (shown.unit()) {
      case CENTS -> dollars(number);
      case RATE -> monthly(cents(number));
      case PERCENT -> t.localize("screening.answer.percent", number);
      case HUNDREDTHS_OF_PERCENT ->
          t.localize("screening.answer.percent", BigDecimal.valueOf(number, 2));
      case YEARS, MONTHS, DAYS, PEOPLE ->
          t.localize("screening.answer." + unit(shown.unit()), number);
      case PLAIN -> t.localize("screening.answer.number", number);
    };
  }

  private static long cents(long rate) {
    return BigDecimal.valueOf(rate)
        .divide(RATES_IN_A_CENT, 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static String unit(Unit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }
}
