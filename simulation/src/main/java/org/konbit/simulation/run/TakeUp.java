package org.konbit.simulation.run;

import java.time.LocalDate;
import org.konbit.simulation.figures.Assumptions;
import org.konbit.simulation.microdata.Person;
import org.konbit.simulation.microdata.Person.Coverage;

/**
 * How likely newly eligible people are to enrol, and what that costs. Chances are counted, not
 * drawn: a person of weight 100 and a chance of a half adds 50.
 */
final class TakeUp {
  private final Assumptions assumptions;
  private final LocalDate day;
  private final int year;
  private final double outreach;
  private final boolean isOverrun;

  /**
   * @param year of the reform, 1, 2, or 3 and more for the long run
   * @param outreach added to the log-odds of enrolling
   * @param isOverrun as in Illinois, Minnesota and Connecticut, where more enrolled than expected
   */
  TakeUp(Assumptions assumptions, LocalDate day, int year, double outreach, boolean isOverrun) {
    this.assumptions = assumptions;
    this.day = day;
    this.year = year;
    this.outreach = outreach;
    this.isOverrun = isOverrun;
  }

  /** The chance to enrol of somebody newly eligible. */
  double chance(String state, Person person, boolean hasEnrolledCitizen) {
    double longRun = longRun(state, person, hasEnrolledCitizen);
    double reached = longRun * ramp(state, person.age());
    double factor = isOverrun ? assumptions.value("overrun", state, person.age(), day) : 1;
    return Math.min(1, reached * factor);
  }

  private double longRun(String state, Person person, boolean hasEnrolledCitizen) {
    int age = person.age();
    if (person.isUninsured()) {
      double base = assumptions.value("take_up", state, age, day);
      double family =
          hasEnrolledCitizen ? assumptions.value("family_enrolled", state, age, day) : 0;
      double logit = StrictMath.log(base / (1 - base)) + family + outreach;
      return 1 / (1 + StrictMath.exp(-logit));
    }
    var id = person.has(Coverage.MEDICAID) ? "take_up_connected" : "crowd_out";
    return assumptions.value(id, state, age, day);
  }

  private double ramp(String state, int age) {
    return switch (year) {
      case 1 -> assumptions.value("ramp_year_1", state, age, day);
      case 2 -> assumptions.value("ramp_year_2", state, age, day);
      default -> 1;
    };
  }

  /** Dollars a year of one enrolled person. */
  double cost(String state, String program, int age) {
    return assumptions.value("cost", state, program, age, day);
  }

  double hospital(String state, int age) {
    return assumptions.value("hospital", state, age, day);
  }

  double participation(String state, int age) {
    return assumptions.value("participation", state, age, day);
  }

  double creditTakeUp(String state, int age) {
    return assumptions.value("credit_take_up", state, age, day);
  }
}
