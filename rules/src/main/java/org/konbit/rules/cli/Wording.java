package org.konbit.rules.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.konbit.rules.expression.Unit;
import org.konbit.rules.household.FactName;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.PlainText;
import org.konbit.rules.screening.Shown;

/** English for the things an answer names: programs, facts, values, dates, money. */
final class Wording {
  private static final DateTimeFormatter LONG_DATE =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
  private static final BigDecimal RATES_IN_A_CENT = BigDecimal.valueOf(12_000);

  private final RulePacks packs;

  Wording(RulePacks packs) {
    this.packs = packs;
  }

  Optional<String> find(String key) {
    return packs.messages().find("en", key);
  }

  String sentence(String key) {
    return find(key).orElse(key);
  }

  String program(String id) {
    return find(id + ".name").orElse(id);
  }

  /** The place's name, such as Massachusetts; the state's word where no pack has one. */
  String state(String state) {
    return packs.placeOfState(state).map(RulePacks.Place::name).orElse(state);
  }

  /** The question that asks for what the path names. */
  String question(String path) {
    var fact = fact(path);
    return inPlaces("fact." + fact).orElse(fact);
  }

  /** Why it is asked. */
  Optional<String> why(String path) {
    return inPlaces("fact." + fact(path) + ".why");
  }

  /** An answer as the question words it. */
  String option(String path, String value) {
    return inPlaces("option." + fact(path) + "." + value).orElseGet(() -> plain(value));
  }

  /** The text as it stands within a sentence; names (Social Security, SSI) keep their capitals. */
  static String inSentence(String text) {
    boolean isName = text.substring(1).chars().anyMatch(Character::isUpperCase);
    return isName ? text : text.toLowerCase(Locale.ROOT);
  }

  private static String plain(String value) {
    return switch (value) {
      case "true" -> "yes";
      case "false" -> "no";
      default -> value;
    };
  }

  private Optional<String> inPlaces(String key) {
    return packs.places().stream()
        .flatMap(place -> find(place.id() + "." + key).stream())
        .findFirst();
  }

  /** Whom the path is about; empty for the household. */
  static Optional<String> member(String path) {
    if (!path.startsWith("members.")) {
      return Optional.empty();
    }
    int end = path.indexOf('.', 8);
    return Optional.of(end < 0 ? path.substring(8) : path.substring(8, end));
  }

  private static String fact(String path) {
    var fact = member(path).map(id -> path.substring(9 + id.length())).orElse(path);
    return FactName.inConditions(fact);
  }

  static String date(LocalDate date) {
    return LONG_DATE.format(date);
  }

  /** $1,234, with cents only where there are any. */
  static String dollars(long cents) {
    var whole = BigDecimal.valueOf(cents, 2);
    var pattern = cents % 100 == 0 ? "%,.0f" : "%,.2f";
    return (cents < 0 ? "-$" : "$") + String.format(Locale.US, pattern, whole.abs());
  }

  /** A value with its unit. */
  String value(Shown shown) {
    return switch (shown.kind()) {
      case DATE -> date(LocalDate.ofEpochDay(shown.number()));
      case BOOL -> shown.number() == 1 ? "yes" : "no";
      case INT -> number(shown);
      case WORD -> shown.wordAmong(this::inPlaces);
      case MEMBERS, WORDS, TABLE -> PlainText.of(shown);
    };
  }

  private static String number(Shown shown) {
    var plain = PlainText.of(shown);
    return switch (shown.unit()) {
      case CENTS -> dollars(shown.number());
      case RATE -> {
        var cents =
            BigDecimal.valueOf(shown.number()).divide(RATES_IN_A_CENT, RoundingMode.HALF_UP);
        yield dollars(cents.longValueExact()) + " a month";
      }
      case PERCENT, HUNDREDTHS_OF_PERCENT -> plain + " percent";
      case YEARS, MONTHS, DAYS, PEOPLE -> counted(shown.number(), shown.unit());
      case PLAIN -> plain;
    };
  }

  private static String counted(long number, Unit unit) {
    var many = unit.name().toLowerCase(Locale.ROOT);
    if (number != 1) {
      return number + " " + many;
    }
    return unit == Unit.PEOPLE ? "1 person" : "1 " + many.substring(0, many.length() - 1);
  }

  /** "a", "a or b", "a, b or c". */
  static String either(List<String> items) {
    return joined(items, " or ");
  }

  /** "a", "a and b", "a, b and c". */
  static String all(List<String> items) {
    return joined(items, " and ");
  }

  private static String joined(List<String> items, String last) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    int end = items.size() - 1;
    return String.join(", ", items.subList(0, end)) + last + items.get(end);
  }
}
