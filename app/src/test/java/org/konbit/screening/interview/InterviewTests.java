package org.konbit.screening.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.expression.MissingFact;
import org.konbit.rules.household.Enrollment;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.screening.Aspect;
import org.konbit.rules.screening.MemberResult;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.screening.Question;
import org.konbit.rules.testing.Households;
import org.konbit.screening.Law;
import org.konbit.screening.Laws;
import org.konbit.screening.form.FamilyForm;
import org.konbit.screening.form.FamilyForms;
import org.konbit.screening.interview.Interview.Turn;

/** What holds of the interview for every family. */
class InterviewTests {
  private static final int MOST_A_MEMBER = 45;

  private final Law law = Laws.shipped();
  private final FamilyForms forms = new FamilyForms(law);
  private final Interview interview = new Interview(law, forms);
  private final Spelled spelled = new Spelled(interview.options());

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void true_answers_to_every_question_end_in_the_answer_of_the_full_document(long seed) {
    var truth = family(new Random(seed));

    var asked = new ArrayList<String>();
    var form = followed(truth, asked);

    assertThat(asked).hasSizeLessThan(MOST_A_MEMBER * truth.size());
    assertThat(outcomes(interview.screen(form).members()))
        .as(() -> asked + "\n" + Households.told(truth))
        .isEqualTo(outcomes(law.screener().screen(truth).members()));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#few")
  void no_question_is_asked_whose_every_answer_gives_the_same(long seed) {
    var truth = family(new Random(seed));
    var form = begun(truth);

    while (!form.at().isEmpty()) {
      var here = form;
      question(here)
          .filter(question -> !question.options().isEmpty())
          .ifPresent(question ->
              assertThat(isTurning(here, question))
                  .as(() -> question + "\n" + forms.write(here))
                  .isTrue());
      form = next(form, truth);
    }
  }

  @Test
  void whoever_prefers_not_to_say_anything_comes_to_an_end_too() {
    var form = begun(family(new Random(7)));
    var declining = Typed.builder().put(Typed.ANSWER, Typed.DECLINE).build();
    var asked = new HashSet<String>();

    while (!form.at().isEmpty()) {
      assertThat(asked.add(form.at())).isTrue();
      form = taken(interview.answer(form, declining));
    }

    assertThat(asked).isNotEmpty();
    assertThat(form.declined()).containsAll(asked);
    assertThat(interview.screen(form).members()).anyMatch(member -> !member.ifThen().isEmpty());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#few")
  void each_answer_can_be_looked_at_again_and_sent_as_it_is(long seed) {
    var form = followed(family(new Random(seed)), new ArrayList<>());

    for (String path : form.asked()) {
      var again = interview.edit(form, path);
      var typed = spelled.of(again, path);
      var same = taken(interview.answer(again, typed));

      assertThat(again.at()).isEqualTo(path);
      assertThat(Households.told(same.said())).as(path).isEqualTo(Households.told(form.said()));
      assertThat(same.at()).isEmpty();
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#few")
  void back_leads_through_every_question_to_the_first(long seed) {
    var form = followed(family(new Random(seed)), new ArrayList<>());
    var back = new ArrayList<String>();

    for (var at = form; interview.hasBefore(at); at = interview.back(at)) {
      back.addFirst(interview.back(at).at());
    }

    assertThat(back).isEqualTo(form.asked());
  }

  // These families are stranger than any that comes, and are asked less of what is missing.
  @Test
  void about_how_many_questions_are_left_is_not_overstated_by_half() {
    long told = 0;
    long asked = 0;
    for (long seed = 1; seed <= 8; seed++) {
      var truth = family(new Random(seed));
      var left = new ArrayList<Integer>();
      for (var form = begun(truth); !form.at().isEmpty(); form = next(form, truth)) {
        left.add(interview.step(form).left());
      }
      for (int at = 0; at < left.size(); at++) {
        told += left.get(at);
        asked += left.get(at) > 0 ? left.size() - at : 0;
      }
    }

    assertThat(asked).isPositive();
    assertThat(told).isCloseTo(asked, Percentage.withPercentage(40));
  }

  /** A random family as the interview would put it down. */
  private Household family(Random random) {
    var family = Households.complete(random, law.packs().vocabulary());
    long state = family.value(Vocabulary.STATE, 0);
    for (int member = 0; member < family.size(); member++) {
      family = asAsked(family, member, state == Words.code("MA") ? "ma." : "ct.", random);
    }
    return related(family);
  }

  // Only what a page can say: a birth date, a country the law knows, the state's own programs.
  private static Household asAsked(Household family, int member, String place, Random random) {
    var asked = family;
    for (var fact : family.vocabulary().facts()) {
      if (fact.isAssumed()) {
        asked = asked.without(fact, member);
      }
    }
    if (!asked.isKnown(Vocabulary.BIRTH_DATE, member)) {
      long age = asked.value(Vocabulary.AGE, member);
      var born = asked.asOf().minusYears(age).minusDays(1 + random.nextInt(360));
      asked = asked.with(Vocabulary.BIRTH_DATE, member, born.toEpochDay());
    }
    asked = asked.without(Vocabulary.AGE, member);
    long country = asked.value(Vocabulary.NATIONALITY, member);
    if (country != Words.code("HT") && country != Words.code("CU")) {
      asked = asked.with(Vocabulary.NATIONALITY, member, Words.code(Options.OTHER_COUNTRY));
    }
    boolean isFormer =
        asked.value(Vocabulary.FORMERLY, member) != Words.code("citizen")
            && asked.value(Vocabulary.FORMERLY, member) != Words.code("undisclosed");
    if (!isFormer) {
      asked = asked.with(Vocabulary.FORMERLY, member, Values.NONE);
    }
    if (asked.value(Vocabulary.PREGNANT, member) == Values.FALSE) {
      asked = asked.with(Vocabulary.EXPECTED_BABIES, member, 0);
    }
    var enrolled = new ArrayList<Enrollment>();
    for (Enrollment one : asked.enrolled(member)) {
      boolean isOurs = one.program().startsWith(place) || one.program().equals("other");
      long since = asked.asOf().minusDays(random.nextInt(1500)).toEpochDay();
      if (isOurs) {
        enrolled.add(
            new Enrollment(
                one.program(),
                one.program().equals("other")
                    ? Values.UNKNOWN
                    : one.since() == Values.UNKNOWN ? since : one.since()));
      }
    }
    return asked.withEnrolled(member, enrolled);
  }

  // Two brothers of the first are each other's brothers, said or not: so much the interview infers.
  private static Household related(Household family) {
    var stated = family.relationships();
    for (int one = 1; one < family.size(); one++) {
      for (int other = one + 1; other < family.size(); other++) {
        var follows =
            Kinship.follows(Kinship.between(family, one, 0), Kinship.between(family, other, 0));
        if (follows.isPresent()) {
          var others = new ArrayList<>(Kinship.without(stated, one, other));
          others.addAll(follows.get().stated(one, other));
          stated = others;
        }
      }
    }
    return family.withRelationships(stated);
  }

  private FamilyForm followed(Household truth, List<String> asked) {
    var form = begun(truth);
    while (!form.at().isEmpty()) {
      assertThat(asked).as("asked twice").doesNotContain(form.at());
      asked.add(form.at());
      form = next(form, truth);
    }
    return form;
  }

  /** The form once it is known who belongs to the family. */
  private FamilyForm begun(Household truth) {
    var form = next(interview.begin(truth.asOf()), truth);
    while (form.said().size() < truth.size()) {
      form = ((Turn.Further) interview.add(form)).form();
    }
    form = next(form, truth);
    return form.at().equals(Interview.KIN) ? next(form, truth) : form;
  }

  private FamilyForm next(FamilyForm form, Household truth) {
    var full = new FamilyForm(truth, truth, form.declined(), form.open(), form.asked(), form.at());
    return taken(interview.answer(form, trulySpelled(full, form)));
  }

  private Typed trulySpelled(FamilyForm full, FamilyForm form) {
    var known =
        new FamilyForm(
            full.said(), full.said(), form.declined(), new TreeSet<>(), form.asked(), form.at());
    return form.at().equals(Interview.KIN)
        ? spelled.of(known, form.at())
        : spelled.of(known, form.at()).with("exactly", "yes");
  }

  private static FamilyForm taken(Turn turn) {
    assertThat(turn).isInstanceOf(Turn.Next.class);
    return ((Turn.Next) turn).form();
  }

  private Optional<Question> question(FamilyForm form) {
    return interview.screen(form, EnumSet.of(Aspect.NEXT)).next();
  }

  /** Whether two answers differ in what they give, now or once others have answered too. */
  private boolean isTurning(FamilyForm form, Question question) {
    var here = form.household();
    var open =
        law.screener().screen(here).members().stream()
            .flatMap(member -> member.programs().stream())
            .flatMap(program -> program.missing().stream())
            .distinct()
            .filter(path -> !path.equals(question.fact()))
            .flatMap(path -> form.fact(path).stream())
            .toList();
    return Stream.concat(Stream.of(here), anyAnswers(here, open))
        .anyMatch(household -> isTurning(form, household, question));
  }

  /** What others may answer together, drawn until somebody asks no more. */
  private static Stream<Household> anyAnswers(Household here, List<MissingFact> open) {
    var random = new Random(7);
    return Stream.generate(
            () -> {
              var all = here;
              for (var place : open) {
                long[] answers = answers(place.fact());
                int one = random.nextInt(answers.length + 1);
                all =
                    one < answers.length
                        ? all.with(place.fact(), place.member(), answers[one])
                        : all;
              }
              return all;
            })
        .limit(2_000);
  }

  private static long[] answers(Fact fact) {
    return switch (fact.type()) {
      case BOOL -> new long[] {Values.FALSE, Values.TRUE};
      case WORD -> fact.options().stream().mapToLong(Words::code).toArray();
      default -> new long[0];
    };
  }

  // What is decided with each answer, and what would still have to be asked besides.
  private boolean isTurning(FamilyForm form, Household household, Question question) {
    var results = new HashSet<Object>();
    results.add(result(household, question));
    var place = form.fact(question.fact()).orElseThrow();
    for (String option : question.options()) {
      long value =
          switch (place.fact().type()) {
            case BOOL -> Values.of(option.equals("true"));
            case COUNT -> Long.parseLong(option);
            default -> Words.code(option);
          };
      results.add(result(household.with(place.fact(), place.member(), value), question));
    }
    return results.size() > 1;
  }

  private Map<String, Object> result(Household household, Question question) {
    var result = new TreeMap<String, Object>();
    var screening = law.screener().screen(household, EnumSet.noneOf(Aspect.class), Set.of());
    for (var member : screening.members()) {
      for (var program : member.programs()) {
        var missing = new ArrayList<>(program.missing());
        missing.remove(question.fact());
        result.put(member.id() + " " + program.program(), List.of(program.outcome(), missing));
      }
    }
    return result;
  }

  /** Every outcome; what is open without harm counts as that which every answer leads to. */
  private static Map<String, Outcome> outcomes(List<MemberResult> members) {
    var outcomes = new TreeMap<String, Outcome>();
    for (var member : members) {
      for (var program : member.programs()) {
        var ends =
            member.ifThen().stream()
                .filter(supposed -> program.missing().contains(supposed.fact()))
                .map(supposed -> supposed.programs().get(program.program()))
                .distinct()
                .toList();
        outcomes.put(
            member.id() + " " + program.program(),
            ends.size() == 1 ? ends.getFirst() : program.outcome());
      }
    }
    return outcomes;
  }
}
