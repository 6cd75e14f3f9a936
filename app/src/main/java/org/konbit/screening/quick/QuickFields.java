package org.konbit.screening.quick;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.konbit.language.Texts;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.rules.household.Vocabulary;
import org.konbit.screening.Law;
import org.konbit.screening.answer.FactWords;
import org.konbit.screening.web.Choice;

/** The fields of the page: one for every fact that the rules may ask for. */
final class QuickFields {
  private static final Set<Fact> ANSWERED_TOGETHER =
      Set.of(
          Vocabulary.STATE,
          Vocabulary.RELATIONSHIPS_KNOWN,
          Vocabulary.AGE,
          Vocabulary.BIRTH_DATE,
          Vocabulary.FILES,
          Vocabulary.JOINTLY_WITH,
          Vocabulary.CLAIMS,
          Vocabulary.CLAIMED_BY);
  private static final List<Fact> FIRST =
      List.of(
          Vocabulary.RESIDENT,
          Vocabulary.PREGNANT,
          Vocabulary.DISABLED,
          Vocabulary.STATUS,
          Vocabulary.INCOME_ENTRIES,
          Vocabulary.TAX_ID,
          Vocabulary.EMPLOYER_OFFER,
          Vocabulary.ENROLLED_IN);
  private static final Set<Fact> MAY_BE_NONE = Set.of(Vocabulary.FORMERLY, Vocabulary.NATIONALITY);
  private static final String IMMIGRATION = "immigration.";

  private final Law law;
  private final Texts t;
  private final FactWords words;
  private final Sheet sheet;
  private final Map<String, String> problems;
  private final String wanted;

  /**
   * @param problems what is wrong, by the name of the field
   * @param wanted the name of the field the reader came to fill in; empty for none
   */
  QuickFields(Law law, Texts t, Sheet sheet, Map<String, String> problems, String wanted) {
    this.law = law;
    this.t = t;
    this.words = new FactWords(law, t);
    this.sheet = sheet;
    this.problems = problems;
    this.wanted = wanted;
  }

  /** Whether a fact has a field of its own, rather than being told together with others. */
  static boolean isOfItsOwn(Fact fact) {
    return !ANSWERED_TOGETHER.contains(fact);
  }

  List<QuickPage.Input> household() {
    var states =
        Stream.concat(
                Stream.of(notTold(sheet.value("state"))),
                law.states().stream()
                    .map(state -> choice(state.code(), state.name(), sheet.value("state"))))
            .toList();
    return List.of(
        input(QuickPage.Kind.SELECT, "state", t.localize("screening.form.state"), states),
        text("asOf", t.localize("screening.form.date"), "screening.quick.hint-day"));
  }

  QuickPage.Person person(int row) {
    var fields = new ArrayList<QuickPage.Input>();
    if (row > 0) {
      fields.add(kin(row));
    }
    fields.add(text(Sheet.name(row, "age"), question("age"), "screening.quick.hint-age"));
    FIRST.forEach(fact -> {
      fields.add(of(row, fact));
      if (fact.equals(Vocabulary.INCOME_ENTRIES)) {
        fields.add(taxes(row));
      }
    });
    return new QuickPage.Person(row, heading(row), fields, more(row));
  }

  private String heading(int row) {
    return row == 0
        ? t.localize("screening.person.you")
        : t.localize("screening.quick.person", row + 1);
  }

  private List<QuickPage.Section> more(int row) {
    var immigration = new ArrayList<QuickPage.Input>();
    var health = new ArrayList<QuickPage.Input>();
    var rare = new ArrayList<QuickPage.Input>();
    for (Fact fact : law.packs().vocabulary().facts()) {
      if (isOfItsOwn(fact) && !FIRST.contains(fact)) {
        var into =
            fact.isAssumed() ? rare : fact.path().startsWith(IMMIGRATION) ? immigration : health;
        into.add(of(row, fact));
      }
    }
    return List.of(
        section("screening.quick.more-immigration", immigration),
        section("screening.quick.more-health", health),
        section("screening.quick.more-rare", rare));
  }

