package org.konbit.rules.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.bulk.Node.Op;
import org.konbit.rules.expression.Shape;

/**
 * Makes nodes, each calculation once, and simplifies on the way: what the law's dates, the state
 * and the population's ranges decide is decided here and costs nothing a person.
 */
final class Nodes {
  private record Key(Op op, List<Node> in, long number, Object what) {}

  private final Map<Key, Node> known = new HashMap<>();
  private final Map<Tabulation, Node> tabulated = new HashMap<>();
  private final int largest;
  private int made;
  private final Comparisons comparisons = new Comparisons(this);
  final Node no = constant(0);
  final Node yes = constant(1);

  /**
   * Nodes of one compilation.
   *
   * @param largest how many persons the largest household has
   */
  Nodes(int largest) {
    this.largest = largest;
  }

  private Node make(Op op, List<Node> in, long number, Object what, Range range) {
    var key = new Key(op, in, number, what);
    var node = known.get(key);
    if (node == null) {
      node = simplest(key, range);
      known.put(key, node);
    }
    return node;
  }

  private Node simplest(Key key, Range range) {
    boolean isSure = !range.isAny();
    var tabulation = isSure ? Tabulation.of(key.op, key.in, key.number, key.what) : null;
    if (tabulation == null) {
      return fresh(key, range, null);
    }
    if (tabulation.isConstant()) {
      return constant(tabulation.values()[0]);
    }
    var same = tabulated.get(tabulation);
    if (same == null) {
      same =
          key.op == Op.TABLE || range.equals(Range.CLAIM)
              ? fresh(key, range, tabulation)
              : tabulated(tabulation);
      tabulated.put(tabulation, same);
    }
    return same;
  }

  private Node tabulated(Tabulation tabulation) {
    var base = tabulation.base();
    var own = base.tabulation();
    if (own != null && tabulation.equals(own)) {
      return base;
    }
    var lookup = Lookup.of(base.least(), tabulation.values());
    return make(Op.TABLE, List.of(base), 0, lookup, lookup.range());
  }

  private Node fresh(Key key, Range range, @Nullable Tabulation tabulation) {
    int levels = 0;
    for (Node operand : key.in) {
      levels |= operand.levels();
    }
    return new Node(
        made++,
        key.op,
        key.in,
        key.number,
        key.what,
        range,
        levels(key.op, key.number, levels),
        tabulation);
  }

  private static int levels(Op op, long number, int below) {
    return switch (op) {
      case REACHED -> below | 1 << number;
      case WALK_ANY, WALK_SUM -> below & ~(1 << number);
      default -> below;
    };
  }

  Node constant(long value) {
    return make(Op.CONSTANT, List.of(), value, "", Range.of(value));
  }

  Node claim(boolean value) {
    return value ? yes : no;
  }

  /** A column as its rows are held, unknown and none as the width's least numbers. */
  Node column(Column column) {
    return make(Op.COLUMN, List.of(), 0, column, column.held());
  }

  /** What is held where it is there, else the range's least: never a sign for unknown or none. */
  Node valueOf(Node held, Node present, Range range) {
    if (present.isConstant(1) || range.count() == 1) {
      return range.count() == 1 ? constant(range.least()) : held;
    }
    // Unknown and none are held as less than all that is present.
    return range.least() > held.least() && range.least() != Long.MIN_VALUE
        ? make(Op.GREATEST, List.of(held, constant(range.least())), 0, "", range)
        : make(Op.CHOICE, List.of(present, held, constant(range.least())), 1, "", range);
  }

  Node derived(Derived derived, Range range) {
    return range.least() == range.most()
        ? constant(range.least())
        : make(Op.DERIVED, List.of(), 0, derived, range);
  }

  Node and(Node one, Node other) {
    if (one.isConstant() || other.isConstant()) {
      var rest = one.isConstant() ? other : one;
      return (one.isConstant() ? one : other).number() == 0 ? no : rest;
    }
    if (one == other || holds(other, Op.AND, one)) {
      return other;
    }
    if (holds(one, Op.AND, other)) {
      return one;
    }
    if (not(one) == other || holds(other, Op.AND, not(one)) || holds(one, Op.AND, not(other))) {
      return no;
    }
    if (one.is(Op.AMONG) && other.is(Op.AMONG) && one.first() == other.first()) {
      return among(one.first(), one.number() & other.number());
    }
    return make(Op.AND, ordered(one, other), 0, "", Range.CLAIM);
  }

