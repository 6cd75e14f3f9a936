package org.konbit.simulation.run;

import java.util.ArrayList;
import java.util.List;
import org.konbit.simulation.family.Rows;
import org.konbit.simulation.microdata.Block;
import org.konbit.simulation.microdata.Person;
import org.konbit.simulation.microdata.Person.Coverage;
import org.konbit.simulation.run.Programs.Level;

/** Holds a population's entitlements before and after a reform against each other. */
final class Accounting {
  private static final double CENTS = 100;
  private static final List<String> STATE_CHILDREN =
      List.of("ct.state_husky_a", "ct.state_husky_b_band1", "ct.state_husky_b_band2");

  private final Groups groups;
  private final TakeUp takeUp;
  private final Programs before;
  private final Programs after;
  private final double stateShare;
  private final int[] stateChildren;

  Accounting(Groups groups, TakeUp takeUp, Programs before, Programs after, double stateShare) {
    this.groups = groups;
    this.takeUp = takeUp;
    this.before = before;
    this.after = after;
    this.stateShare = stateShare;
    this.stateChildren = STATE_CHILDREN.stream().mapToInt(before::number).toArray();
  }

  /** One person on the way into the sums. */
  private static final class Case {
    private final int[] groups;
    private final Block block;
    private final int number;
    private final String state;
    private final long serial;
    private final boolean hasEnrolledCitizen;

    Case(int[] groups, Block block, int home, int number, boolean hasEnrolledCitizen) {
      this.groups = groups;
      this.block = block;
      this.number = number;
      this.state = block.state(home);
      this.serial = block.serial(home);
      this.hasEnrolledCitizen = hasEnrolledCitizen;
    }

    float weight() {
      return block.weight(number);
    }
  }

  /**
   * Goes through all homes once.
   *
   * @param bills each reform's accounting
   * @param law what the law in force gives
   * @param reforms what each reform gives
   * @return the sums of each reform
   */
  static List<Tally> tally(
      List<Accounting> bills,
      Rows rows,
      Evaluation.Decisions law,
      List<Evaluation.Decisions> reforms,
      boolean replicates) {
    var tallies = new ArrayList<Tally>();
    for (Accounting bill : bills) {
      tallies.add(new Tally(bill.groups.all().size(), replicates));
    }
    int row = 0;
    while (row < rows.size()) {
      int end = row + 1;
      while (end < rows.size() && rows.isSameBlock(end, row) && rows.home(end) == rows.home(row)) {
        end++;
      }
      for (Case one : home(bills.getFirst().groups, rows, row, end)) {
        for (int bill = 0; bill < reforms.size(); bill++) {
          bills.get(bill).count(one, row, law, reforms.get(bill), tallies.get(bill));
        }
        row++;
      }
    }
    return tallies;
  }

  private static List<Case> home(Groups groups, Rows rows, int from, int to) {
    var block = rows.block(from);
    int home = rows.home(from);
    long income = 0;
    boolean hasEnrolledCitizen = false;
    for (int row = from; row < to; row++) {
      int person = rows.person(row);
      income += block.income(person);
      hasEnrolledCitizen |=
          !Person.isNoncitizen(block.citizenship(person))
              && (block.coverage(person) & Coverage.MEDICAID.bit()) != 0;
    }
    var cases = new ArrayList<Case>(to - from);
    for (int row = from; row < to; row++) {
      int person = rows.person(row);
      var places = groups.of(rows, row, block.age(person), income);
      cases.add(new Case(places, block, home, person, hasEnrolledCitizen));
    }
    return cases;
  }

  private void count(
      Case one, int row, Evaluation.Decisions law, Evaluation.Decisions reform, Tally into) {
    var sums = new Sums(one, into);
    population(sums, row, law);
    entitlement(sums, row, law, reform);
    credits(sums, law.creditCents(row), reform.creditCents(row));
    sums.add(Quantity.UNDECIDED, law.isOpen(row) || reform.isOpen(row) ? 1 : 0);
  }