  private QuickPage.Section section(String heading, List<QuickPage.Input> fields) {
    boolean isOpen =
        fields.stream()
            .anyMatch(field ->
                field.isWanted()
                    || field.problem().isPresent()
                    || !field.value().isEmpty()
                    || (field.kind() == QuickPage.Kind.CHECKS
                        && field.choices().stream().anyMatch(Choice::isChosen)));
    return new QuickPage.Section(t.localize(heading), isOpen, fields);
  }

  private QuickPage.Input of(int row, Fact fact) {
    var name = Sheet.name(row, fact.path());
    return switch (fact.type()) {
      case BOOL -> select(name, fact, List.of("true", "false"));
      case DATE -> text(name, question(fact.path()), "screening.quick.hint-date");
      case CENTS -> text(name, question(fact.path()), "screening.quick.hint-amount");
      case COUNT -> text(name, question(fact.path()), "screening.quick.hint-count");
      case WORDS -> checks(row, name, fact);
      case INCOME -> incomes(row, name);
      case ENROLLED -> enrolled(name);
      case WORD -> word(name, fact);
      case MEMBER, MEMBERS, RELATIONSHIPS ->
          throw new IllegalArgumentException("(%s) has no field.".formatted(fact.path()));
    };
  }

  private QuickPage.Input word(String name, Fact fact) {
    if (fact.equals(Vocabulary.WORK_PERMIT)) {
      return text(name, question(fact.path()), "screening.quick.hint-permit");
    }
    if (fact.equals(Vocabulary.NATIONALITY)) {
      return country(name);
    }
    var options = new ArrayList<>(fact.options());
    if (MAY_BE_NONE.contains(fact)) {
      options.add(Answers.NONE);
    }
    return select(name, fact, options);
  }

  // The rules tell two countries from all others.
  private QuickPage.Input country(String name) {
    var fact = Vocabulary.NATIONALITY;
    var chosen = sheet.value(name);
    return input(
        QuickPage.Kind.SELECT,
        name,
        question(fact.path()),
        List.of(
            notTold(chosen),
            choice("CU", words.option(fact.path(), "CU"), chosen),
            choice("HT", words.option(fact.path(), "HT"), chosen),
            choice(Answers.ANOTHER_COUNTRY, words.option(fact.path(), "other"), chosen)));
  }

  private QuickPage.Input select(String name, Fact fact, List<String> options) {
    var chosen = sheet.value(name);
    var choices = new ArrayList<Choice>();
    choices.add(notTold(chosen));
    for (String option : options) {
      choices.add(choice(option, words.option(fact.path(), option), chosen));
    }
    return input(QuickPage.Kind.SELECT, name, question(fact.path()), choices);
  }

  private QuickPage.Input enrolled(String name) {
    var path = Vocabulary.ENROLLED_IN.path();
    var chosen = sheet.value(name);
    var choices = new ArrayList<Choice>();
    choices.add(notTold(chosen));
    choices.add(choice(Answers.NONE, words.option(path, Answers.NONE), chosen));
    choices.add(choice("other", words.option(path, "other"), chosen));
    var language = t.language().tag();
    for (var state : law.states()) {
      for (var program :
          law.packs().placeOfState(state.code()).stream()
              .flatMap(place -> place.ranking().stream())
              .toList()) {
        var named = law.program(language, program);
        choices.add(new Choice(program, named.text(), named.language(), program.equals(chosen)));
      }
    }
    return input(QuickPage.Kind.SELECT, name, question(path), choices);
  }

  private QuickPage.Input checks(int row, String name, Fact fact) {
    var chosen = sheet.values(row, fact.path());
    var choices =
        Stream.concat(fact.options().stream(), Stream.of(Answers.NONE))
            .map(option ->
                new Choice(
                    option,
                    words.option(fact.path(), option),
                    Optional.empty(),
                    chosen.contains(option)))
            .toList();
    return input(QuickPage.Kind.CHECKS, name, question(fact.path()), choices);
  }

