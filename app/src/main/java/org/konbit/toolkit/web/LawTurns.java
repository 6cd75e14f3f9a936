package org.konbit.toolkit.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.konbit.language.Texts;
import org.konbit.rules.overview.Matrix;
import org.konbit.screening.Law;
import org.konbit.screening.LawTables;
import org.konbit.toolkit.content.GovernmentAction;
import org.konbit.toolkit.content.Group;
import org.konbit.toolkit.content.Programme;
import org.konbit.toolkit.content.When;

/**
 * What the rule packs change for a group on the day an action begins to work: the dates come from
 * the action, the results from the packs.
 */
final class LawTurns {
  /** The programs that the tables of the law rank. */
  private static final Set<Programme> COVERAGE =
      EnumSet.of(
          Programme.MASSHEALTH,
          Programme.MASSHEALTH_LIMITED,
          Programme.HEALTH_SAFETY_NET,
          Programme.CMSP,
          Programme.CONNECTORCARE,
          Programme.HUSKY_A,
          Programme.HUSKY_B,
          Programme.HUSKY_D,
          Programme.HUSKY_STATE_FUNDED,
          Programme.ACCESS_HEALTH_CT,
          Programme.EMERGENCY_MEDICAID,
          Programme.MEDICARE);

  private record Turn(String from, String to) {}

  private final Law law;
  private final LawTables tables;
  private final Texts t;
  private final LawSayings says;

  LawTurns(Law law, LawTables tables, Texts t) {
    this.law = law;
    this.tables = tables;
    this.t = t;
    this.says = new LawSayings(law, t);
  }

  /** What turns for a group with an action, in each of the states it holds in. */
  List<Effect> of(Group group, GovernmentAction action, List<Law.State> states) {
    var heading = action.heading();
    boolean isOfCoverage = heading.programmes().stream().anyMatch(COVERAGE::contains);
    if (!isOfCoverage || action.effectiveOn().filter(LawTurns::isDay).isEmpty()) {
      return List.of();
    }
    var day = action.effectiveOn().orElseThrow().first();
    return states.stream()
        .filter(state ->
            heading.jurisdictions().contains("US")
                || heading.jurisdictions().contains(state.code()))
        .filter(state -> law.changeDays(state).contains(day))
        .map(state -> effect(group, state, day))
        .filter(effect -> !effect.shifts().isEmpty())
        .toList();
  }

  private static boolean isDay(When when) {
    return when.known() == When.Known.DAY;
  }

  private Effect effect(Group group, Law.State state, LocalDate day) {
    // Between two days of change the law stands still: the last of them serves for the eve.
    var held = law.changeDays(state).lower(day);
    var eve = held == null || held.isBefore(state.firstDay()) ? state.firstDay() : held;
    if (!eve.isBefore(day)) {
      return new Effect(state.name(), List.of());
    }
    var before = tables.on(law, state, eve, CoverageTelling.PERCENT);
    var after = tables.on(law, state, day, CoverageTelling.PERCENT);
    var shifts = new ArrayList<Effect.Shift>();
    for (int row = 0; row < before.rows().size(); row++) {
      if (LawGroups.isOf(group, before.rows().get(row))) {
        shifts.addAll(shifts(row, before, after));
      }
    }
    return new Effect(state.name(), shifts);
  }

  private List<Effect.Shift> shifts(int row, Matrix before, Matrix after) {
    Map<Turn, List<String>> turns = new LinkedHashMap<>();
    for (int column = 0; column < before.profiles().size(); column++) {
      var turn =
          new Turn(
              before.rows().get(row).cells().get(column).best(),
              after.rows().get(row).cells().get(column).best());
      if (!turn.from().equals(turn.to())) {
        turns
            .computeIfAbsent(turn, _ -> new ArrayList<>())
            .add(says.person(before.profiles().get(column)));
      }
    }
    var of = before.rows().get(row);
    return turns.entrySet().stream()
        .map(entry ->
            new Effect.Shift(
                says.status(of),
                says.variant(of),
                t.list(entry.getValue()),
                says.best(entry.getKey().from()),
                says.best(entry.getKey().to())))
        .toList();
  }
}