  /** The sums that one person goes into. */
  private record Sums(Case of, Tally tally) {
    void add(Quantity quantity, double amount) {
      tally.add(of.groups, quantity, amount, of.block, of.number);
    }

    Person person() {
      return of.block.person(of.number);
    }

    String state() {
      return of.state;
    }
  }

  private void population(Sums one, int row, Evaluation.Decisions law) {
    one.add(Quantity.PEOPLE, 1);
    int coverage = one.of().block.coverage(one.of().number);
    one.add(Quantity.UNINSURED, Person.isUninsured(coverage) ? 1 : 0);
    one.add(Quantity.REPORTS_MEDICAID, (coverage & Coverage.MEDICAID.bit()) != 0 ? 1 : 0);
    boolean isStateChild = false;
    for (int program : stateChildren) {
      isStateChild |= law.isEligible(program, row);
    }
    if (isStateChild) {
      double chance = takeUp.chance(one.state(), one.person(), false);
      one.add(Quantity.STATE_CHILDREN, chance);
      one.add(
          Quantity.STATE_CHILDREN_COST,
          chance * takeUp.cost(one.state(), STATE_CHILDREN.getFirst(), one.person().age()));
    }
  }

  private void entitlement(
      Sums one, int row, Evaluation.Decisions law, Evaluation.Decisions reform) {
    int was = law.best(row);
    int is = reform.best(row);
    var levelBefore = before.level(was);
    var levelAfter = after.level(is);
    one.add(Quantity.ENTITLED_BEFORE, levelBefore == Level.PARTIAL ? 0 : 1);
    one.add(Quantity.ENTITLED_AFTER, levelAfter == Level.PARTIAL ? 0 : 1);
    if (!before.id(was).equals(after.id(is))) {
      one.tally().move(before.id(was), after.id(is), one.of().weight());
      one.tally().example(one.of().serial);
    }
    int change = levelAfter.compareTo(levelBefore);
    if (change > 0) {
      gains(one, after.id(is));
    } else if (change < 0) {
      loses(one, before.id(was));
    }
  }

  private void gains(Sums one, String program) {
    var person = one.person();
    double chance = takeUp.chance(one.state(), person, one.of().hasEnrolledCitizen);
    double cost = chance * takeUp.cost(one.state(), program, person.age());
    one.add(Quantity.NEWLY_ELIGIBLE, 1);
    one.add(Quantity.NEWLY_ENROLLED, chance);
    one.add(Quantity.COST, cost);
    one.add(Quantity.STATE_COST, cost * stateShare);
    if (person.isUninsured()) {
      one.add(Quantity.NEWLY_ELIGIBLE_UNINSURED, 1);
      one.add(Quantity.NEWLY_INSURED, chance);
      one.add(Quantity.HOSPITAL, chance * takeUp.hospital(one.state(), person.age()));
    }
  }

  private void loses(Sums one, String program) {
    int age = one.person().age();
    one.add(Quantity.LOSES, 1);
    // Who reports private insurance would not have used what is lost.
    boolean hasIt = one.person().has(Coverage.MEDICAID) || one.person().has(Coverage.SUBSIDISED);
    double enrolled = hasIt ? takeUp.participation(one.state(), age) : 0;
    one.add(Quantity.DISENROLLED, enrolled);
    one.add(Quantity.SAVED, enrolled * takeUp.cost(one.state(), program, age));
  }

  private void credits(Sums one, long lawCents, long reformCents) {
    if (lawCents == reformCents) {
      return;
    }
    double chance = takeUp.creditTakeUp(one.state(), one.person().age());
    one.add(reformCents > lawCents ? Quantity.CREDIT_GAINERS : Quantity.CREDIT_LOSERS, chance);
    one.add(Quantity.CREDIT, chance * (reformCents - lawCents) / CENTS);
  }
}
