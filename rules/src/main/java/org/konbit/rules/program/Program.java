package org.konbit.rules.program;

import java.util.List;
import java.util.Optional;
import org.konbit.rules.expression.CheckedCondition;
import org.konbit.rules.expression.Frame;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Words;

/**
 * One program of coverage or aid, as a pack defines it. Its parts are set once, when it is loaded.
 */
public final class Program {
  /**
   * On which days the program exists.
   *
   * @param from its first day, in days since 1970-01-01
   * @param to its last, {@code Integer.MAX_VALUE} while no end is known
   */
  public record Offered(int from, int to, String cite) {}

  /**
   * What one member pays.
   *
   * @param monthly cents
   * @param group members of one group together pay no more than the family maximum; empty for none
   * @param familyMaximum cents a month
   * @param when where it is false or unknown, no premium is stated
   */
  public record Premium(
      CheckedCondition monthly,
      String cite,
      String group,
      Optional<CheckedCondition> familyMaximum,
      Optional<CheckedCondition> when) {}

  /** What a tax unit gets in a year, in cents, told once on its first filer. */
  public record Amount(CheckedCondition yearly, String cite) {}

  /**
   * Something the reader must know beside the outcome.
   *
   * @param outcomes the outcomes it is told with: eligible, ineligible, unknown
   * @param surely whether it is told only where it certainly concerns the reader, since it says
   *     something of them; any other is left out only where it certainly does not
   */
  public record Note(
      String id,
      Optional<CheckedCondition> when,
      List<String> outcomes,
      boolean surely,
      String cite,
      String message) {}

  /**
   * How it is applied for.
   *
   * @param through the id of the channel
   * @param bring the ids of the papers that are asked for
   */
  public record Apply(String through, List<String> bring, String cite) {}

  /**
   * All that a program consists of.
   *
   * @param meantFor the law that says whom its routes are for
   */
  public record Parts(
      Offered offered,
      String meantFor,
      List<Condition> conditions,
      List<Route> routes,
      Optional<Premium> premium,
      Optional<Amount> amount,
      List<Note> notes,
      Optional<Apply> apply) {}

  private final String id;
  private final String kind;
  private final Optional<String> state;
  private final long stateCode;
  private final Eligibility eligibility;
  // Decided many times for each household, and arrays need no iterators.
  private Condition[] conditions = {};
  private Route[] routes = {};
  private Parts parts =
      new Parts(
          new Offered(0, Integer.MAX_VALUE, ""),
          "",
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty());

  /**
   * @param state the one state it belongs to, or empty for a federal program
   * @param index its outcome's place among all attributes
   */
  public Program(int index, String id, String kind, Optional<String> state) {
    this.id = id;
    this.kind = kind;
    this.state = state;
    this.stateCode = state.map(Words::code).orElse(Values.NONE);
    this.eligibility = new Eligibility(index, this);
  }

  /** Gives the program its parts, once everything its conditions read is declared. */
  public void consistsOf(Parts loaded) {
    parts = loaded;
    conditions = loaded.conditions().toArray(Condition[]::new);
    routes = loaded.routes().toArray(Route[]::new);
  }

  public String id() {
    return id;
  }

  /**
   * What it gives: coverage (whole), partial (some care), emergency (emergency care only), care
   * (paid for, not insured), marketplace (a plan to buy, or help with its price), savings (help
   * with what other insurance costs), food, tax_credit or cash.
   */
  public String kind() {
    return kind;
  }

  public Optional<String> state() {
    return state;
  }

  public Eligibility eligibility() {
    return eligibility;
  }

  public Offered offered() {
    return parts.offered();
  }

  /** The law that says whom its routes are for, told to a person for whom none of them is. */
  public String meantFor() {
    return parts.meantFor();
  }

  public List<Condition> conditions() {
    return parts.conditions();
  }

  public List<Route> routes() {
    return parts.routes();
  }

  public Optional<Premium> premium() {
    return parts.premium();
  }

  public Optional<Amount> amount() {
    return parts.amount();
  }

  public List<Note> notes() {
    return parts.notes();
  }

  public Optional<Apply> apply() {
    return parts.apply();
  }

  /** What {@link #conditions} lists. Not to be changed. */
  Condition[] everyCondition() {
    return conditions;
  }

  /** What {@link #routes} lists. Not to be changed. */
  Route[] everyRoute() {
    return routes;
  }

  /** Whether it exists on the frame's date; its beginning and end are remembered. */
  public boolean isOffered(Frame frame) {
    if (frame.today() < offered().from()) {
      frame.changesOn(offered().from());
      return false;
    }
    if (frame.today() <= offered().to() && offered().to() != Integer.MAX_VALUE) {
      frame.changesOn(offered().to() + 1);
    }
    return frame.today() <= offered().to();
  }

  /** Whether it is a program of the household's state: 1, 0 or {@link Values#UNKNOWN}. */
  public long isOfState(Frame frame) {
    return state.isEmpty() ? Values.TRUE : Eligibility.sameState(frame, stateCode);
  }
}
