package org.konbit.simulation.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.konbit.simulation.figures.Margins;
import org.konbit.simulation.figures.Margins.Target;
import org.konbit.simulation.run.Quantity;
import org.konbit.simulation.run.Results;

/**
 * One published figure and what the run gives for it.
 *
 * @param reached what the run gives
 */
public record Check(Target target, double reached) {
  /** Whether the run's figure is within the band. */
  public boolean isMet() {
    return target.low() <= reached && reached <= target.high();
  }

  // From this day children of up to 15 may enter State HUSKY (PA 23-204), as when they were
  // counted.
  private static final LocalDate RULE_OF_2024 = LocalDate.of(2024, 7, 1);
  private static final List<String> OPEN_TO_ALL = List.of("husky-r3", "husky-r4");

  /** Every published figure that this run can be held against, misses included. */
  public static List<Check> of(Run run) {
    var checks = new ArrayList<Check>();
    for (Target target : Margins.targets()) {
      if (run.states().contains(target.state())) {
        reached(run, target).ifPresent(reached -> checks.add(new Check(target, reached)));
      }
    }
    return checks;
  }

  private static Optional<Double> reached(Run run, Target target) {
    var results = run.results();
    var state = target.state();
    boolean isAlone = run.states().size() == 1;
    var reform = run.reform().id();
    boolean isOpenToAll = OPEN_TO_ALL.contains(reform);
    boolean hasRuleOf2024 = !run.settings().before().isBefore(RULE_OF_2024);
    boolean isCoverAllKids = reform.equals("ma-cover-all-kids");
    return switch (target.id()) {
      case "population" -> Optional.of(results.ofState(state, Quantity.PEOPLE));
      case "medicaid" -> Optional.of(results.ofState(state, Quantity.REPORTS_MEDICAID));
      case "uninsured_share" ->
          Optional.of(
              results.ofState(state, Quantity.UNINSURED) / results.ofState(state, Quantity.PEOPLE));
      case "state_husky_children" ->
          only(hasRuleOf2024, results.ofState(state, Quantity.STATE_CHILDREN));
      case "state_husky_cost" ->
          only(hasRuleOf2024, results.ofState(state, Quantity.STATE_CHILDREN_COST));
      case "foreign_born" ->
          only(
              isAlone,
              sum(results, Quantity.PEOPLE, "naturalised", "lawful noncitizen")
                  + without(results, Quantity.PEOPLE));
      case "without_status" -> only(isAlone, without(results, Quantity.PEOPLE));
      case "uninsured_in_group" ->
          only(isAlone, without(results, Quantity.UNINSURED) / without(results, Quantity.PEOPLE));
      case "uninsured_in_group_after" ->
          only(
              isAlone && isOpenToAll,
              (without(results, Quantity.UNINSURED) - without(results, Quantity.NEWLY_INSURED))
                  / without(results, Quantity.PEOPLE));
      case "newly_insured" -> only(isOpenToAll, results.ofState(state, Quantity.NEWLY_INSURED));
      case "cost" -> only(isOpenToAll, results.ofState(state, Quantity.COST));
      case "cover_all_kids" ->
          only(isCoverAllKids, results.ofState(state, Quantity.NEWLY_ENROLLED));
      case "cover_all_kids_cost" -> only(isCoverAllKids, results.ofState(state, Quantity.COST));
      case "itin_credit_cost" ->
          only(reform.equals("ma-itin-eitc-40"), results.ofState(state, Quantity.CREDIT));
      default -> Optional.empty();
    };
  }

  private static Optional<Double> only(boolean applies, double reached) {
    return applies ? Optional.of(reached) : Optional.empty();
  }

  private static double without(Results results, Quantity quantity) {
    return sum(results, quantity, "temporary or pending", "undocumented");
  }

  private static double sum(Results results, Quantity quantity, String... groups) {
    double sum = 0;
    for (String group : groups) {
      sum += results.line("status", group).figure(quantity).value();
    }
    return sum;
  }
}
