package org.konbit.screening.interview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.konbit.rules.expression.MissingFact;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.rules.household.Vocabulary;
import org.konbit.screening.Law.Words;
import org.konbit.screening.answer.MemberLabels;
import org.konbit.screening.form.FamilyForm;
import org.konbit.screening.interview.Ask.Choice;

/** Lays one question out, filled in as far as it is. */
final class QuestionTelling {
  private final FamilyForm form;
  private final Typed typed;
  private final Options options;
  private final QuestionWords words;
  private final MemberLabels people;

  QuestionTelling(FamilyForm form, Typed typed, Options options, QuestionWords words) {
    this.form = form;
    this.typed = typed;
    this.options = options;
    this.words = words;
    this.people = new MemberLabels(form.said(), words.t());
  }

  MemberLabels people() {
    return people;
  }

  Ask ask() {
    if (form.at().equals(FamilyForm.MEMBERS)) {
      return family();
    }
    if (form.at().equals(Interview.KIN)) {
      return kin();
    }
    return form.fact(form.at())
        .map(this::ask)
        .orElseThrow(() -> new IllegalStateException("The form stands at no question."));
  }

  private Ask ask(MissingFact place) {
    return switch (Shape.of(place.fact())) {
      case CHOICE -> new Ask.One(choices(place));
      case SEVERAL -> new Ask.Several(choices(place), List.of());
      case NUMBER -> number(place);
      case AMOUNT -> new Ask.Amount(typed.text("amount"), otherwise(place));
      case DAY -> new Ask.When(day(""), otherwise(place));
      case INCOME -> income(place);
      case ENROLLED -> new Ask.Several(choices(place), dates());
      case STATUS -> status(place);
      case PERMIT -> new Ask.Permit(choices(place), typed.text("category"));
      case KIN -> kin();
    };
  }

  private List<Choice> choices(MissingFact place) {
    var choices = new ArrayList<Choice>();
    for (String option : options.of(place, form.said())) {
      choices.add(choice(place, option));
    }
    choices.add(choice(place, Typed.DECLINE));
    return choices;
  }

  private Choice choice(MissingFact place, String option) {
    return new Choice(
        option, words.option(place, option, form.said(), people), typed.has(Typed.ANSWER, option));
  }

  private List<Choice> otherwise(MissingFact place) {
    boolean isIncome = place.fact().equals(Vocabulary.INCOME_ENTRIES);
    return Shape.mayBeNone(place.fact()) || isIncome
        ? List.of(choice(place, Typed.NONE), choice(place, Typed.DECLINE))
        : List.of(choice(place, Typed.DECLINE));
  }

  private Ask number(MissingFact place) {
    return new Ask.Count(typed.text("number"), otherwise(place));
  }

  private Ask.Day day(String prefix) {
    var language = words.t().language();
    var names = language.monthNames();
    var chosen = Figures.whole(typed.text(prefix + "month")).orElse(0);
    var months =
        IntStream.rangeClosed(1, names.size())
            .mapToObj(month ->
                new Choice(
                    Integer.toString(month),
                    new Words(names.get(month - 1), Optional.empty()),
                    month == chosen))
            .toList();
    return new Ask.Day(
        prefix,
        language.dateOrder(),
        typed.text(prefix + "year"),
        typed.text(prefix + "month"),
        typed.text(prefix + "day"),
        months);
  }

  // Shown once a program is chosen of which it matters: it must not burden who has none.
  private List<Ask.Dated> dates() {
    if (typed.text("exactly").isEmpty()) {
      return List.of();
    }
    return typed.all(Typed.ANSWER).stream()
        .filter(options::isDated)
        .map(program -> new Ask.Dated(programName(program), day(program + "-")))
        .toList();
  }

  private String programName(String program) {
    return words.program(program).text();
  }

  private Ask income(MissingFact place) {
    int shown = IncomeRows.shown(typed, typed.has("go", "row"));
    var rows = new ArrayList<Ask.Row>();
    for (int row = 1; row <= shown; row++) {
      var kind = typed.text("kind-" + row);
      var per = typed.text("per-" + row);
      rows.add(
          new Ask.Row(
              row,
              Arrays.stream(IncomeKind.values())
                  .map(each -> income(each.word(), each.word().equals(kind)))
                  .toList(),
              typed.text("amount-" + row),
              Stream.of(Period.values())
                  .map(each -> income("per." + each.word(), each.word().equals(per)))
                  .toList()));
    }
    return new Ask.Income(rows, shown < IncomeRows.MOST, otherwise(place));
  }

  private Choice income(String word, boolean isChosen) {
    var value = word.substring(word.indexOf('.') + 1);
    return new Choice(value, words.say("option.income." + word), isChosen);
  }

  private Ask status(MissingFact place) {
    var groups = options.groups();
    var chosen = typed.text("group");
    boolean isExact =
        groups.containsKey(chosen) && groups.getOrDefault(chosen, List.of()).size() > 1;
    if (isExact && !typed.isDeclined()) {
      var exactly = new ArrayList<Choice>();
      groups.getOrDefault(chosen, List.of()).forEach(status -> exactly.add(choice(place, status)));
      exactly.add(choice(place, Typed.DECLINE));
      return new Ask.Status(List.of(), Optional.of(group(chosen, true)), exactly);
    }
    var coarse = new ArrayList<Choice>();
    groups.keySet().forEach(group -> coarse.add(group(group, group.equals(chosen))));
    boolean isDeclined = typed.isDeclined() || chosen.equals(Typed.DECLINE);
    coarse.add(new Choice(Typed.DECLINE, words.decline(), isDeclined));
    return new Ask.Status(coarse, Optional.empty(), List.of());
  }

  private Choice group(String group, boolean isChosen) {
    return new Choice(group, words.group(group), isChosen);
  }

  private Ask family() {
    var persons = new ArrayList<Ask.Person>();
    for (int member = 0; member < form.said().size(); member++) {
      var id = form.said().ids().get(member);
      var kin = typed.text(FamilyReader.kin(id));
      var kinships =
          member == 0
              ? List.<Choice>of()
              : Arrays.stream(Kinship.values())
                  .map(each ->
                      new Choice(
                          each.word(),
                          words.own("screening.person." + each.word()),
                          each.word().equals(kin)))
                  .toList();
      persons.add(
          new Ask.Person(id, personName(member), typed.text(FamilyReader.age(id)), kinships));
    }
    return new Ask.Family(
        persons, persons.size() < FamilyForm.MOST_MEMBERS, FamilyForm.MOST_MEMBERS);
  }

  private String personName(int member) {
    return member == 0
        ? people.of(form.said().ids().getFirst()).name()
        : words.t().localize("screening.interview.person", member + 1);
  }

  private Ask kin() {
    var pairs = new ArrayList<Ask.Two>();
    for (var pair : FamilyReader.pairs(form)) {
      var one = people.of(pair.one()).heading();
      var other = people.of(pair.other()).heading();
      var name = FamilyReader.kin(pair);
      pairs.add(
          new Ask.Two(
              name,
              words.t().localize("screening.interview.pair", one, other),
              Arrays.stream(Kinship.values())
                  .map(each ->
                      new Choice(
                          each.word(),
                          words.own("screening.interview.kin-" + each.word(), one, other),
                          typed.has(name, each.word())))
                  .toList()));
    }
    return new Ask.Kin(
        pairs,
        List.of(
            new Choice(Typed.DECLINE, words.decline(), typed.has(Typed.ANSWER, Typed.DECLINE))));
  }
}
