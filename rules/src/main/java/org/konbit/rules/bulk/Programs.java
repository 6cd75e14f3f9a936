package org.konbit.rules.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.konbit.rules.expression.CheckedCondition;
import org.konbit.rules.expression.Expression;
import org.konbit.rules.household.Words;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Condition;
import org.konbit.rules.program.Eligibility;
import org.konbit.rules.program.Program;
import org.konbit.rules.program.Route;

/** The programs of one state on one date, as nodes: who gets what, and what it costs or pays. */
final class Programs {
  /** Stands in a column of cents for "no figure". */
  static final int NO_FIGURE = Integer.MIN_VALUE;

  /** What stands in {@link Outcomes#best} for "none". */
  static final int NONE = -1;

  /**
   * What is told of one program.
   *
   * @param premium cents a month for the person alone
   * @param amount cents a year
   */
  record Told(Program program, Node yes, Figure premium, Figure amount) {
    boolean isSameAs(Told other) {
      return program.id().equals(other.program.id())
          && yes.equals(other.yes)
          && premium.equals(other.premium)
          && amount.equals(other.amount);
    }

    /** The one premium that everybody eligible pays, where there is only one. */
    OptionalInt onlyPremium() {
      boolean isOne = premium.stated().equals(yes) && premium.value().isConstant();
      return isOne && !yes.isConstant()
          ? OptionalInt.of((int) premium.value().number())
          : OptionalInt.empty();
    }
  }

  /**
   * Cents where they are stated.
   *
   * @param all the cents of everyone, or {@link #NO_FIGURE}
   */
  record Figure(Node stated, Node value, Node all) {
    /** Whether nobody has one. */
    boolean isNobodys() {
      return all.isConstant(NO_FIGURE);
    }
  }

  /** A program, by its id, and whose best coverage it is. */
  record Ranked(String program, Node isBest) {}

  /** Premiums that a family pays together, of members whose best coverage it is. */
  record Group(Node cents, Node maximum) {}

  private final RulePacks packs;
  private final Nodes nodes;
  private final Terms terms;
  private final Facts facts;
  private final Lowering lowering;
  private final int day;
  private final long state;
  private final List<Told> told = new ArrayList<>();
  private final Map<Program, Term> outcomes = new LinkedHashMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final List<Ranked> best = new ArrayList<>();
  private Node alone;
  private Node open;

  private Programs(
      RulePacks packs, RulePacks.Place place, Outline outline, LocalDate date, Nodes nodes) {
    this.packs = packs;
    this.nodes = nodes;
    terms = new Terms(nodes);
    state = Words.code(place.state().orElseThrow());
    day = Math.toIntExact(date.toEpochDay());
    facts = new Facts(nodes, outline, packs.environment(), date, state);
    lowering = new Lowering(nodes, facts, date, this::outcome);
    alone = nodes.no;
    open = nodes.no;
  }

  /**
   * The law of a place for populations of an outline.
   *
   * @param nodes of all texts that are compiled together
   * @throws NotCompiled naming every program that has no bulk form
   */
  static Programs of(
      RulePacks packs, RulePacks.Place place, Outline outline, LocalDate date, Nodes nodes) {
    var programs = new Programs(packs, place, outline, date, nodes);
    programs.lower(place.state().orElseThrow());
    programs.rank(place.ranking());
    return programs;
  }

  private void lower(String word) {
    var without = new ArrayList<String>();
    for (Program program : packs.programs()) {
      if (program.state().isEmpty() || program.state().get().equals(word)) {
        try {
          tell(program);
        } catch (NotCompiled e) {
          without.add("%s: %s".formatted(program.id(), e.getMessage()));
        }
      }
    }
    if (!without.isEmpty()) {
      throw new NotCompiled(
          "These programs have no bulk form, so no population can be decided:\n%s"
              .formatted(String.join("\n", without)));
    }
  }

  private void tell(Program program) {
    var outcome = lowering.attribute(program.eligibility());
    open = nodes.or(open, nodes.or(outcome.unknown(), outcome.doubt()));
    told.add(
        new Told(
            program,
            outcome.value(),
            figure(outcome.value(), premium(program)),
            figure(outcome.value(), amount(program))));
  }

  private Term outcome(Eligibility eligibility) {
    var program = eligibility.program();
    var known = outcomes.get(program);
    if (known == null) {
      known = decide(program);
      outcomes.put(program, known);
    }
    return known;
  }

  private Term decide(Program program) {
    boolean isOther = program.state().filter(word -> Words.code(word) != state).isPresent();
    boolean isOffered = program.offered().from() <= day && day <= program.offered().to();
    if (isOther || !isOffered) {
      return terms.constant(0);
    }
    var all = conditions(terms.constant(1), program.conditions());
    if (program.routes().isEmpty()) {
      return all;
    }
    var any = terms.constant(0);
    for (Route route : program.routes()) {
      any = terms.or(any, leadsIn(route));
    }
    return terms.and(all, any);
  }

