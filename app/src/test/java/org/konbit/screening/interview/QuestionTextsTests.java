package org.konbit.screening.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.rules.expression.MissingFact;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.FactType;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.pack.LawText;
import org.konbit.screening.Law;
import org.konbit.screening.Laws;

/** Whatever the rules may ask has its words in every language. */
class QuestionTextsTests {
  private final Law law = Laws.shipped();
  private final Options options = new Options(law);

  static List<Fact> facts() {
    return Laws.shipped().packs().vocabulary().facts();
  }

  @ParameterizedTest
  @MethodSource("facts")
  void every_question_its_reason_and_its_answers_are_worded_in_every_language(Fact fact) {
    assertThat(law.packs().messages().languages()).hasSize(7);
    for (String language : law.packs().messages().languages()) {
      assertThat(says(language, "fact." + fact.name())).as(language).isTrue();
      assertThat(says(language, "fact." + fact.name() + ".why")).as(language).isTrue();
      for (String option : worded(fact)) {
        var key = "option." + fact.name() + "." + option;
        assertThat(says(language, key)).as(language + " " + key).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MA", "CT"})
  void the_programs_offered_are_those_the_rules_of_the_state_read(String state) {
    var said =
        Household.of(law.packs().vocabulary(), LocalDate.of(2026, 11, 23), List.of("p1"))
            .with(Vocabulary.STATE, 0, Words.code(state));

    var offered = options.of(new MissingFact(Vocabulary.ENROLLED_IN, 0), said);

    assertThat(offered).contains("other", "none").hasSizeGreaterThan(5);
    assertThat(offered)
        .noneMatch(program -> program.startsWith(state.equals("MA") ? "ct." : "ma."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"immigration.nationality"})
  void every_country_that_a_rule_names_can_be_chosen(String fact) {
    var named = new TreeSet<String>();
    for (LawText text : law.packs().lawTexts()) {
      if (text.text().contains(fact)) {
        Pattern.compile("'([A-Z]{2})'")
            .matcher(text.text())
            .results()
            .forEach(found -> named.add(found.group(1)));
      }
    }

    assertThat(named).isNotEmpty();
    assertThat(Options.COUNTRIES).containsExactlyInAnyOrderElementsOf(named);
  }

  private List<String> worded(Fact fact) {
    boolean isWorded =
        fact.type() == FactType.BOOL
            || fact.type() == FactType.WORD
            || fact.type() == FactType.WORDS;
    var alone = Household.of(law.packs().vocabulary(), LocalDate.EPOCH, List.of("p1"));
    return isWorded ? options.of(new MissingFact(fact, 0), alone) : List.of();
  }

  private boolean says(String language, String key) {
    return law.packs().places().stream()
        .anyMatch(place ->
            law.find(language, place.id() + "." + key)
                .filter(words -> words.language().isEmpty())
                .isPresent());
  }
}
