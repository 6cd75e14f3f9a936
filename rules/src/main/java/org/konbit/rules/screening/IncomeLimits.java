package org.konbit.rules.screening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.konbit.rules.expression.Amounts;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.Comparison;
import org.konbit.rules.expression.Definition;
import org.konbit.rules.expression.Expression;
import org.konbit.rules.expression.Kind;
import org.konbit.rules.household.Vocabulary;
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
   * @param isFixed whether no income changes what is compared with
   */
  record Limit(Comparison comparison, int from, int to, boolean isFixed) {
    boolean isInForce(int day) {
      return from <= day && day <= to;
    }
  }

  /**
   * Which limits one program's outcome can depend on, by their places in {@link #all}.
   *
   * @param ofTested those that measure the tested member
   * @param ofOthers those that, by a walk over members, measure anybody
   */
  record Own(BitSet ofTested, BitSet ofOthers) {
    boolean isEmpty() {
      return ofTested.isEmpty() && ofOthers.isEmpty();
    }

    boolean has(int limit, boolean isOfTested) {
      return (isOfTested && ofTested.get(limit)) || ofOthers.get(limit);
    }
  }

  private final List<Limit> limits = new ArrayList<>();
  private final Map<Attribute, BitSet> byAttribute = new HashMap<>();
  private final Map<Attribute, Reads> reads = new HashMap<>();
  private final List<Own> byProgram = new ArrayList<>();
  private final BitSet dependents;
  private final Map<Integer, Integer> byComparison = new HashMap<>();
  private final int[] places;

  IncomeLimits(Plan plan) {
    dependents = plan.attributesOn(Vocabulary.INCOME_ENTRIES);
    for (Program program : plan.programs()) {
      byProgram.add(new Reach().of(program));
    }
    int most = byComparison.keySet().stream().mapToInt(number -> number + 1).max().orElse(0);
    places = new int[most];
    Arrays.setAll(places, number -> byComparison.getOrDefault(number, Amounts.UNSTEADY));
  }

  List<Limit> all() {
    return limits;
  }

  /** For a household of so many members, all amounts of one income, their turns still open. */
  Amounts amounts(int members) {
    return new Amounts(places, limits.size(), members);
  }

  /** Which of them a program's outcome can depend on, by its place in the plan. */
  Own of(int program) {
    return byProgram.get(program);
  }

  /** What an attribute reads, of whom. */
  private record Reads(Set<Attribute> ofTested, Set<Attribute> ofOthers) {
    static Reads of(Attribute attribute) {
      var reads = new Reads(new LinkedHashSet<>(), new LinkedHashSet<>());
      Plan.expressions(attribute).forEach(reads::add);
      return reads;
    }

    private void add(Expression expression) {
      (expression.isOfTested() ? ofTested : ofOthers).addAll(expression.reads());
      expression.operands().forEach(this::add);
    }
  }

  /** Follows a program's outcome down to all that it reads, of whom it reads it. */
  private final class Reach {
    private final Own own = new Own(new BitSet(), new BitSet());
    private final BitSet seenOfTested = new BitSet();
    private final BitSet seenOfOthers = new BitSet();

    Own of(Program program) {
      follow(program.eligibility(), true);
      return own;
    }

    private void follow(Attribute attribute, boolean isOfTested) {
      var seen = isOfTested ? seenOfTested : seenOfOthers;
      if (!seen.get(attribute.index())) {
        seen.set(attribute.index());
        (isOfTested ? own.ofTested() : own.ofOthers()).or(limitsOf(attribute));
        var read = reads.computeIfAbsent(attribute, Reads::of);
        read.ofTested().forEach(other -> follow(other, isOfTested));
        read.ofOthers().forEach(other -> follow(other, false));
      }
    }
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
    if (expression instanceof Comparison comparison) {
      boolean readsIncome = readsIncome(comparison);
      if (readsIncome && comparison.left().kind() == Kind.INT && comparison.standsAlone()) {
        byComparison.put(comparison.number(), limits.size());
        found.set(limits.size());
        limits.add(new Limit(comparison, from, to, !readsIncome(comparison.right())));
      } else {
        // What a definition is given may come from income, and nobody knows from here.
        boolean mayTurn = readsIncome || (!comparison.standsAlone() && comparison.readsGiven());
        byComparison.put(comparison.number(), mayTurn ? Amounts.UNSTEADY : Amounts.STEADY);
      }
    }
    expression.operands().forEach(operand -> add(operand, from, to, found));
  }

  private boolean readsIncome(Expression expression) {
    var read = new HashSet<Attribute>();
    expression.readsInto(read);
    return read.stream().anyMatch(attribute -> dependents.get(attribute.index()));
  }
}
