package org.konbit.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeEntry;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.rules.screening.Aspect;
import org.konbit.rules.screening.Because;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.screening.ProgramResult;

class IncomeTests {
  // Under one ceiling each; what has a floor too, as the credits have, may well begin with more.
  private static final List<String> UNDER_A_CEILING =
      List.of(
          "ma.standard",
          "ma.careplus",
          "ma.limited",
          "ct.husky_a",
          "ct.husky_d",
          "ct.husky_b_prenatal",
          "ct.emergency_medicaid",
          "ct.family_planning",
          "ct.hospital_help",
          "us.wic",
          "us.school_meals");

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void a_dollar_more_never_ends_a_refusal_for_too_much_income(long seed) {
    var random = new Random(seed);
    var household = Shipped.family(random);
    int earner = random.nextInt(household.size());
    var richer = richer(household, earner, random);
    var turned = new ArrayList<String>();

    var outcomes = Shipped.outcomes(richer);

    for (var member : Shipped.only(household, Aspect.REASONS).members()) {
      for (var result : member.programs()) {
        var where = member.id() + " " + result.program();
        if (isForIncomeAlone(result) && outcomes.get(where) == Outcome.ELIGIBLE) {
          turned.add(where);
        }
      }
    }
    assertThat(turned).as(() -> Shipped.told(household)).isEmpty();
  }

  private static Household richer(Household household, int earner, Random random) {
    var income = new ArrayList<>(household.income(earner));
    long more = random.nextInt(4) == 0 ? 1 + random.nextInt(300_000) : 1_00;
    income.add(new IncomeEntry(IncomeKind.WAGES, more, Period.MONTH));
    return household.withIncome(earner, income);
  }

  private static boolean isForIncomeAlone(ProgramResult result) {
    var refusing =
        result.because().stream().filter(one -> one.holds().filter(h -> !h).isPresent()).toList();
    return UNDER_A_CEILING.contains(result.program())
        && result.outcome() == Outcome.INELIGIBLE
        && !refusing.isEmpty()
        && refusing.stream().map(Because::condition).allMatch(id -> id.contains("income"));
  }
}