  Node or(Node one, Node other) {
    if (one.isConstant() || other.isConstant()) {
      var rest = one.isConstant() ? other : one;
      return (one.isConstant() ? one : other).number() == 1 ? yes : rest;
    }
    if (one == other || holds(other, Op.OR, one) || holds(one, Op.AND, other)) {
      return other;
    }
    if (holds(one, Op.OR, other) || holds(other, Op.AND, one)) {
      return one;
    }
    if (not(one) == other) {
      return yes;
    }
    if (one.is(Op.AMONG) && other.is(Op.AMONG) && one.first() == other.first()) {
      return among(one.first(), one.number() | other.number());
    }
    return make(Op.OR, ordered(one, other), 0, "", Range.CLAIM);
  }

  Node and(Node one, Node other, Node third) {
    return and(and(one, other), third);
  }

  private static boolean holds(Node node, Op op, Node part) {
    return node.is(op) && (node.first() == part || node.second() == part);
  }

  static List<Node> ordered(Node one, Node other) {
    return one.id() < other.id() ? List.of(one, other) : List.of(other, one);
  }

  Node not(Node claim) {
    return switch (claim.op()) {
      case CONSTANT -> claim.number() == 0 ? yes : no;
      case NOT -> claim.first();
      case AMONG -> among(claim.first(), ~claim.number());
      default -> make(Op.NOT, List.of(claim), 0, "", Range.CLAIM);
    };
  }

  /** Whether the number is one of the list's bits; any value outside 0 to 63 counts as its rest. */
  Node among(Node number, long list) {
    long possible = 0;
    for (long value = Math.max(0, number.least()); value <= Math.min(63, number.most()); value++) {
      possible |= 1L << value;
    }
    boolean isExact = number.least() >= 0 && number.most() <= 63;
    long kept = isExact ? list & possible : list;
    if (isExact && (kept == 0 || kept == possible)) {
      return kept == 0 ? no : yes;
    }
    return make(Op.AMONG, List.of(number), kept, "", Range.CLAIM);
  }

  Node less(Node one, Node other) {
    return comparisons.less(one, other);
  }

  Node atMost(Node one, Node other) {
    return not(less(/* one= */ other, /* other= */ one));
  }

  Node equal(Node one, Node other) {
    return comparisons.equal(one, other);
  }

  /** A comparison that cannot be simplified. */
  Node compared(Op op, List<Node> in) {
    return make(op, in, 0, "", Range.CLAIM);
  }

  /** The claim as it stands where another is sure: what guards against that is left out. */
  Node given(Node sure, Node claim) {
    return comparisons.given(sure, claim);
  }

  Node plus(Node one, Node other) {
    if (one.isConstant(0) || other.isConstant(0)) {
      return one.isConstant(0) ? other : one;
    }
    return calculated(Op.PLUS, one, other, Math::addExact);
  }

  Node minus(Node one, Node other) {
    return other.isConstant(0) ? one : calculated(Op.MINUS, one, other, Math::subtractExact);
  }

  Node times(Node one, Node other) {
    if (one.isConstant(1) || other.isConstant(1)) {
      return one.isConstant(1) ? other : one;
    }
    return calculated(Op.TIMES, one, other, Math::multiplyExact);
  }

  /** A division whose divisor is never zero. */
  Node divided(Op how, Node one, Node other) {
    if (other.isConstant(1) && how != Op.REMAINDER) {
      return one;
    }
    if (how == Op.REMAINDER) {
      long most = Math.max(Math.abs(other.least()), Math.abs(other.most())) - 1;
      var range = new Range(one.least() < 0 ? -most : 0, one.most() > 0 ? most : 0);
      return one.isConstant() && other.isConstant()
          ? constant(one.number() % other.number())
          : make(how, List.of(one, other), 0, "", range);
    }
    if (how == Op.DIVIDED_UP && other.isConstant() && other.number() > 0 && one.least() >= 0) {
      // Rounded down after adding nearly one: the compiler then multiplies instead of dividing.
      var more = plus(one, constant(other.number() - 1));
      if (!more.range().isAny()) {
        return divided(Op.DIVIDED, more, other);
      }
    }
    Range.Exact exact = how == Op.DIVIDED ? Math::divideExact : Math::ceilDivExact;
    var node = calculated(how, one, other, exact);
    boolean crossesZero = other.least() < 0 && other.most() > 0;
    if (!crossesZero || node.isConstant()) {
      return node;
    }
    long most = Math.max(Math.abs(one.least()), Math.abs(one.most()));
    return make(how, List.of(one, other), 1, "", new Range(-most, most));
  }

