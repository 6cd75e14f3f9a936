package org.konbit.rules.household;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Problem;
import org.konbit.rules.text.Problems;
import org.konbit.rules.text.Shown;
import org.konbit.rules.text.Spelling;

/**
 * Reads single values, exactly or not at all. Whatever cannot be read becomes a problem and {@link
 * Values#UNKNOWN}.
 */
final class Scalars {
  static final LocalDate FIRST_DATE = LocalDate.of(1896, 1, 1);
  static final LocalDate LAST_DATE = LocalDate.of(2150, 12, 31);
  static final long MOST_DOLLARS = 100_000_000;

  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,9})");
  private static final Pattern DOLLARS = Pattern.compile("-?(0|[1-9][0-9]{0,11})(\\.[0-9]{1,2})?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
  private static final Pattern PERMIT = Pattern.compile("\\(?([A-Za-z])\\)?\\(?([0-9]{1,2})\\)?");

  private final Problems problems;

  Scalars(Problems problems) {
    this.problems = problems;
  }

  void problem(Node at, String path, String message, String remedy) {
    problems.add(at, path, message, remedy);
  }

  void unknownName(
      Node.Entry entry, String path, String owner, String suggestion, Collection<String> names) {
    var article = "aeio".indexOf(owner.charAt(0)) < 0 ? "a" : "an";
    var message =
        "The name (%s) is not one of %s %s.".formatted(Shown.of(entry.key()), article, owner);
    var remedy =
        suggestion.isEmpty() && names.size() <= 8
            ? "The names are: %s.".formatted(String.join(", ", names))
            : suggestion;
    var full = path.isEmpty() ? Shown.of(entry.key()) : path + "." + Shown.of(entry.key());
    problems.add(new Problem(problems.file(), entry.line(), entry.column(), full, message, remedy));
  }

  /** Whether the document says that there is none. */
  static boolean isNone(Node node) {
    return switch (node) {
      case Node.Scalar scalar ->
          switch (scalar.kind()) {
            case NULL -> !scalar.isBlank();
            case BOOLEAN -> scalar.text().equalsIgnoreCase("false");
            case WORD -> scalar.text().equals("none");
            case NUMBER -> false;
          };
      case Node.Sequence list -> list.items().isEmpty();
      case Node.Mapping map -> false;
    };
  }

  /** Whether nothing is written after the name, which could mean either; told as a problem. */
  boolean isBlank(Node node, String path) {
    boolean isBlank = node instanceof Node.Scalar scalar && scalar.isBlank();
    if (isBlank) {
      var remedy = "Leave the name out if the answer is not known; write none if there is none.";
      problem(node, path, "Nothing is written here.", remedy);
    }
    return isBlank;
  }

  /** The node as a message shows it. */
  static String shown(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> Shown.of(scalar.text());
      case Node.Sequence list -> "a list";
      case Node.Mapping map -> "a set of names";
    };
  }

  long bool(Node node, String path) {
    if (isBlank(node, path)) {
      return Values.UNKNOWN;
    }
    if (isNone(node)) {
      return Values.FALSE;
    }
    if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.BOOLEAN) {
      return Values.TRUE;
    }
    return refuse(node, path, "is neither true nor false", "Write true or false.");
  }

  long count(Node node, String path, long least, long most) {
    if (isBlank(node, path)) {
      return Values.UNKNOWN;
    }
    if (isNone(node) && least <= 0) {
      return 0;
    }
    var text = number(node);
    if (!WHOLE.matcher(text).matches()) {
      return refuse(
          node, path, "is not a whole number", "Write digits only, without quotation marks.");
    }
    long count = Long.parseLong(text);
    if (count < least || count > most) {
      return refuse(node, path, "is not between %d and %d".formatted(least, most), "");
    }
    return count;
  }

  /** An amount of dollars, in cents. */
  long cents(Node node, String path, boolean mayBeLoss) {
    if (isBlank(node, path)) {
      return Values.UNKNOWN;
    }
    if (isNone(node)) {
      return 0;
    }
    var text = number(node);
    if (!DOLLARS.matcher(text).matches()) {
      return refuse(
          node,
          path,
          "is not an amount",
          "Write dollars with at most two decimal places, such as 1768.90, and nothing else.");
    }
    long cents = inCents(text);
    if (Math.abs(cents) > MOST_DOLLARS * 100) {
      return refuse(node, path, "is more than 100,000,000 dollars", "");
    }
    if (cents < 0 && !mayBeLoss) {
      return refuse(node, path, "is negative, which it cannot be", "");
    }
    return cents;
  }

  private static long inCents(String dollars) {
    int point = dollars.indexOf('.');
    if (point < 0) {
      return Long.parseLong(dollars) * 100;
    }
    var places = (dollars.substring(point + 1) + "0").substring(0, 2);
    return Long.parseLong(dollars.substring(0, point) + places);
  }

  // A quoted number is a word: somebody who quotes one may mean something else by it.
  private static String number(Node node) {
    boolean isNumber = node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.NUMBER;
    return isNumber ? ((Node.Scalar) node).text() : "";
  }

  /** A day since 1970-01-01; "there is none" is a problem here. */
  long date(Node node, String path, LocalDate first) {
    if (isBlank(node, path)) {
      return Values.UNKNOWN;
    }
    var text = node instanceof Node.Scalar scalar ? scalar.text() : "";
    if (!DATE.matcher(text).matches()) {
      return refuse(node, path, "is not a date", "Write year-month-day, such as 2026-06-15.");
    }
    try {
      // Not LocalDate.parse: the form is checked above, only the calendar is left to ask.
      var date =
          LocalDate.of(
              Integer.parseInt(text, 0, 4, 10),
              Integer.parseInt(text, 5, 7, 10),
              Integer.parseInt(text, 8, 10, 10));
      if (date.isBefore(first) || date.isAfter(LAST_DATE)) {
        var years = "is not in the years %d to %d".formatted(first.getYear(), LAST_DATE.getYear());
        return refuse(node, path, years, "");
      }
      return date.toEpochDay();
    } catch (DateTimeException notInCalendar) {
      return refuse(node, path, "is not in the calendar", "");
    }
  }

  long word(Fact fact, Node node, String path) {
    if (isBlank(node, path)) {
      return Values.UNKNOWN;
    }
    var options = fact.options();
    if (isNone(node)) {
      return options.contains("none") ? Words.code("none") : Values.NONE;
    }
    var text = node instanceof Node.Scalar scalar ? scalar.text() : "";
    if (fact.equals(Vocabulary.NATIONALITY)) {
      return COUNTRY.matcher(text).matches()
          ? Words.code(text.toUpperCase(Locale.ROOT))
          : refuse(node, path, "is not a country's two letters", "Haiti is HT, Colombia is CO.");
    }
    if (fact.equals(Vocabulary.WORK_PERMIT)) {
      return permit(node, text, path);
    }
    return oneOf(options, node, path) ? Words.code(text) : Values.UNKNOWN;
  }

  private long permit(Node node, String text, String path) {
    var permit = PERMIT.matcher(text);
    if (!permit.matches()) {
      return refuse(
          node, path, "is not a category of work permit", "Write it as on the card, such as C08.");
    }
    var digits = permit.group(2).length() == 1 ? "0" + permit.group(2) : permit.group(2);
    return Words.code(permit.group(1).toLowerCase(Locale.ROOT) + digits);
  }

  /** Whether the node is one of the words; a problem with a suggestion if it is not. */
  boolean oneOf(List<String> options, Node node, String path) {
    if (node instanceof Node.Scalar scalar && options.contains(scalar.text())) {
      return true;
    }
    refuse(node, path, "is not an answer known here", meant(node, options));
    return false;
  }

  // "asylum" may be asylum given or asked for, and the two are far apart.
  private static String meant(Node node, List<String> options) {
    var text = node instanceof Node.Scalar scalar ? scalar.text() : "";
    var meant = new LinkedHashSet<String>();
    Spelling.nearest(text, options).ifPresent(meant::add);
    options.stream()
        .filter(option -> !text.isEmpty() && option.startsWith(text + "_"))
        .forEach(meant::add);
    // Statuses are many, but nobody can guess them.
    return meant.isEmpty()
        ? "Write one of: %s.".formatted(String.join(", ", options))
        : "Did you mean %s?".formatted(String.join(" or ", meant));
  }

  long refuse(Node node, String path, String why, String remedy) {
    var name = path.substring(path.lastIndexOf('.') + 1);
    problem(node, path, "The value of %s (%s) %s.".formatted(name, shown(node), why), remedy);
    return Values.UNKNOWN;
  }
}
