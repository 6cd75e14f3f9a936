package org.konbit.screening.interview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.konbit.rules.expression.MissingFact;
import org.konbit.rules.household.Enrollment;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.FactType;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.screening.interview.Reply.Flaw;

/** Reads the answer to one question about one person. */
final class AnswerReader {
  private static final LocalDate FIRST_DATE = LocalDate.of(1896, 1, 1);
  private static final int OLDEST = 130;
  private static final int MOST_BABIES = 12;
  private static final int MOST_QUARTERS = 400;
  private static final long MOST_CENTS = 100_000_000_00L;
  private static final Pattern PERMIT = Pattern.compile("\\(?([a-z])\\)?\\(?([0-9]{1,2})\\)?");

  private final Options options;

  AnswerReader(Options options) {
    this.options = options;
  }

  Reply read(Household said, MissingFact place, Typed typed) {
    return switch (Shape.of(place.fact())) {
      case CHOICE -> choice(said, place, typed);
      case SEVERAL -> several(said, place, typed);
      case NUMBER -> number(said, place, typed);
      case AMOUNT -> amount(said, place, typed);
      case DAY -> day(said, place, typed);
      case INCOME -> IncomeRows.read(said, place.member(), typed);
      case ENROLLED -> enrolled(said, place, typed);
      case STATUS -> status(said, place, typed);
      case PERMIT -> permit(said, place, typed);
      case KIN -> throw new IllegalStateException("Relationships are read by the family's reader.");
    };
  }

  private Reply choice(Household said, MissingFact place, Typed typed) {
    if (typed.isDeclined()) {
      return new Reply.Declined();
    }
    var chosen = typed.text(Typed.ANSWER);
    if (!options.of(place, said).contains(chosen)) {
      return Reply.Wrong.at(Typed.ANSWER, "choose");
    }
    return new Reply.Said(said.with(place.fact(), place.member(), value(said, place, chosen)));
  }

  private static long value(Household said, MissingFact place, String chosen) {
    var fact = place.fact();
    if (fact.type() == FactType.BOOL) {
      return Values.of(chosen.equals("true"));
    }
    if (chosen.equals(Typed.NONE) && !fact.options().contains(Typed.NONE)) {
      return Values.NONE;
    }
    if (fact.type() == FactType.MEMBER) {
      return said.ids().indexOf(chosen);
    }
    return Words.code(
        fact.equals(Vocabulary.NATIONALITY) && chosen.equals(Typed.OTHER)
            ? Options.OTHER_COUNTRY
            : chosen);
  }

  private Reply several(Household said, MissingFact place, Typed typed) {
    var chosen = new HashSet<>(typed.all(Typed.ANSWER));
    chosen.retainAll(withDecline(options.of(place, said)));
    if (chosen.isEmpty()) {
      return Reply.Wrong.at(Typed.ANSWER, "choose");
    }
    boolean saysNothing = chosen.contains(Typed.NONE) || chosen.contains(Typed.DECLINE);
    if (chosen.size() > 1 && saysNothing) {
      return Reply.Wrong.at(Typed.ANSWER, "either");
    }
    if (chosen.contains(Typed.DECLINE)) {
      return new Reply.Declined();
    }
    chosen.remove(Typed.NONE);
    if (place.fact().type() == FactType.WORDS) {
      return new Reply.Said(said.withWords(place.fact(), place.member(), chosen));
    }
    long mask = chosen.stream().mapToLong(id -> 1L << said.ids().indexOf(id)).sum();
    return new Reply.Said(said.with(place.fact(), place.member(), mask));
  }

  private static List<String> withDecline(List<String> offered) {
    var all = new ArrayList<>(offered);
    all.add(Typed.DECLINE);
    return all;
  }

  private static Reply number(Household said, MissingFact place, Typed typed) {
    var text = typed.text("number");
    if (typed.isDeclined()) {
      return text.isEmpty() ? new Reply.Declined() : Reply.Wrong.at("number", "either");
    }
    var number = Figures.whole(text);
    int least = least(said, place);
    int most = most(place.fact());
    if (number.isEmpty() || number.getAsInt() < least || number.getAsInt() > most) {
      return Reply.Wrong.at("number", "number", least, most);
    }
    return new Reply.Said(said.with(place.fact(), place.member(), number.getAsInt()));
  }

  // Whoever has not said that she is pregnant may expect none.
  static int least(Household said, MissingFact place) {
    boolean isPregnant = said.value(Vocabulary.PREGNANT, place.member()) == Values.TRUE;
    return place.fact().equals(Vocabulary.EXPECTED_BABIES) && isPregnant ? 1 : 0;
  }

  static int most(Fact fact) {
    if (fact.equals(Vocabulary.AGE)) {
      return OLDEST;
    }
    return fact.equals(Vocabulary.EXPECTED_BABIES) ? MOST_BABIES : MOST_QUARTERS;
  }

  private static Reply amount(Household said, MissingFact place, Typed typed) {
    var text = typed.text("amount");
    if (typed.isDeclined()) {
      return text.isEmpty() ? new Reply.Declined() : Reply.Wrong.at("amount", "either");
    }
    var cents = Figures.cents(text);
    if (cents.isEmpty() || cents.getAsLong() < 0 || cents.getAsLong() > MOST_CENTS) {
      return Reply.Wrong.at("amount", "amount");
    }
    return new Reply.Said(said.with(place.fact(), place.member(), cents.getAsLong()));
  }

