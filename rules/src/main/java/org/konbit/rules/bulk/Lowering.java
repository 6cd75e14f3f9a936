package org.konbit.rules.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.konbit.rules.expression.Age;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.Definition;
import org.konbit.rules.expression.Expression;
import org.konbit.rules.expression.FactAttribute;
import org.konbit.rules.expression.Parameter;
import org.konbit.rules.expression.Registered;
import org.konbit.rules.expression.Shape;
import org.konbit.rules.expression.Today;
import org.konbit.rules.program.Eligibility;

/**
 * Turns checked conditions into terms for one date and one state: dated texts are chosen, figures
 * of the law become constants, definitions are put in place of their names.
 */
final class Lowering {
  private static final int DEEPEST = 8;

  /** Whom a name stands for here: the tested member, or who the walk of a level has reached. */
  private record Scope(Map<Integer, Integer> levels, Map<Integer, Term> locals) {
    int level(int slot) {
      return slot == Shape.TESTED ? 0 : levels.getOrDefault(slot, 0);
    }

    Scope reaching(int slot, int level) {
      var more = new HashMap<>(levels);
      more.put(slot, level);
      return new Scope(more, locals);
    }
  }

  private static final Scope OUTERMOST = new Scope(Map.of(), Map.of());

  private final Nodes nodes;
  private final Terms terms;
  private final Facts facts;
  private final Eligibilities eligibilities;
  private final int day;
  private final LocalDate date;
  private final Map<Attribute, Term> known = new LinkedHashMap<>();
  private final Set<Attribute> open = new HashSet<>();

  /** How programs come to an outcome. */
  interface Eligibilities {
    Term of(Eligibility eligibility);
  }

  Lowering(Nodes nodes, Facts facts, LocalDate date, Eligibilities eligibilities) {
    this.nodes = nodes;
    this.terms = new Terms(nodes);
    this.facts = facts;
    this.eligibilities = eligibilities;
    this.date = date;
    this.day = Math.toIntExact(date.toEpochDay());
  }

  /** What the expression comes to for the tested member. */
  Term lower(Expression expression) {
    return lower(expression, OUTERMOST);
  }

  /** What the attribute comes to for the tested member. */
  Term attribute(Attribute attribute) {
    var term = known.get(attribute);
    if (term != null) {
      return term;
    }
    if (!open.add(attribute)) {
      throw new NotCompiled("(%s) reads itself".formatted(attribute.name()));
    }
    var lowered = lowered(attribute);
    open.remove(attribute);
    known.put(attribute, lowered);
    return lowered;
  }

  private Term lowered(Attribute attribute) {
    return switch (attribute) {
      case Today _ -> terms.constant(day);
      case Age _ -> facts.age();
      case FactAttribute fact -> facts.fact(fact.fact());
      case Definition definition -> text(definition).map(this::lower).orElse(terms.error());
      case Eligibility eligibility -> eligibilities.of(eligibility);
      case Parameter parameter -> parameter(parameter);
      case Registered registered ->
          facts
              .registered(registered.name())
              .orElseThrow(() ->
                  new NotCompiled(
                      "the derivation (%s) has no bulk form".formatted(registered.name())));
      default -> throw new NotCompiled("(%s) has no bulk form".formatted(attribute.name()));
    };
  }

  private Optional<Expression> text(Definition definition) {
    return definition.versions().stream()
        .filter(version -> version.from() <= day && day <= version.to())
        .map(Definition.Version::is)
        .findFirst();
  }

  private Term parameter(Parameter parameter) {
    return switch (parameter.kind()) {
      case TABLE, WORDS -> terms.constant(0);
      case BOOL, INT, DATE, WORD, MEMBERS -> {
        var value = parameter.valueOn(day);
        yield value.isPresent() ? terms.constant(value.getAsLong()) : terms.error();
      }
    };
  }

  private Term lower(Expression expression, Scope scope) {
    return switch (expression.shape()) {
      case Shape.Written(var value) -> terms.constant(value);
      case Shape.Read(var attribute, var slot) -> at(attribute(attribute), scope.level(slot));
      case Shape.Local(var slot) -> local(slot, scope);
      case Shape.Walk walk -> walk(walk, scope);
      case Shape.Compared(var relation, var left, var right) ->
          terms.compared(relation, lower(left, scope), lower(right, scope));
      case Shape.Calculated(var sum, var left, var right) ->
          terms.calculated(sum, lower(left, scope), lower(right, scope));
      case Shape.Both(var isAnd, var left, var right) -> both(isAnd, left, right, scope);
      case Shape.Not(var operand) -> terms.not(lower(operand, scope));
      case Shape.Choice(var test, var then, var otherwise) ->
          terms.choice(lower(test, scope), lower(then, scope), lower(otherwise, scope));
      case Shape.InList(var element, var list) -> terms.among(lower(element, scope), list);
      case Shape.InParameter(var element, var list) -> inParameter(element, list, scope);
      case Shape.Has(var word, var set, var slot) -> at(facts.has(set, word), scope.level(slot));
      case Shape.Called called -> called(called, scope);
      case Shape.OfToday(var part) ->
          terms.constant(part == Shape.Function.YEAR ? date.getYear() : date.getMonthValue());
      case Shape.Present(var operand) -> present(lower(operand, scope));
      case Shape.InYear(var table, var year) -> inYear(table, lower(year, scope));
      case Shape.EnrolledSince(var program, var slot) ->
          at(facts.enrolledSince(program), scope.level(slot));
      case Shape.Defined(var definition, var arguments) -> defined(definition, arguments, scope);
    };
  }

