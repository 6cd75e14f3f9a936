package org.konbit.rules.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.rules.household.Relationship;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.testing.Households;

class PopulationTests {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
  private static final Map<Long, String> WORDS = words();

  private static Map<Long, String> words() {
    var words = new HashMap<Long, String>();
    Households.PROGRAMS.forEach(word -> words.put(Words.code(word), word));
    for (var fact : Vocabulary.base().facts()) {
      fact.options().forEach(word -> words.put(Words.code(word), word));
    }
    return words;
  }

  private static Household told(Population population, int household, LocalDate asOf) {
    return population.household(
        household, asOf, Vocabulary.base(), code -> Optional.ofNullable(WORDS.get(code)));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void a_household_is_told_from_its_rows_just_as_its_document_told_it(long seed) {
    var random = new Random(seed);
    var households = new ArrayList<Household>();
    var builder = new PopulationBuilder(Vocabulary.base());
    for (int i = 0; i < 40; i++) {
      households.add(Households.any(random));
      builder.add(households.getLast());
    }

    var population = builder.build();

    assertThat(population.households()).isEqualTo(40);
    assertThat(population.persons()).isEqualTo(households.stream().mapToInt(Household::size).sum());
    for (int i = 0; i < 40; i++) {
      var household = households.get(i);
      assertThat(Households.told(told(population, i, household.asOf())))
          .isEqualTo(Households.told(household));
      assertThat(population.householdOf(population.firstPerson(i) + household.size() - 1))
          .isEqualTo(i);
    }
  }

  @Test
  void what_is_put_value_by_value_is_what_the_household_says() {
    var builder = new PopulationBuilder(Vocabulary.base());
    builder.usually(Vocabulary.STATE, Words.code("CT")).usually(Vocabulary.MEDICARE, Values.TRUE);
    builder.startHousehold(1);
    int first = builder.startHousehold(2);
    builder.put(Vocabulary.AGE, 0, 34);
    builder.put(Vocabulary.ASSETS, 1, 5_000_000_000L);
    builder.earns(1, IncomeKind.RENT, -12_345, Period.YEAR);
    builder.earns(0, IncomeKind.WAGES, 250_000, Period.MONTH);
    builder.relates(0, Relationship.Kind.PARENT, 1);
    builder.enrols(1, "ct.husky_a", Values.UNKNOWN);

    var household = told(builder.build(), 1, DAY);

    assertThat(first).isEqualTo(1);
    assertThat(Households.told(household))
        .isEqualTo(
            """
            2026-06-15 [p1, p2]
            state: %d
            relationships: [Relationship[from=0, to=1, is=PARENT]]
            members.p1.age: 34
            members.p1.income: [IncomeEntry[kind=WAGES, cents=250000, per=MONTH]]
            members.p1.insurance.medicare: []
            members.p2.income: [IncomeEntry[kind=RENT, cents=-12345, per=YEAR]]
            members.p2.insurance.medicare: []
            members.p2.insurance.enrolled: [Enrollment[program=ct.husky_a, since=-9223372036854775808]]
            members.p2.assets: 5000000000\
            """
                .formatted(Words.code("CT")));
  }

  @Test
  void a_fact_that_is_the_same_of_everyone_takes_no_memory() {
    var builder = new PopulationBuilder(Vocabulary.base());
    builder.usually(Vocabulary.STATE, Words.code("MA"));
    for (int i = 0; i < 1_000; i++) {
      builder.startHousehold(3);
      builder.put(Vocabulary.AGE, 1, i % 90);
    }

    var population = builder.build();

    assertThat(population.bytesByFact()).containsEntry("state", 0L).containsEntry("age", 3_000L);
    assertThat(population.bytes()).isLessThan(20_000);
  }

  @Test
  void every_width_of_a_column_keeps_its_least_and_its_greatest_number() {
    for (long value :
        List.of(
            126L, 127L, 128L, 32_767L, 32_768L, 2_147_483_647L, 2_147_483_648L, Long.MAX_VALUE)) {
      for (long number : new long[] {value, 1 - value}) {
        var column = new Column(Values.UNKNOWN);
        column.add(number);
        column.add(Values.NONE);
        column.add(Values.UNKNOWN);
        column.add(7);

        assertThat(column.get(0)).isEqualTo(number);
        assertThat(column.get(1)).isEqualTo(Values.NONE);
        assertThat(column.get(2)).isEqualTo(Values.UNKNOWN);
        assertThat(column.get(3)).isEqualTo(7);
        assertThat(column.hasNone() && column.hasUnknown()).isTrue();
        assertThat(column.least()).isEqualTo(Math.min(7, number));
        assertThat(column.most()).isEqualTo(Math.max(7, number));
      }
    }
  }

  @Test
  void a_fact_that_everybody_answered_is_not_taken_for_an_open_one() {
    var builder = new PopulationBuilder(Vocabulary.base());
    for (int i = 0; i < 10; i++) {
      builder.startHousehold(2);
      builder.put(Vocabulary.AGE, 0, 40 + i);
      builder.put(Vocabulary.AGE, 1, i);
    }

    var ages = builder.build().column(Vocabulary.AGE).orElseThrow();

    assertThat(ages.hasUnknown()).isFalse();
    assertThat(ages.least()).isZero();
    assertThat(ages.most()).isEqualTo(49);
  }

  @Test
  void hundreds_of_different_words_stay_apart() {
    var dictionary = new Dictionary();
    for (int i = 0; i < 1_000; i++) {
      assertThat(dictionary.number(Words.code("word " + i))).isEqualTo(i);
    }
    for (int i = 0; i < 1_000; i++) {
      assertThat(dictionary.find(Words.code("word " + i))).isEqualTo(i);
    }
    assertThat(dictionary.find(Words.code("another"))).isEqualTo(-1);
  }

  @Test
  void what_cannot_be_is_refused_with_a_reason() {
    var builder = new PopulationBuilder(Vocabulary.base());
    assertThatThrownBy(() -> builder.startHousehold(61)).hasMessageContaining("1 to 60 persons");

    builder.startHousehold(2);

    assertThatThrownBy(() -> builder.put(Vocabulary.AGE, 2, 5)).hasMessageContaining("member (2)");
    assertThatThrownBy(() -> builder.usually(Vocabulary.AGE, 5))
        .hasMessageContaining("before the first household");
    assertThatThrownBy(() -> builder.putWords(Vocabulary.AGE, 0, java.util.Set.of("hiv")))
        .hasMessageContaining("takes no words");
  }
}