  private static Reply day(Household said, MissingFact place, Typed typed) {
    boolean isTyped = isTyped("", typed);
    boolean isNone = typed.has(Typed.ANSWER, Typed.NONE) && Shape.mayBeNone(place.fact());
    if (isNone || typed.isDeclined()) {
      if (isTyped) {
        return Reply.Wrong.at("day", "either");
      }
      return isNone
          ? new Reply.Said(said.with(place.fact(), place.member(), Values.NONE))
          : new Reply.Declined();
    }
    var day = Figures.day(typed.text("year"), typed.text("month"), typed.text("day"));
    if (day.isEmpty()) {
      return Reply.Wrong.at("day", "day");
    }
    boolean isPast = place.fact().equals(Vocabulary.BIRTH_DATE);
    var last = isPast ? said.asOf() : said.asOf().plusYears(OLDEST);
    if (day.get().isBefore(FIRST_DATE) || day.get().isAfter(last)) {
      return Reply.Wrong.at("day", "day-outside", FIRST_DATE, last);
    }
    return new Reply.Said(said.with(place.fact(), place.member(), day.get().toEpochDay()));
  }

  private static boolean isTyped(String prefix, Typed typed) {
    return !typed.text(prefix + "day").isEmpty()
        || !typed.text(prefix + "month").isEmpty()
        || !typed.text(prefix + "year").isEmpty();
  }

  private Reply status(Household said, MissingFact place, Typed typed) {
    if (typed.isDeclined() || typed.has("group", Typed.DECLINE)) {
      return new Reply.Declined();
    }
    var groups = options.groups();
    var group = groups.getOrDefault(typed.text("group"), List.of());
    var chosen = typed.text(Typed.ANSWER);
    if (group.size() == 1) {
      return new Reply.Said(withStatus(said, place, group.getFirst()));
    }
    if (group.isEmpty()) {
      return Reply.Wrong.at("group", "choose");
    }
    if (chosen.isEmpty() && typed.text("exactly").isEmpty()) {
      return new Reply.Further();
    }
    return group.contains(chosen)
        ? new Reply.Said(withStatus(said, place, chosen))
        : Reply.Wrong.at(Typed.ANSWER, "choose");
  }

  // Since when, filed when, and the like were said of the status there was.
  private static Household withStatus(Household said, MissingFact place, String status) {
    long code = Words.code(status);
    if (said.value(Vocabulary.STATUS, place.member()) == code) {
      return said;
    }
    var changed = said.with(Vocabulary.STATUS, place.member(), code);
    for (Fact detail :
        List.of(
            Vocabulary.SINCE,
            Vocabulary.FILED_ON,
            Vocabulary.WORK_PERMIT,
            Vocabulary.FORMERLY,
            Vocabulary.PAROLED_ON,
            Vocabulary.PAROLED_UNTIL,
            Vocabulary.PETITION_APPROVED)) {
      changed = changed.without(detail, place.member());
    }
    return changed;
  }

  private Reply permit(Household said, MissingFact place, Typed typed) {
    var category = Figures.latin(typed.text("category")).toLowerCase(Locale.ROOT);
    if (category.isEmpty()) {
      return typed.has(Typed.ANSWER, Typed.OTHER)
          ? said(said, place, Options.OTHER_PERMIT)
          : choice(said, place, typed);
    }
    var permit = PERMIT.matcher(category.replace(" ", ""));
    if (!typed.text(Typed.ANSWER).isEmpty() && !typed.has(Typed.ANSWER, Typed.OTHER)) {
      return Reply.Wrong.at("category", "either");
    }
    if (!permit.matches()) {
      return Reply.Wrong.at("category", "category");
    }
    return said(
        said, place, "%s%02d".formatted(permit.group(1), Integer.parseInt(permit.group(2))));
  }

  private static Reply said(Household said, MissingFact place, String word) {
    return new Reply.Said(said.with(place.fact(), place.member(), Words.code(word)));
  }

  private Reply enrolled(Household said, MissingFact place, Typed typed) {
    var chosen = new ArrayList<>(typed.all(Typed.ANSWER));
    chosen.retainAll(withDecline(options.of(place, said)));
    if (chosen.isEmpty()) {
      return Reply.Wrong.at(Typed.ANSWER, "choose");
    }
    boolean saysNothing = chosen.contains(Typed.NONE) || chosen.contains(Typed.DECLINE);
    if (saysNothing && chosen.size() > 1) {
      return Reply.Wrong.at(Typed.ANSWER, "either");
    }
    if (chosen.contains(Typed.DECLINE)) {
      return new Reply.Declined();
    }
    chosen.remove(Typed.NONE);
    boolean isDated = chosen.stream().anyMatch(options::isDated);
    if (isDated && typed.text("exactly").isEmpty()) {
      return new Reply.Further();
    }
    return withDates(said, place.member(), chosen, typed);
  }

  private Reply withDates(Household said, int member, List<String> programs, Typed typed) {
    var flaws = new ArrayList<Flaw>();
    var enrolled = new ArrayList<Enrollment>();
    for (String program : programs) {
      var prefix = program + "-";
      long since = Values.UNKNOWN;
      if (options.isDated(program) && isTyped(prefix, typed)) {
        var day =
            Figures.day(
                typed.text(prefix + "year"),
                typed.text(prefix + "month"),
                typed.text(prefix + "day"));
        boolean isGood =
            day.filter(each -> !each.isBefore(FIRST_DATE) && !each.isAfter(said.asOf()))
                .isPresent();
        if (!isGood) {
          flaws.add(new Flaw(prefix + "day", "day", List.of()));
        }
        since = day.map(LocalDate::toEpochDay).orElse(Values.UNKNOWN);
      }
      enrolled.add(new Enrollment(program, since));
    }
    return flaws.isEmpty()
        ? new Reply.Said(said.withEnrolled(member, enrolled))
        : new Reply.Wrong(flaws);
  }
}
