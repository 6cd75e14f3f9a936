package org.konbit.rules.screening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.Definition;
import org.konbit.rules.expression.Dependents;
import org.konbit.rules.expression.Environment;
import org.konbit.rules.expression.Expression;
import org.konbit.rules.expression.FactAttribute;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.program.Condition;
import org.konbit.rules.program.Eligibility;
import org.konbit.rules.program.Program;
import org.konbit.rules.program.Route;

/** What is the same for every household of one state: its programs, ranking, and who reads what. */
final class Plan {
  private final Environment environment;
  private final Map<Long, Plan> byState;
  private final List<Program> programs;
  private final int[] ranking;
  private final Map<Attribute, Set<Attribute>> closure = new HashMap<>();
  private final List<BitSet> reads;
  private final IncomeLimits incomeLimits;
  private final Dependents incomeDependents;
  private final Map<Integer, Dependents> dependents = new ConcurrentHashMap<>();

  /**
   * A plan among others.
   *
   * @param byState the plans of all states by their word's code, complete once all are made
   */
  Plan(
      Environment environment,
      List<Program> programs,
      List<String> ranking,
      Map<Long, Plan> byState) {
    this.environment = environment;
    this.byState = byState;
    this.programs = List.copyOf(programs);
    this.ranking =
        ranking.stream()
            .mapToInt(id -> indexOf(programs, id))
            .filter(index -> index >= 0)
            .toArray();
    this.reads = programs.stream().map(program -> placesOf(program.eligibility())).toList();
    this.incomeLimits = new IncomeLimits(this);
    this.incomeDependents = dependentsOn(Vocabulary.INCOME_ENTRIES);
  }

  private BitSet placesOf(Attribute attribute) {
    var places = new BitSet();
    closureOf(attribute).forEach(read -> places.set(read.index()));
    return places;
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

  /** Whether a program's outcome, by its place, can depend on the attribute. */
  boolean reads(int program, Attribute attribute) {
    return reads.get(program).get(attribute.index());
  }

  IncomeLimits incomeLimits() {
    return incomeLimits;
  }

  /** The attributes that another income, of anyone in the household, may change. */
  Dependents incomeDependents() {
    return incomeDependents;
  }

  /** The attributes that another answer to a fact, of anyone in the household, may change. */
  Dependents dependentsOn(Fact fact) {
    return dependents.computeIfAbsent(
        fact.index(), _ -> new Dependents(environment, attributesOn(fact)));
  }

  /** The places of the attributes that may depend on the fact. */
  BitSet attributesOn(Fact fact) {
    var found = new BitSet();
    closure.forEach((attribute, read) -> {
      if (reads(attribute, fact) || read.stream().anyMatch(other -> reads(other, fact))) {
        found.set(attribute.index());
      }
    });
    return found;
  }

  // What counts of a status's details turns on the status.
  private boolean reads(Attribute attribute, Fact fact) {
    boolean isDetail =
        attribute instanceof FactAttribute read && environment.isDetailOfStatus(read.fact());
    return attribute.reads(fact) || (isDetail && fact.equals(Vocabulary.STATUS));
  }

  static List<Condition> conditionsOf(Program program) {
    var conditions = new ArrayList<>(program.conditions());
    program.routes().forEach(route -> conditions.addAll(route.conditions()));
    return conditions;
  }

  private Set<Attribute> closureOf(Attribute attribute) {
    var known = closure.get(attribute);
    if (known != null) {
      return known;
    }
    var direct = new HashSet<Attribute>();
    expressions(attribute).forEach(expression -> expression.readsInto(direct));
    var all = new HashSet<Attribute>(direct);
    for (Attribute read : direct) {
      all.addAll(closureOf(read));
    }
    closure.put(attribute, all);
    return all;
  }

  /** The expressions that an attribute's value comes from, of all dates. */
  static Collection<Expression> expressions(Attribute attribute) {
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
