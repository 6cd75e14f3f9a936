package org.konbit.rules.bulk;

import java.util.EnumSet;
import java.util.Set;
import org.konbit.rules.household.Household;
import org.konbit.rules.screening.Aspect;
import org.konbit.rules.screening.Screener;

/** Decides single households by the evaluator that explains. */
final class Explained {
  private final Screener screener;
  private final Population population;

  Explained(Screener screener, Population population) {
    this.screener = screener;
    this.population = population;
  }

  /**
   * Writes down how everything ends for the household.
   *
   * @throws org.konbit.rules.expression.RuleCannotBeEvaluated if a rule ends in an error
   */
  void decide(int number, Outcomes outcomes) {
    var packs = screener.packs();
    Household household =
        population.household(number, outcomes.date(), packs.vocabulary(), packs::word);
    var screening = screener.screen(household, EnumSet.noneOf(Aspect.class), Set.of());
    int first = population.firstPerson(number);
    for (int member = 0; member < household.size(); member++) {
      var result = screening.members().get(member);
      for (var program : result.programs()) {
        outcomes.put(
            outcomes.program(program.program()),
            first + member,
            program.outcome(),
            program.premiumMonthlyCents(),
            program.amountAnnualCents());
      }
      outcomes.putBest(first + member, result.best());
    }
    outcomes.premium(number, screening.premiumMonthlyCents());
    outcomes.explained();
  }
}
