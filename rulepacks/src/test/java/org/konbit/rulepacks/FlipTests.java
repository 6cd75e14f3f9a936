package org.konbit.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.household.Dates;
import org.konbit.rules.household.FactType;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeEntry;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.screening.Aspect;
import org.konbit.rules.screening.Flip;
import org.konbit.rules.screening.FlipValue;
import org.konbit.rules.screening.Outcome;

class FlipTests {
  /** A flip that is told, and whom and what it is told of. */
  private record Told(Flip flip, String member, String program) {
    String where() {
      return member + " " + program;
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void a_flip_applied_flips(long seed) {
    var random = new Random(seed);
    var household = random.nextInt(4) == 0 ? Shipped.familyInPart(random) : Shipped.family(random);
    var wrong = new ArrayList<String>();

    for (Told told : flips(household)) {
      var outcome = Shipped.outcomes(applied(household, told.flip())).get(told.where());
      if (outcome != told.flip().outcome()) {
        wrong.add("%s, yet %s".formatted(told, outcome));
      }
    }

    assertThat(wrong).as(() -> Shipped.told(household)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void one_cent_nearer_does_not_flip(long seed) {
    var household = Shipped.family(new Random(seed));
    var wrong = new ArrayList<String>();

    for (Told told : flips(household)) {
      if (told.flip().at() instanceof FlipValue.Cents(long cents)) {
        long now = now(household, told.flip());
        long nearer = cents + Long.signum(now - cents);
        var flip = told.flip();
        var almost =
            new Flip(
                flip.fact(), new FlipValue.Cents(nearer), flip.entry(), flip.per(), flip.outcome());
        if (Shipped.outcomes(applied(household, almost)).get(told.where()) == flip.outcome()) {
          wrong.add("%s, yet already at %d of %d".formatted(told, nearer, now));
        }
      }
    }

    assertThat(wrong).as(() -> Shipped.told(household)).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void only_a_refusal_has_flips_and_each_would_end_it(long seed) {
    var household = Shipped.familyInPart(new Random(seed));

    for (var member : Shipped.only(household, Aspect.FLIPS, Aspect.TIMELINE).members()) {
      for (var result : member.programs()) {
        if (result.outcome() != Outcome.INELIGIBLE) {
          assertThat(result.flips()).isEmpty();
        }
        assertThat(result.flips()).extracting(Flip::outcome).allMatch(Outcome.ELIGIBLE::equals);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void nobody_too_young_to_be_employed_is_told_to_earn_wages(long seed) {
    var random = new Random(seed);
    var household = withChildrenWithoutIncome(Shipped.family(random), random);

    var told = flips(household);

    assertThat(told)
        .as(() -> Shipped.told(household))
        .noneMatch(one ->
            IntStream.range(0, household.size())
                .filter(member -> household.income(member).isEmpty() && age(household, member) < 14)
                .mapToObj(member -> household.path(Vocabulary.INCOME_ENTRIES, member))
                .anyMatch(one.flip().fact()::equals));
  }

  private static Household withChildrenWithoutIncome(Household family, Random random) {
    int child = random.nextInt(family.size());
    var born = family.asOf().minusYears(random.nextInt(14)).minusDays(1);
    return family
        .without(Vocabulary.AGE, child)
        .with(Vocabulary.BIRTH_DATE, child, born.toEpochDay())
        .withIncome(child, List.of());
  }

  private static long age(Household household, int member) {
    long born = household.value(Vocabulary.BIRTH_DATE, member);
    return Dates.yearsBetween(born, household.asOf().toEpochDay());
  }

  private static List<Told> flips(Household household) {
    var all = new ArrayList<Told>();
    for (var member : Shipped.only(household, Aspect.FLIPS, Aspect.TIMELINE).members()) {
      for (var result : member.programs()) {
        result.flips().forEach(flip -> all.add(new Told(flip, member.id(), result.program())));
      }
    }
    return all;
  }

  private static long now(Household household, Flip flip) {
    var place = place(household, flip.fact());
    return place.fact().equals(Vocabulary.ASSETS)
        ? household.value(Vocabulary.ASSETS, place.member())
        : entry(household, flip, place.member()).cents();
  }

  private static IncomeEntry entry(Household household, Flip flip, int member) {
    var income = household.income(member);
    return income.isEmpty()
        ? new IncomeEntry(IncomeKind.WAGES, 0, Period.MONTH)
        : income.get(flip.entry());
  }

  private static Household applied(Household household, Flip flip) {
    if (flip.fact().equals("asOf")) {
      return later(household, flip);
    }
    var place = place(household, flip.fact());
    int member = place.member();
    return switch (flip.at()) {
      case FlipValue.Cents(long cents) when place.fact().type() == FactType.INCOME ->
          household.withIncome(member, income(household, flip, member, cents));
      case FlipValue.Cents(long cents) -> household.with(place.fact(), member, cents);
      case FlipValue.Date(var date) -> household.with(place.fact(), member, date.toEpochDay());
      case FlipValue.Flag(boolean flag) -> household.with(place.fact(), member, Values.of(flag));
      case FlipValue.Word(var word) -> household.with(place.fact(), member, Words.code(word));
    };
  }

  private static Household later(Household household, Flip flip) {
    var later = household.on(((FlipValue.Date) flip.at()).date());
    for (int member = 0; member < household.size(); member++) {
      if (Values.isPresent(household.value(Vocabulary.BIRTH_DATE, member))) {
        later = later.without(Vocabulary.AGE, member);
      }
    }
    return later;
  }

  private static List<IncomeEntry> income(Household household, Flip flip, int member, long cents) {
    var old = entry(household, flip, member);
    assertThat(flip.per()).isEqualTo(old.per().word());
    var changed = new ArrayList<>(household.income(member));
    var entry = new IncomeEntry(old.kind(), cents, old.per());
    if (changed.isEmpty()) {
      changed.add(entry);
    } else {
      changed.set(flip.entry(), entry);
    }
    return changed;
  }

  private static Places.Place place(Household household, String path) {
    return Places.of(household).all().stream()
        .filter(place -> place.path(household).equals(path))
        .findFirst()
        .orElseThrow();
  }
}