  private QuickPage.Input kin(int row) {
    var name = Sheet.name(row, Kin.IS);
    var chosen = sheet.value(name);
    var choices = new ArrayList<Choice>();
    choices.add(notTold(chosen));
    for (String kind : Kin.KINDS) {
      choices.add(choice(kind, t.localize("screening.person." + kind), chosen));
    }
    return input(QuickPage.Kind.SELECT, name, t.localize("screening.quick.kin"), choices);
  }

  private QuickPage.Input taxes(int row) {
    var name = Sheet.name(row, Kin.TAXES);
    var chosen = sheet.value(name);
    var choices = new ArrayList<Choice>();
    choices.add(notTold(chosen));
    for (String kind : List.of(Kin.FILES, Kin.JOINT, Kin.NO_RETURN)) {
      choices.add(choice(kind, t.localize("screening.quick.taxes-" + kind), chosen));
    }
    for (int by = 0; by < sheet.rows(); by++) {
      if (by != row) {
        choices.add(
            choice(
                Sheet.CLAIMED_BY + by,
                t.localize("screening.quick.taxes-claimed", heading(by)),
                chosen));
      }
    }
    return input(QuickPage.Kind.SELECT, name, t.localize("screening.quick.taxes"), choices);
  }

  private QuickPage.Input incomes(int row, String name) {
    var lines = IntStream.range(0, Answers.INCOMES).mapToObj(entry -> income(row, entry)).toList();
    var none =
        new Choice(
            Answers.NONE,
            t.localize("screening.quick.no-income"),
            Optional.empty(),
            sheet.value(name).equals(Answers.NONE));
    return new QuickPage.Input(
        QuickPage.Kind.INCOME,
        name,
        question("income"),
        Optional.empty(),
        Optional.of(t.localize("screening.quick.hint-amount")),
        "",
        List.of(none),
        lines,
        Optional.ofNullable(problems.get(name)),
        wanted.equals(name));
  }

  private QuickPage.Income income(int row, int entry) {
    var amount = Sheet.name(row, Answers.income(entry, "amount"));
    var per = Sheet.name(row, Answers.income(entry, "per"));
    var kind = Sheet.name(row, Answers.income(entry, "kind"));
    return new QuickPage.Income(
        t.localize("screening.quick.income", entry + 1),
        amount,
        sheet.value(amount),
        per,
        Arrays.stream(Period.values())
            .map(Period::word)
            .map(word ->
                choice(word, words.option("income.per", word), orElse(sheet.value(per), "month")))
            .toList(),
        kind,
        Arrays.stream(IncomeKind.values())
            .map(IncomeKind::word)
            .map(word ->
                choice(word, words.option("income", word), orElse(sheet.value(kind), "wages")))
            .toList(),
        Optional.ofNullable(problems.get(amount)),
        wanted.equals(amount));
  }

  private static String orElse(String value, String otherwise) {
    return value.isEmpty() ? otherwise : value;
  }

  private String question(String path) {
    return words.question(path).text();
  }

  private Choice notTold(String chosen) {
    return choice("", t.localize("screening.quick.not-told"), chosen);
  }

  private static Choice choice(String value, String text, String chosen) {
    return new Choice(value, text, Optional.empty(), value.equals(chosen));
  }

  private QuickPage.Input text(String name, String label, String hint) {
    return made(QuickPage.Kind.TEXT, name, label, Optional.of(t.localize(hint)), List.of());
  }

  private QuickPage.Input input(
      QuickPage.Kind kind, String name, String label, List<Choice> choices) {
    return made(kind, name, label, Optional.empty(), choices);
  }

  private QuickPage.Input made(
      QuickPage.Kind kind, String name, String label, Optional<String> hint, List<Choice> choices) {
    return new QuickPage.Input(
        kind,
        name,
        label,
        Optional.empty(),
        hint,
        sheet.value(name),
        choices,
        List.of(),
        Optional.ofNullable(problems.get(name)),
        wanted.equals(name));
  }
}