  Node least(Node one, Node other) {
    return one.most() <= other.least()
        ? one
        : other.most() <= one.least() ? other : calculated(Op.LEAST, one, other, Math::min);
  }

  Node greatest(Node one, Node other) {
    return one.least() >= other.most()
        ? one
        : other.least() >= one.most() ? other : calculated(Op.GREATEST, one, other, Math::max);
  }

  private Node calculated(Op op, Node one, Node other, Range.Exact exact) {
    var range = Range.ofEnds(Range.of(one), Range.of(other), exact);
    if (one.isConstant() && other.isConstant() && !range.isAny()) {
      return constant(range.least());
    }
    return make(op, List.of(one, other), 0, "", range);
  }

  Node choice(Node test, Node then, Node otherwise) {
    if (test.isConstant() || then == otherwise) {
      return test.isConstant(0) ? otherwise : then;
    }
    if (test.is(Op.NOT)) {
      return choice(test.first(), otherwise, then);
    }
    if (then.isClaim() && otherwise.isClaim()) {
      return or(and(test, then), and(not(test), otherwise));
    }
    return make(
        Op.CHOICE, List.of(test, then, otherwise), 0, "", Range.of(then).or(Range.of(otherwise)));
  }

  /** A function of one number, tabulated; the number's range must fit a table. */
  Node table(Node number, LongUnaryOperator function) {
    if (number.isConstant()) {
      return constant(function.applyAsLong(number.number()));
    }
    if (number.is(Op.TABLE)) {
      var inner = (Lookup) number.what();
      return table(number.first(), value -> function.applyAsLong(inner.at(value)));
    }
    var lookup = Lookup.of(Range.of(number), function);
    return lookup.range().count() == 1
        ? constant(lookup.range().least())
        : make(Op.TABLE, List.of(number), 0, lookup, lookup.range());
  }

  Node call(Shape.Function function, Node one, Node other, Range range) {
    return one.isConstant() && other.isConstant()
        ? constant(function.of(one.number(), other.number()))
        : make(Op.CALL, List.of(one, other), 0, function, range);
  }

  /** Whether the operation ends in an error; the divisor of a division is looked at by itself. */
  Node fails(Shape.Sum sum, Node one, Node other) {
    return make(Op.FAILS, List.of(one, other), 0, sum, Range.CLAIM);
  }

  Node bits(Node one, Node other) {
    if (one.isConstant(0) || other.isConstant(0)) {
      return constant(0);
    }
    if (Derived.isEveryone(one) && other.is(Op.GATHERED)) {
      return other;
    }
    if (Derived.isEveryone(other) && one.is(Op.GATHERED)) {
      return one;
    }
    if (one == other) {
      return one;
    }
    return make(
        Op.BITS, ordered(one, other), 0, "", new Range(0, Math.min(one.most(), other.most())));
  }

  Node countBits(Node bits) {
    return bits.isConstant()
        ? constant(Long.bitCount(bits.number()))
        : make(Op.COUNT_BITS, List.of(bits), 0, "", new Range(0, largest));
  }

  Node isEmpty(Node bits) {
    return equal(bits, constant(0));
  }

  /** The members of each person's household of whom the claim holds. */
  Node gathered(Node claim) {
    return claim.isConstant(0)
        ? constant(0)
        : make(Op.GATHERED, List.of(claim), 0, "", new Range(0, (1L << largest) - 1));
  }

  Node sumOver(Node members, Node value) {
    if (value.isConstant()) {
      return times(countBits(members), value);
    }
    return Derived.isEveryone(members)
        ? make(Op.HOUSEHOLD_SUM, List.of(value), 0, "", timesPersons(value))
        : make(Op.SUM_OVER, List.of(members, value), 0, "", timesPersons(value));
  }

  private Range timesPersons(Node value) {
    return Range.ofEnds(Range.of(value), new Range(0, largest), Math::multiplyExact);
  }

  Node reached(int level, Node node) {
    return node.isConstant() ? node : make(Op.REACHED, List.of(node), level, "", Range.of(node));
  }

  Node walkAny(int level, Node members, Node claim) {
    if (claim.isConstant()) {
      return claim.number() == 0 ? no : not(isEmpty(members));
    }
    return make(Op.WALK_ANY, List.of(members, claim), level, "", Range.CLAIM);
  }

  Node walkSum(int level, Node members, Node value) {
    return value.isConstant()
        ? times(countBits(members), value)
        : make(Op.WALK_SUM, List.of(members, value), level, "", timesPersons(value));
  }

  int size() {
    return made;
  }
}
