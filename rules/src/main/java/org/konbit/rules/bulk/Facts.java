package org.konbit.rules.bulk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.bulk.Derived.Kind;
import org.konbit.rules.bulk.Derived.Need;
import org.konbit.rules.expression.Environment;
import org.konbit.rules.household.Dates;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.FactType;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;

/**
 * A population's facts and what is derived of them, as terms. Derived terms are never unknown:
 * households in which an answer is missing that a derivation rests on are decided one by one.
 */
final class Facts {
  private final Nodes nodes;
  private final Terms terms;
  private final Outline outline;
  private final Limits limits;
  private final Environment environment;
  private final int today;
  private final long state;
  private final Map<Fact, Term> known = new HashMap<>();
  private final Map<Derived, Node> derived = new LinkedHashMap<>();
  private int needs;

  /**
   * The facts on one date in one state.
   *
   * @param state the state's word by its code
   */
  Facts(Nodes nodes, Outline outline, Environment environment, LocalDate date, long state) {
    this.nodes = nodes;
    this.terms = new Terms(nodes);
    this.outline = outline;
    this.limits = outline.limits();
    this.environment = environment;
    this.today = Math.toIntExact(date.toEpochDay());
    this.state = state;
  }

  /** What must be derived for the terms that were asked for. */
  Set<Derived> derived() {
    return derived.keySet();
  }

  Node node(Derived wanted) {
    var node = derived.get(wanted);
    if (node == null) {
      throw new IllegalStateException("(%s) was not asked for.".formatted(wanted));
    }
    return node;
  }

  /** A bit for each {@link Need} of what was asked for. */
  int needs() {
    return needs;
  }

  Term fact(Fact fact) {
    var term = known.get(fact);
    if (term == null) {
      term = read(fact);
      known.put(fact, term);
    }
    return term;
  }

  private Term read(Fact fact) {
    if (fact.equals(Vocabulary.STATE)) {
      return terms.constant(state);
    }
    var stated = outline.column(fact).map(column -> stated(fact, column)).orElse(missing());
    long ofCitizen = environment.detailOfCitizen(fact);
    if (ofCitizen != Values.UNKNOWN) {
      return detailOfStatus(fact, stated, ofCitizen);
    }
    return fact.isAssumed() && !stated.unknown().isConstant(0)
        ? instead(stated, stated.unknown(), fact.assumed(), nodes.no)
        : stated;
  }

  // A citizen has none of these, whatever was stated; before the status is known nobody has any.
  private Term detailOfStatus(Fact fact, Term stated, long ofCitizen) {
    var status = fact(Vocabulary.STATUS);
    var open = status.unknown();
    boolean isPlain = open.isConstant(0) && outline.isOfCitizens(fact, ofCitizen);
    if (isPlain && stated.unknown().isConstant(0)) {
      return stated;
    }
    var citizen = terms.among(status, List.of(Words.code("citizen"))).value();
    boolean isKnown = open.isConstant(0) && outline.isUnknownOfCitizensOnly(fact);
    var unknown =
        isKnown ? nodes.no : nodes.or(open, nodes.and(nodes.not(citizen), stated.unknown()));
    var known = nodes.not(unknown);
    if (ofCitizen == Values.NONE) {
      var none = nodes.and(nodes.or(citizen, stated.none()), known);
      var present = nodes.and(nodes.not(citizen), stated.present(), known);
      var value = stated.value().isClaim() ? nodes.and(stated.value(), present) : stated.value();
      return new Term(value, present, unknown, none, nodes.no, stated.words());
    }
    var value = nodes.choice(citizen, nodes.constant(ofCitizen), stated.value());
    var present = nodes.and(nodes.or(citizen, stated.present()), known);
    return new Term(
        value.isClaim() ? nodes.and(value, present) : value,
        present,
        unknown,
        nodes.and(nodes.not(citizen), stated.none(), known),
        nodes.no,
        stated.words());
  }

  private Term missing() {
    return new Term(nodes.no, nodes.no, nodes.yes, nodes.no, nodes.no, null);
  }

  private Term none() {
    return new Term(nodes.no, nodes.no, nodes.no, nodes.yes, nodes.no, null);
  }

