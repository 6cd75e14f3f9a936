package org.konbit.rules.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.Definition;
import org.konbit.rules.expression.Expression;
import org.konbit.rules.expression.Registered;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.program.Condition;
import org.konbit.rules.program.Eligibility;
import org.konbit.rules.program.Program;
import org.konbit.rules.program.Route;

/** What is the same for every household of one state: its programs, ranking, and who reads what. */
final class Plan {
  private final Map<Long, Plan> byState;
  private final List<Program> programs;
  private final int[] ranking;
  private final Map<Attribute, Set<Attribute>> closure = new HashMap<>();
  private final Map<Program, Set<Attribute>> byProgram = new HashMap<>();
  private final IncomeLimits incomeLimits;
  private final Map<String, int[]> dependentsOn = new ConcurrentHashMap<>();

  /**
   * A plan among others.
   *
   * @param byState the plans of all states by their word's code, complete once all are made
   */
  Plan(List<Program> programs, List<String> ranking, Map<Long, Plan> byState) {
    this.byState = byState;
    this.programs = List.copyOf(programs);
    this.ranking =
        ranking.stream()
            .mapToInt(id -> indexOf(programs, id))
            .filter(index -> index >= 0)
            .toArray();
    programs.forEach(program -> byProgram.put(program, closureOf(program.eligibility())));
    this.incomeLimits = new IncomeLimits(this);
  }

  private static int indexOf(List<Program> programs, String id) {
    for (int i = 0; i < programs.size(); i++) {
      if (programs.get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  /** The plan of the household's state, which may be another where the state is supposed. */
  Plan forStateOf(Household household) {
    return byState.getOrDefault(household.value(Vocabulary.STATE, 0), this);
  }

  List<Program> programs() {
    return programs;
  }

  /** Places in {@link #programs}, the most complete coverage first. */
  int[] ranking() {
    return ranking;
  }

  /** Every attribute the program's outcome can depend on. */
  Set<Attribute> readBy(Program program) {
    return byProgram.getOrDefault(program, Set.of());
  }

  IncomeLimits incomeLimits() {
    return incomeLimits;
  }

  /** The places of all attributes that a member's fact may change. */
  int[] dependentsOn(String fact) {
    return dependentsOn.computeIfAbsent(
        fact,
        name ->
            dependentsOf(
                attribute -> attribute.name().equals(name) || attribute instanceof Registered));
  }

  /** The places of all attributes that may depend on one that the test names. */
  int[] dependentsOf(Predicate<Attribute> changed) {
    return closure.entrySet().stream()
        .filter(
            entry -> changed.test(entry.getKey()) || entry.getValue().stream().anyMatch(changed))
        .mapToInt(entry -> entry.getKey().index())
        .sorted()
        .toArray();
  }

  static List<Condition> conditionsOf(Program program) {
    var conditions = new ArrayList<>(program.conditions());
    program.routes().forEach(route -> conditions.addAll(route.conditions()));
    return conditions;
  }

  private Set<Attribute> closureOf(Collection<Attribute> direct) {
    var all = new HashSet<Attribute>();
    for (Attribute attribute : direct) {
      all.add(attribute);
      all.addAll(closureOf(attribute));
    }
    return all;
  }

  private Set<Attribute> closureOf(Attribute attribute) {
    var known = closure.get(attribute);
    if (known != null) {
      return known;
    }
    var direct = new HashSet<Attribute>();
    expressions(attribute).forEach(expression -> expression.readsInto(direct));
    var all = closureOf(direct);
    closure.put(attribute, all);
    return all;
  }

  private static List<Expression> expressions(Attribute attribute) {
    return switch (attribute) {
      case Definition definition ->
          definition.versions().stream().map(Definition.Version::is).toList();
      case Eligibility eligibility -> expressions(eligibility.program());
      default -> List.of();
    };
  }

  private static List<Expression> expressions(Program program) {
    var expressions = new ArrayList<Expression>();
    for (Route route : program.routes()) {
      route.when().ifPresent(when -> expressions.add(when.expression()));
    }
    for (Condition condition : conditionsOf(program)) {
      condition.texts().forEach(text -> expressions.add(text.holds().expression()));
    }
    return expressions;
  }
}
