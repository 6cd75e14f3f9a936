package org.konbit.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.screening.Aspect;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.screening.Question;

class QuestionTests {
  private static final int MOST_A_MEMBER = 45;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void answering_each_question_truly_ends_in_the_answer_of_the_full_document(long seed) {
    var household = Shipped.family(new Random(seed));
    var known = household;
    for (var place : Places.of(household).all()) {
      known = place.forgotten(known);
    }
    var asked = new ArrayList<String>();

    for (var next = next(known); next.isPresent(); next = next(known)) {
      var fact = next.get().fact();
      assertThat(asked).as(() -> "asked twice" + Shipped.told(household)).doesNotContain(fact);
      asked.add(fact);
      known = answered(known, household, fact);
    }

    var outcomes = Shipped.outcomes(known);
    outcomes.putAll(whateverTheAnswer(known));
    assertThat(outcomes)
        .as(() -> asked + Shipped.told(household))
        .isEqualTo(Shipped.outcomes(household));
    assertThat(asked).hasSizeLessThan(MOST_A_MEMBER * household.size());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void nothing_is_asked_whose_every_answer_leaves_the_result_as_it_is(long seed) {
    var household = Shipped.familyInPart(new Random(seed));
    var next = next(household).filter(question -> !question.options().isEmpty());

    next.ifPresent(question -> {
      var results = new HashSet<Object>();
      results.add(result(household, question.fact()));
      for (String option : question.options()) {
        results.add(result(answered(household, question, option), question.fact()));
      }
      assertThat(results).as(() -> question + Shipped.told(household)).hasSizeGreaterThan(1);
    });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void nothing_is_asked_once_everything_is_decided(long seed) {
    var household = Shipped.familyInPart(new Random(seed));

    boolean isOpen = Shipped.outcomes(household).containsValue(Outcome.UNKNOWN);

    if (!isOpen) {
      assertThat(next(household)).isEmpty();
    }
  }

  /** What is left open, without harm: every answer to what is missing would end the same way. */
  private static Map<String, Outcome> whateverTheAnswer(Household known) {
    var settled = new TreeMap<String, Outcome>();
    for (var member : Shipped.only(known, Aspect.IF_THEN).members()) {
      for (var result : member.programs()) {
        var ends =
            member.ifThen().stream()
                .filter(supposed -> result.missing().contains(supposed.fact()))
                .map(supposed -> supposed.programs().get(result.program()))
                .distinct()
                .toList();
        if (ends.size() == 1) {
          settled.put(member.id() + " " + result.program(), ends.getFirst());
        }
      }
    }
    return settled;
  }

  private static Optional<Question> next(Household household) {
    return Shipped.only(household, Aspect.NEXT).next();
  }

  /** What is decided, and what would still have to be asked besides. */
  private static Map<String, List<?>> result(Household household, String fact) {
    var result = new TreeMap<String, List<?>>();
    for (var member : Shipped.only(household).members()) {
      for (var program : member.programs()) {
        var missing = new ArrayList<>(program.missing());
        missing.remove(fact);
        result.put(member.id() + " " + program.program(), List.of(program.outcome(), missing));
      }
    }
    return result;
  }

  private static Household answered(Household household, Question question, String option) {
    var place = place(household, question.fact());
    long value =
        switch (place.fact().type()) {
          case BOOL -> Values.of(option.equals("true"));
          case COUNT -> Long.parseLong(option);
          default -> Words.code(option);
        };
    return household.with(place.fact(), place.member(), value);
  }

  // Who is asked for an age may give a date of birth, and the other way round.
  private static Household answered(Household known, Household full, String fact) {
    var place = place(full, fact);
    if (Set.of(Vocabulary.AGE, Vocabulary.BIRTH_DATE).contains(place.fact())) {
      var aged = new Places.Place(Vocabulary.AGE, place.member()).copied(full, known);
      return new Places.Place(Vocabulary.BIRTH_DATE, place.member()).copied(full, aged);
    }
    return place.copied(full, known);
  }

  private static Places.Place place(Household household, String path) {
    return Places.of(household).all().stream()
        .filter(place -> place.path(household).equals(path))
        .findFirst()
        .orElseThrow();
  }
}
