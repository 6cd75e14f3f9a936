package org.konbit.screening.interview;

import java.time.LocalDate;
import org.konbit.rules.expression.MissingFact;
import org.konbit.rules.household.Enrollment;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeEntry;
import org.konbit.rules.household.Values;
import org.konbit.screening.form.FamilyForm;

/** Answers given before, as if they had just been filled in, so that they can be changed. */
final class Spelled {
  private final Options options;

  Spelled(Options options) {
    this.options = options;
  }

  /** The fields of the question as the form answers it; empty fields where it does not. */
  Typed of(FamilyForm form, String path) {
    if (path.equals(FamilyForm.MEMBERS)) {
      return members(form);
    }
    if (form.declined().contains(path)) {
      return Typed.builder().put(Typed.ANSWER, Typed.DECLINE).build();
    }
    if (path.equals(Interview.KIN)) {
      return kin(form);
    }
    return form.fact(path)
        .filter(place -> form.said().isKnown(place.fact(), place.member()))
        .map(place -> of(form.said(), place))
        .orElseGet(Typed::nothing);
  }

  private static Typed members(FamilyForm form) {
    var typed = Typed.builder();
    var said = form.said();
    for (int member = 0; member < said.size(); member++) {
      var id = said.ids().get(member);
      long age = FamilyReader.age(said, member);
      if (Values.isPresent(age)) {
        typed.put(FamilyReader.age(id), age);
      }
      if (member > 0) {
        FamilyReader.toTheFirst(form, member)
            .ifPresent(kinship -> typed.put(FamilyReader.kin(id), kinship.word()));
      }
    }
    return typed.build();
  }

  private static Typed kin(FamilyForm form) {
    var typed = Typed.builder();
    var said = form.said();
    for (var pair : FamilyReader.pairs(form)) {
      if (!form.open().contains(pair)) {
        var kinship =
            Kinship.between(said, said.ids().indexOf(pair.one()), said.ids().indexOf(pair.other()));
        typed.put(FamilyReader.kin(pair), kinship.word());
      }
    }
    return typed.build();
  }

  private Typed of(Household said, MissingFact place) {
    long value = said.value(place.fact(), place.member());
    return switch (Shape.of(place.fact())) {
      case CHOICE -> Typed.builder().put(Typed.ANSWER, options.word(said, place)).build();
      case SEVERAL -> several(said, place);
      case NUMBER -> Typed.builder().put("number", value).build();
      case AMOUNT -> Typed.builder().put("amount", IncomeRows.spelled(value)).build();
      case DAY -> day(value);
      case INCOME -> income(said, place.member());
      case ENROLLED -> enrolled(said, place);
      case STATUS -> status(said, place);
      case PERMIT -> permit(said, place);
      case KIN -> Typed.nothing();
    };
  }

  private static Typed several(Household said, MissingFact place) {
    var typed = Typed.builder();
    var chosen = QuestionWords.chosen(said, place);
    chosen.forEach(word -> typed.put(Typed.ANSWER, word));
    return chosen.isEmpty() ? typed.put(Typed.ANSWER, Typed.NONE).build() : typed.build();
  }

  private static Typed day(long value) {
    if (value == Values.NONE) {
      return Typed.builder().put(Typed.ANSWER, Typed.NONE).build();
    }
    return put(Typed.builder(), "", value).build();
  }

  private static Typed.Builder put(Typed.Builder typed, String prefix, long value) {
    var day = LocalDate.ofEpochDay(value);
    return typed
        .put(prefix + "year", day.getYear())
        .put(prefix + "month", day.getMonthValue())
        .put(prefix + "day", day.getDayOfMonth());
  }

  private static Typed income(Household said, int member) {
    var typed = Typed.builder();
    int row = 0;
    for (IncomeEntry entry : said.income(member)) {
      row++;
      typed
          .put("kind-" + row, entry.kind().word())
          .put("amount-" + row, IncomeRows.spelled(entry.cents()))
          .put("per-" + row, entry.per().word());
    }
    return row == 0 ? typed.put(Typed.ANSWER, Typed.NONE).build() : typed.build();
  }

  private Typed enrolled(Household said, MissingFact place) {
    var typed = Typed.builder();
    for (Enrollment one : said.enrolled(place.member())) {
      typed.put(Typed.ANSWER, one.program());
      if (options.isDated(one.program())) {
        typed.put("exactly", "yes");
      }
      if (Values.isPresent(one.since())) {
        put(typed, one.program() + "-", one.since());
      }
    }
    return said.enrolled(place.member()).isEmpty()
        ? typed.put(Typed.ANSWER, Typed.NONE).build()
        : typed.build();
  }

  private Typed status(Household said, MissingFact place) {
    var status = options.word(said, place);
    var typed = Typed.builder();
    options
        .groups()
        .forEach((group, statuses) -> {
          if (statuses.contains(status)) {
            typed.put("group", group).put(Typed.ANSWER, status);
          }
        });
    return typed.build();
  }

  private Typed permit(Household said, MissingFact place) {
    var word = options.word(said, place);
    var typed = Typed.builder();
    if (word.equals(Options.OTHER_PERMIT)) {
      return typed.put(Typed.ANSWER, Typed.OTHER).build();
    }
    boolean isListed = word.equals(Typed.NONE) || Options.PERMITS.contains(word);
    return isListed
        ? typed.put(Typed.ANSWER, word).build()
        : typed.put(Typed.ANSWER, Typed.OTHER).put("category", word).build();
  }
}