  private Term instead(Term stated, Node where, long value, Node unknown) {
    if (value == Values.NONE) {
      return new Term(
          stated.value(),
          stated.present(),
          unknown,
          nodes.or(stated.none(), where),
          nodes.no,
          stated.words());
    }
    return new Term(
        nodes.choice(where, nodes.constant(value), stated.value()),
        nodes.or(stated.present(), where),
        unknown,
        stated.none(),
        nodes.no,
        stated.words());
  }

  private Term stated(Fact fact, Column column) {
    var words = fact.type() == FactType.WORD ? outline.dictionary(fact) : null;
    boolean isOne = column.width() == Width.SAME;
    if (isOne || column.least() > column.most()) {
      long same = isOne ? column.same() : column.hasNone() ? Values.NONE : Values.UNKNOWN;
      if (column.hasNone() && column.hasUnknown()) {
        return sentinels(column, words);
      }
      return same == Values.UNKNOWN
          ? missing()
          : same == Values.NONE
              ? none()
              : new Term(nodes.constant(same), nodes.yes, nodes.no, nodes.no, nodes.no, words);
    }
    return sentinels(column, words);
  }

  private Term sentinels(Column column, @Nullable Dictionary words) {
    var held = nodes.column(column);
    if (!column.hasUnknown() && !column.hasNone()) {
      return new Term(held, nodes.yes, nodes.no, nodes.no, nodes.no, words);
    }
    var width = column.width();
    var present = nodes.less(nodes.constant(width.none()), held);
    var absent = nodes.not(present);
    var unknown =
        !column.hasUnknown()
            ? nodes.no
            : column.hasNone() ? nodes.equal(held, nodes.constant(width.unknown())) : absent;
    var none = column.hasNone() ? nodes.and(absent, nodes.not(unknown)) : nodes.no;
    boolean isClaim = column.least() >= 0 && column.most() <= 1;
    var value =
        column.least() > column.most()
            ? nodes.constant(0)
            : isClaim
                ? nodes.less(nodes.constant(0), held)
                : nodes.valueOf(held, present, new Range(column.least(), column.most()));
    return new Term(value, present, unknown, none, nodes.no, words);
  }

  /** Completed years of life. */
  Term age() {
    needs |= Derived.bit(Need.AGE);
    var born = outline.column(Vocabulary.BIRTH_DATE).map(c -> stated(Vocabulary.BIRTH_DATE, c));
    var age = outline.column(Vocabulary.AGE).map(c -> stated(Vocabulary.AGE, c));
    if (born.isEmpty() || born.get().present().isConstant(0)) {
      return terms.of(age.orElse(missing()).value());
    }
    var years = nodes.table(born.get().value(), day -> Dates.yearsBetween(day, today));
    return terms.of(nodes.choice(born.get().present(), years, age.orElse(missing()).value()));
  }

  /** Whether a word is in a set of words that the person has, or a program among the enrolled. */
  Term has(Fact set, String word) {
    var known = fact(set);
    if (set.type() == FactType.ENROLLED) {
      var is = enrolled(word);
      return terms.claim(nodes.and(is, nodes.not(known.unknown())), known.unknown(), nodes.no);
    }
    var column = outline.column(set);
    int bit = column.isEmpty() ? -1 : outline.dictionary(set).find(Words.code(word));
    if (bit < 0) {
      return terms.claim(nodes.no, known.unknown(), nodes.no);
    }
    var held = nodes.bits(known.value(), nodes.constant(1L << bit));
    return terms.claim(
        nodes.and(known.present(), nodes.not(nodes.isEmpty(held))), known.unknown(), nodes.no);
  }

  private Node enrolled(String program) {
    return isEverEnrolled(program)
        ? derived(new Derived(Kind.ENROLLED, program), Range.CLAIM)
        : nodes.no;
  }

  private boolean isEverEnrolled(String program) {
    return outline.isEverEnrolled(Words.code(program));
  }

