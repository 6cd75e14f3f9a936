package org.konbit.screening.interview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.konbit.language.Texts;
import org.konbit.rules.expression.MissingFact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.screening.Law;
import org.konbit.screening.Law.Words;
import org.konbit.screening.answer.MemberLabels;
import org.konbit.screening.form.FamilyForm;

/** Questions and answers in the words of one language: the packs' own where they have some. */
final class QuestionWords {
  // The place that says what every document may state comes first.
  private static final String EVERYWHERE = "us";

  private final Law law;
  private final Texts t;
  private final Options options;

  QuestionWords(Law law, Texts t, Options options) {
    this.law = law;
    this.t = t;
    this.options = options;
  }

  Texts t() {
    return t;
  }

  Words question(FamilyForm form, String path) {
    return path.equals(FamilyForm.MEMBERS)
        ? own("screening.interview.members")
        : say("fact." + fact(form, path));
  }

  Words why(FamilyForm form, String path) {
    return path.equals(FamilyForm.MEMBERS)
        ? own("screening.interview.members-why")
        : say("fact." + fact(form, path) + ".why");
  }

  private static String fact(FamilyForm form, String path) {
    return form.fact(path)
        .map(place -> place.fact().name())
        .orElseThrow(() -> new IllegalArgumentException("There is no such question."));
  }

  Words option(MissingFact place, String option, Household said, MemberLabels people) {
    var fact = place.fact();
    if (option.equals(Typed.DECLINE)) {
      return decline();
    }
    return switch (fact.type()) {
      case MEMBER, MEMBERS ->
          option.equals(Typed.NONE)
              ? own("screening.interview.nobody")
              : new Words(people.of(option).heading(), Optional.empty());
      case ENROLLED ->
          option.indexOf('.') > 0 ? program(option) : say("option." + fact.name() + "." + option);
      case DATE -> own("screening.interview.no-date");
      case INCOME -> own("screening.interview.no-income");
      default -> say("option." + fact.name() + "." + option);
    };
  }

  Words program(String id) {
    return law.program(t.language().tag(), id);
  }

  Words decline() {
    return say("option.prefer_not_to_say");
  }

  Words group(String group) {
    return say("coarse." + group);
  }

  Words say(String key) {
    var language = t.language().tag();
    return law.find(language, EVERYWHERE + "." + key)
        .or(() ->
            law.packs().places().stream()
                .flatMap(place -> law.find(language, place.id() + "." + key).stream())
                .findFirst())
        .orElseGet(() -> new Words(key, Optional.of("en")));
  }

  Words own(String key, Object... values) {
    return new Words(t.localize(key, values), Optional.empty());
  }

  /** What was answered, in a few words. */
  String told(FamilyForm form, String path, MemberLabels people) {
    if (form.declined().contains(path)) {
      return decline().text();
    }
    if (path.equals(FamilyForm.MEMBERS)) {
      return t.localize("screening.interview.people", form.said().size());
    }
    return form.fact(path).map(place -> told(form.said(), place, people)).orElse("");
  }

  private String told(Household said, MissingFact place, MemberLabels people) {
    long value = said.value(place.fact(), place.member());
    if (value == Values.UNKNOWN) {
      return "";
    }
    return switch (Shape.of(place.fact())) {
      case CHOICE, STATUS -> option(place, options.word(said, place), said, people).text();
      case PERMIT -> permit(said, place, people);
      case NUMBER -> t.number(value);
      case AMOUNT -> t.money(value);
      case DAY ->
          value == Values.NONE
              ? t.localize("screening.interview.no-date")
              : t.date(LocalDate.ofEpochDay(value));
      case KIN -> t.localize("screening.interview.answered");
      case SEVERAL, ENROLLED -> several(said, place, people);
      case INCOME -> income(said, place.member());
    };
  }

  private String permit(Household said, MissingFact place, MemberLabels people) {
    var word = options.word(said, place);
    boolean isListed = Options.PERMITS.contains(word) || word.equals(Typed.NONE);
    if (word.equals(Options.OTHER_PERMIT)) {
      return option(place, Typed.OTHER, said, people).text();
    }
    return isListed ? option(place, word, said, people).text() : word.toUpperCase(Locale.ROOT);
  }

  private String several(Household said, MissingFact place, MemberLabels people) {
    var words = chosen(said, place);
    if (words.isEmpty()) {
      return option(place, Typed.NONE, said, people).text();
    }
    return t.list(words.stream().map(word -> option(place, word, said, people).text()).toList());
  }

  /** Everything that is chosen of a question with several answers. */
  static List<String> chosen(Household said, MissingFact place) {
    var fact = place.fact();
    return switch (fact.type()) {
      case WORDS -> said.words(fact, place.member()).stream().sorted().toList();
      case ENROLLED -> said.enrolled(place.member()).stream().map(one -> one.program()).toList();
      case MEMBERS -> members(said, said.value(fact, place.member()));
      default -> List.of();
    };
  }

  private static List<String> members(Household said, long mask) {
    var ids = new ArrayList<String>();
    for (long rest = Math.max(mask, 0); rest != 0; rest &= rest - 1) {
      ids.add(said.ids().get(Long.numberOfTrailingZeros(rest)));
    }
    return ids;
  }

  private String income(Household said, int member) {
    var entries = said.income(member);
    if (entries.isEmpty()) {
      return t.localize("screening.interview.no-income");
    }
    return t.list(
        entries.stream()
            .map(entry ->
                t.localize(
                    "screening.interview.entry",
                    say("option.income." + entry.kind().word()).text(),
                    t.money(entry.cents()),
                    say("option.income.per." + entry.per().word()).text()))
            .toList());
  }
}