  private Term at(Term term, int level) {
    return level == 0 ? term : terms.reached(level, term);
  }

  private static Term local(int slot, Scope scope) {
    var argument = scope.locals().get(slot);
    if (argument == null) {
      throw new NotCompiled("what a walk has gathered is read in a way that has no bulk form");
    }
    return argument;
  }

  private Term both(boolean isAnd, Expression left, Expression right, Scope scope) {
    var first = lower(left, scope);
    if (first.doubt().isConstant(0)
        && first.value().isConstant(isAnd ? 0 : 1)
        && first.unknown().isConstant(0)) {
      return first;
    }
    var second = lower(right, scope);
    return isAnd ? terms.and(first, second) : terms.or(first, second);
  }

  private Term inParameter(Expression element, Parameter list, Scope scope) {
    var value = lower(element, scope);
    return list.wordsOn(day)
        .map(words -> terms.among(value, words))
        .orElseGet(() -> terms.guarded(value, terms.error()));
  }

  private Term present(Term term) {
    return terms.claim(term.present(), term.unknown(), term.doubt());
  }

  private Term inYear(Parameter table, Term year) {
    var rows = table.rowsOn(day);
    Term found = terms.error();
    for (var row : rows.entrySet()) {
      var reached = terms.of(nodes.atMost(nodes.constant(row.getKey()), year.value()));
      found = terms.choice(reached, terms.constant(row.getValue()), found);
    }
    return terms.guarded(year, found);
  }

  private Term called(Shape.Called called, Scope scope) {
    var first = lower(called.first(), scope);
    var function = called.function();
    return switch (function) {
      case YEARLY -> terms.calculated(Shape.Sum.TIMES, first, terms.constant(function.of(1, 0)));
      case MONTHLY -> terms.calculated(Shape.Sum.TIMES, first, terms.constant(function.of(1, 0)));
      case ADD_DAYS -> terms.calculated(Shape.Sum.PLUS, first, second(called, scope));
      case DAYS_BETWEEN -> terms.calculated(Shape.Sum.MINUS, second(called, scope), first);
      case END_OF_MONTH, YEAR, MONTH -> dated(function, first, terms.constant(0));
      case ADD_YEARS, ADD_MONTHS, YEARS_BETWEEN, MONTHS_BETWEEN ->
          dated(function, first, second(called, scope));
    };
  }

  private Term second(Shape.Called called, Scope scope) {
    return called.second().map(operand -> lower(operand, scope)).orElse(terms.constant(day));
  }

  // At the ends of what goes in lies what is earliest and latest: if these are dates, all are.
  private Term dated(Shape.Function function, Term first, Term second) {
    var range = Range.ofEnds(Range.of(first.value()), Range.of(second.value()), function::of);
    var both = terms.calculated(Shape.Sum.GREATEST, first, second);
    if (range.isAny()) {
      return terms.guarded(both, terms.error());
    }
    var value = dated(function, first.value(), second.value(), range);
    return new Term(value, both.present(), both.unknown(), both.none(), both.doubt(), null);
  }

  // One table for each of the few numbers that the second can be.
  private Node dated(Shape.Function function, Node first, Node second, Range range) {
    if (second.is(Node.Op.CHOICE) && second.second().isConstant() && second.third().isConstant()) {
      return nodes.choice(
          second.first(),
          dated(function, first, second.second(), range),
          dated(function, first, second.third(), range));
    }
    long other = second.number();
    return second.isConstant() && Lookup.fits(Range.of(first))
        ? nodes.table(first, number -> function.of(number, other))
        : nodes.call(function, first, second, range);
  }

  private Term defined(Definition definition, List<Expression> arguments, Scope scope) {
    var given = new ArrayList<Term>();
    var locals = new HashMap<Integer, Term>();
    for (int i = 0; i < arguments.size(); i++) {
      var argument = lower(arguments.get(i), scope);
      given.add(argument);
      locals.put(
          i, new Term(argument.value(), nodes.yes, nodes.no, nodes.no, nodes.no, argument.words()));
    }
    if (!open.add(definition)) {
      throw new NotCompiled("(%s) reads itself".formatted(definition.name()));
    }
    var result =
        text(definition)
            .map(text -> lower(text, new Scope(Map.of(), locals)))
            .orElse(terms.error());
    open.remove(definition);
    for (var argument : given.reversed()) {
      result = terms.guarded(argument, result);
    }
    return result;
  }

  private Term walk(Shape.Walk walk, Scope scope) {
    var members = lower(walk.members(), scope);
    var step = Step.of(walk);
    var walked = new Walked(nodes, members);
    if (Step.readsOnly(step.body(), walk.reached())) {
      // Nothing but the reached member is looked at, so it is a column of its own.
      var body = lower(step.body(), scope.reaching(walk.reached(), 0));
      return walked.gathering(step.kind(), body);
    }
    int level = 1 + scope.levels().values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (level > DEEPEST) {
      throw new NotCompiled("walks stand too deep inside one another");
    }
    var body = lower(step.body(), scope.reaching(walk.reached(), level));
    return walked.walking(step.kind(), body, level);
  }
}
