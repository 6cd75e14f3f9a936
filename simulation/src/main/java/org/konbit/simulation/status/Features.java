package org.konbit.simulation.status;

import java.util.Map;
import org.konbit.simulation.microdata.Block;
import org.konbit.simulation.microdata.Person;
import org.konbit.simulation.microdata.Person.Coverage;

/**
 * What the survey says of a noncitizen that speaks for or against a status. The log-odds are
 * chosen, not estimated: they follow the direction and rough size of published models, and the
 * intercepts that are solved for carry the level. docs/method.md names them.
 */
final class Features {
  private static final int FIRST_RESIDUAL_YEAR = 1982;
  private static final int OWN_SCHOOLING = 16;
  private static final int DEGREE = 21;
  private static final Map<String, Double> ORIGINS =
      Map.of(
          "mexico_central_america", 1.0,
          "south_america", 0.6,
          "caribbean", 0.0,
          "africa", -0.3,
          "asia", -0.7,
          "europe", -0.9,
          "elsewhere", -0.9);

  private Features() {}

  /** Somebody whom logic makes lawful: never drawn as without status. */
  static boolean isSurelyLawful(Person person) {
    var incomes = person.incomes();
    boolean isInsuredByRight =
        (person.has(Coverage.MEDICARE) && person.age() < 65)
            || person.has(Coverage.TRICARE)
            || person.has(Coverage.VETERANS);
    boolean served = person.military() >= 1 && person.military() <= 3;
    boolean isOfficial = person.worker() >= 3 && person.worker() <= 5;
    return person.entered() < FIRST_RESIDUAL_YEAR
        || isInsuredByRight
        || incomes.socialSecurity() > 0
        || incomes.ssi() > 0
        || served
        || isOfficial
        || person.birthplace() == Origin.CUBA;
  }

  /** The log-odds of being without status, before what is solved for. */
  static double score(Block block, int home, Person person, int year) {
    double score = ORIGINS.getOrDefault(Origin.region(person.birthplace()), 0.0);
    int years = year - person.entered();
    score += years < 5 ? 0.3 : years < 10 ? 0.4 : years < 20 ? 0.2 : -0.8;
    if (person.age() >= 18) {
      score += person.schooling() < OWN_SCHOOLING ? 0.4 : person.schooling() >= DEGREE ? -0.5 : 0;
    }
    score += person.english() >= 3 ? 0.4 : 0;
    score += block.isOwned(home) ? -0.5 : 0;
    return score + (isMarriedToCitizen(block, home, person) ? -0.9 : 0);
  }

  // The survey tells spouses of the reference person alone.
  private static boolean isMarriedToCitizen(Block block, int home, Person person) {
    boolean isReference = person.relationship() == 20;
    if (!isReference && !isSpouse(person)) {
      return false;
    }
    for (int p = block.firstPerson(home); p < block.firstPerson(home + 1); p++) {
      var other = block.person(p);
      boolean isOther = isReference ? isSpouse(other) : other.relationship() == 20;
      if (isOther && !other.isNoncitizen()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpouse(Person person) {
    return person.relationship() == 21 || person.relationship() == 23;
  }
}