  private Term leadsIn(Route route) {
    boolean isOpen =
        route.conditions().isEmpty()
            || route.conditions().stream().anyMatch(one -> text(one).isPresent());
    if (!isOpen) {
      return terms.constant(0);
    }
    var isFor = route.when().map(this::lower).orElse(terms.constant(1));
    return conditions(terms.and(isFor, terms.constant(1)), route.conditions());
  }

  private Term conditions(Term before, List<Condition> conditions) {
    var all = before;
    for (Condition condition : conditions) {
      var text = text(condition);
      boolean isSettled = all.value().isConstant(0) && all.unknown().isConstant(0);
      if (text.isPresent() && !isSettled) {
        all = terms.and(all, lower(text.get().holds()));
      }
    }
    return all;
  }

  private Optional<Condition.Text> text(Condition condition) {
    return condition.texts().stream()
        .filter(text -> text.from() <= day && day <= text.to())
        .findFirst();
  }

  private Term lower(CheckedCondition condition) {
    return lower(condition.expression());
  }

  private Term lower(Expression expression) {
    return lowering.lower(expression);
  }

  private Optional<Term> premium(Program program) {
    return program
        .premium()
        .map(premium -> {
          var when = premium.when().map(this::lower).orElse(terms.constant(1));
          return onlyWhere(when, lower(premium.monthly()));
        });
  }

  private Optional<Term> amount(Program program) {
    return program
        .amount()
        .map(amount -> {
          var first = packs.attribute("tax_unit.first_filer").orElseThrow();
          return onlyWhere(lowering.attribute(first), lower(amount.yearly()));
        });
  }

  private Term onlyWhere(Term when, Term figure) {
    return new Term(
        figure.value(),
        nodes.and(when.value(), figure.present()),
        nodes.no,
        nodes.no,
        nodes.or(when.doubt(), nodes.and(when.value(), figure.doubt())),
        null);
  }

  // A figure beyond what a column of cents can hold is told one by one.
  private Figure figure(Node eligible, Optional<Term> figure) {
    if (figure.isEmpty()) {
      return new Figure(nodes.no, nodes.constant(0), nodes.constant(NO_FIGURE));
    }
    var stated = nodes.and(eligible, figure.get().present());
    open = nodes.or(open, nodes.and(eligible, figure.get().doubt()));
    var least = nodes.constant(NO_FIGURE + 1L);
    var most = nodes.constant(Integer.MAX_VALUE);
    var value = figure.get().value();
    var isBeyond = nodes.or(nodes.less(value, least), nodes.less(most, value));
    open = nodes.or(open, nodes.and(stated, isBeyond));
    var held = nodes.greatest(least, nodes.least(most, value));
    return new Figure(stated, held, nodes.choice(stated, held, nodes.constant(NO_FIGURE)));
  }

  private void rank(List<String> ranking) {
    var isWithoutBetter = nodes.yes;
    for (String id : ranking) {
      for (Told one : told) {
        if (one.program().id().equals(id)) {
          var isBest = nodes.and(one.yes(), isWithoutBetter);
          best.add(new Ranked(id, isBest));
          charge(one, isBest);
          isWithoutBetter = nodes.and(isWithoutBetter, nodes.not(one.yes()));
        }
      }
    }
  }

  private void charge(Told one, Node isBest) {
    if (one.program().premium().isEmpty()) {
      return;
    }
    var premium = one.program().premium().get();
    var zero = nodes.constant(0);
    var isPaid = nodes.and(isBest, one.premium().stated());
    var cents = nodes.choice(isPaid, one.premium().value(), zero);
    if (premium.group().isEmpty()) {
      alone = nodes.plus(alone, cents);
      return;
    }
    var group = groups.getOrDefault(premium.group(), new Group(zero, nodes.constant(-1)));
    var maximum = premium.familyMaximum().map(this::lower);
    var most = group.maximum();
    if (maximum.isPresent()) {
      var stated = nodes.and(isBest, maximum.get().present());
      open = nodes.or(open, nodes.and(isBest, maximum.get().doubt()));
      most = nodes.greatest(most, nodes.choice(stated, maximum.get().value(), nodes.constant(-1)));
    }
    groups.put(premium.group(), new Group(nodes.plus(group.cents(), cents), most));
  }

  /** Whether the other, of the same nodes, comes to the same for everyone. */
  boolean isSameAs(Programs other) {
    return told.size() == other.told.size()
        && IntStream.range(0, told.size()).allMatch(i -> told.get(i).isSameAs(other.told.get(i)))
        && best.equals(other.best)
        && groups().equals(other.groups())
        && alone.equals(other.alone)
        && open.equals(other.open);
  }

  List<Told> told() {
    return told;
  }

  /** The programs that can be somebody's best coverage. */
  List<Ranked> best() {
    return best;
  }

  /** What the best coverage costs a person who shares no family maximum, in cents a month. */
  Node alone() {
    return alone;
  }

  List<Group> groups() {
    return List.copyOf(groups.values());
  }

  /** Whether the person's household must be decided by itself: something is unknown or in doubt. */
  Node open() {
    return open;
  }

  Facts facts() {
    return facts;
  }
}
