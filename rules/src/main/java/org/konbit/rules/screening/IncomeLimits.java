package org.konbit.rules.screening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.Comparison;
import org.konbit.rules.expression.Definition;
import org.konbit.rules.expression.Expression;
import org.konbit.rules.expression.Kind;
import org.konbit.rules.expression.Registered;
import org.konbit.rules.program.Condition;
import org.konbit.rules.program.Eligibility;
import org.konbit.rules.program.Program;

/** Every comparison of one state's law that someone's income can turn. */
final class IncomeLimits {
  /**
   * One of them.
   *
   * @param from the first day of the text it stands in, in days since 1970-01-01
   * @param to its last day
   */
  record Limit(Comparison comparison, int from, int to) {
    boolean isInForce(int day) {
      return from <= day && day <= to;
    }
  }

  // What is derived from who is related to whom and not from what anyone has.
  private static final Set<String> WITHOUT_INCOME =
      Set.of(
          "children",
          "in_care",
          "parents",
          "spouses",
          "partners",
          "siblings",
          "household.members",
          "insurance.has_other",
          "tax.claimed",
          "tax.joint");

  private final List<Limit> limits = new ArrayList<>();
  private final Map<Attribute, BitSet> byAttribute = new HashMap<>();
  private final Map<Program, BitSet> byProgram = new HashMap<>();
  private final int[] dependents;
  private final BitSet isDependent = new BitSet();

  IncomeLimits(Plan plan) {
    dependents = plan.dependentsOf(IncomeLimits::mayReadIncome);
    for (int attribute : dependents) {
      isDependent.set(attribute);
    }
    for (Program program : plan.programs()) {
      var all = (BitSet) limitsOf(program.eligibility()).clone();
      plan.readBy(program).forEach(attribute -> all.or(limitsOf(attribute)));
      byProgram.put(program, all);
    }
  }

  private static boolean mayReadIncome(Attribute attribute) {
    return attribute instanceof Registered && !WITHOUT_INCOME.contains(attribute.name());
  }

  List<Limit> all() {
    return limits;
  }

  /** Which of them the program's outcome can depend on. */
  BitSet of(Program program) {
    return byProgram.getOrDefault(program, new BitSet());
  }

  /** The places of the attributes that someone's income may change. */
  int[] dependents() {
    return dependents;
  }

  private BitSet limitsOf(Attribute attribute) {
    var known = byAttribute.get(attribute);
    if (known != null) {
      return known;
    }
    var found = new BitSet();
    byAttribute.put(attribute, found);
    switch (attribute) {
      case Definition definition ->
          definition
              .versions()
              .forEach(version -> add(version.is(), version.from(), version.to(), found));
      case Eligibility eligibility -> add(eligibility.program(), found);
      default -> {
        // compares nothing
      }
    }
    return found;
  }

  private void add(Program program, BitSet found) {
    for (var route : program.routes()) {
      route
          .when()
          .ifPresent(when -> add(when.expression(), Integer.MIN_VALUE, Integer.MAX_VALUE, found));
    }
    for (Condition condition : Plan.conditionsOf(program)) {
      condition
          .texts()
          .forEach(text -> add(text.holds().expression(), text.from(), text.to(), found));
    }
  }

  private void add(Expression expression, int from, int to, BitSet found) {
    if (expression instanceof Comparison comparison && isLimit(comparison)) {
      found.set(limits.size());
      limits.add(new Limit(comparison, from, to));
    }
    expression.operands().forEach(operand -> add(operand, from, to, found));
  }

  private boolean isLimit(Comparison comparison) {
    if (comparison.left().kind() != Kind.INT || !comparison.standsAlone()) {
      return false;
    }
    var read = new HashSet<Attribute>();
    comparison.readsInto(read);
    return read.stream().anyMatch(attribute -> isDependent.get(attribute.index()));
  }
}