  /** The first day of an enrolment in the program. */
  Term enrolledSince(String program) {
    var known = fact(Vocabulary.ENROLLED_IN);
    if (!isEverEnrolled(program)) {
      return new Term(
          nodes.no, nodes.no, known.unknown(), nodes.not(known.unknown()), nodes.no, null);
    }
    var since = outline.since();
    var range = new Range(Width.INT.unknown(), Math.max(since.most(), 0));
    var day = derived(new Derived(Kind.SINCE, program), range);
    var present = nodes.less(nodes.constant(Width.INT.none()), day);
    var open =
        nodes.or(
            known.unknown(),
            since.hasUnknown() ? nodes.equal(day, nodes.constant(Width.INT.unknown())) : nodes.no);
    long least = Math.min(since.least(), since.most());
    var value = nodes.valueOf(day, present, new Range(least, range.most()));
    var there = nodes.and(present, nodes.not(open));
    return new Term(value, there, open, nodes.not(nodes.or(there, open)), nodes.no, null);
  }

  /** A registered derivation by its name. */
  Optional<Term> registered(String name) {
    int dot = name.indexOf('.');
    return switch (name) {
      case "insurance.has_other" -> Optional.of(hasOther());
      case "tax_unit.exists" -> Optional.of(terms.of(nodes.not(isWithoutUnit())));
      case "tax_unit.joint" ->
          Optional.of(terms.of(nodes.equal(nodes.countBits(filers()), nodes.constant(2))));
      case "tax_unit.size" ->
          Optional.of(
              ofUnit(nodes.greatest(nodes.countBits(members(Kind.UNIT)), nodes.constant(1))));
      case "tax_unit.yearly_income" ->
          Optional.of(ofUnit(derived(Derived.of(Kind.UNIT_INCOME), limits.yearly())));
      default ->
          name.startsWith("income.")
              ? Optional.of(income(Kind.MONTHLY, name.substring(dot + 1)))
              : name.startsWith("income_yearly.")
                  ? Optional.of(income(Kind.YEARLY, name.substring(dot + 1)))
                  : Kind.named(name).map(this::registered);
    };
  }

  private Term registered(Kind kind) {
    return switch (kind) {
      case CHILDREN, IN_CARE, PARENTS, SPOUSES, PARTNERS, SIBLINGS, EVERYONE ->
          terms.of(members(kind));
      case MAGI_MEMBERS, DISABLED_MEMBERS, FILERS, DEPENDENTS, UNIT -> terms.of(members(kind));
      case CLAIMED, JOINT, FIRST_FILER -> terms.of(derived(Derived.of(kind), Range.CLAIM));
      case MAGI_SIZE, DISABLED_SIZE -> terms.of(derived(Derived.of(kind), limits.sizes()));
      case MAGI_INCOME, DISABLED_INCOME -> terms.of(derived(Derived.of(kind), limits.rates()));
      case UNIT_INCOME, MONTHLY, YEARLY, ENROLLED, SINCE ->
          throw new IllegalStateException("(%s) is dealt with by its name.".formatted(kind));
    };
  }

  private Node members(Kind kind) {
    return derived(Derived.of(kind), limits.members());
  }

  private Node filers() {
    return members(Kind.FILERS);
  }

  private Node isWithoutUnit() {
    return nodes.isEmpty(filers());
  }

  private Term ofUnit(Node value) {
    var none = isWithoutUnit();
    return new Term(value, nodes.not(none), nodes.no, none, nodes.no, null);
  }

  private Term income(Kind kind, String of) {
    var range = kind == Kind.MONTHLY ? limits.rates() : limits.yearly();
    return limits.has(IncomeKind.valueOf(of.toUpperCase(Locale.ROOT)))
        ? terms.of(derived(new Derived(kind, of), range))
        : needing(Derived.bit(Need.INCOME), terms.constant(0));
  }

  private Term needing(int more, Term term) {
    needs |= more;
    return term;
  }

  private Term hasOther() {
    var medicare = fact(Vocabulary.MEDICARE);
    var enrolled = fact(Vocabulary.ENROLLED_IN);
    var has =
        nodes.or(
            nodes.and(medicare.present(), nodes.not(nodes.isEmpty(medicare.value()))),
            enrolled("other"));
    var open = nodes.or(medicare.unknown(), enrolled.unknown());
    return terms.claim(has, nodes.and(open, nodes.not(has)), nodes.no);
  }

  private Node derived(Derived wanted, Range range) {
    needs |= wanted.kind().needs();
    var node = nodes.derived(wanted, range);
    if (!node.isConstant()) {
      derived.put(wanted, node);
    }
    return node;
  }
}
