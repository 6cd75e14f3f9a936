package org.konbit.rules.bulk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One calculation on whole numbers, always defined: no unknown, no error. Claims are 0 and 1. What
 * is unknown, none or an error stands in nodes of its own beside it, see {@link Term}. Two equal
 * calculations are one node, so nodes are compared by identity.
 */
final class Node {
  /** What is calculated. */
  enum Op {
    CONSTANT,
    /** A column of the population, as its rows are held. */
    COLUMN,
    /** What a kernel derives for every person of a chunk. */
    DERIVED,
    AND,
    OR,
    NOT,
    /** Whether the first is less than the second. */
    LESS,
    EQUAL,
    PLUS,
    MINUS,
    TIMES,
    DIVIDED,
    REMAINDER,
    DIVIDED_UP,
    LEAST,
    GREATEST,
    /** The second where the first holds, else the third. */
    CHOICE,
    /** Whether the value, below 64, is one of the number's bits. */
    AMONG,
    /** A value of one number, looked up in a table made when the law is compiled. */
    TABLE,
    /** A function of two numbers. */
    CALL,
    /** Whether an operation on two numbers is an error. */
    FAILS,
    /** The bits of both. */
    BITS,
    COUNT_BITS,
    /** The household's members of whom the claim holds, as bits. */
    GATHERED,
    /** The sum over all of the household's members. */
    HOUSEHOLD_SUM,
    /** The sum over the members that the first names of the second. */
    SUM_OVER,
    /** The same of the member that the walk of this level has reached. */
    REACHED,
    /** Whether the second holds of any member that the first names; the walk has a level. */
    WALK_ANY,
    /** The sum of the second over the members that the first names; the walk has a level. */
    WALK_SUM
  }

  private final int id;
  private final Op op;
  private final List<Node> in;
  private final long number;
  private final Object what;
  private final Range range;
  private final int levels;
  private final @Nullable Tabulation tabulation;

  Node(
      int id,
      Op op,
      List<Node> in,
      long number,
      Object what,
      Range range,
      int levels,
      @Nullable Tabulation tabulation) {
    this.id = id;
    this.op = op;
    this.in = in;
    this.number = number;
    this.what = what;
    this.range = range;
    this.levels = levels;
    this.tabulation = tabulation == null && isBase() ? Tabulation.ofLeaf(this) : tabulation;
  }

  // What stands in an array, and whatever is calculated that has few values.
  private boolean isBase() {
    return switch (op) {
      case COLUMN, DERIVED, GATHERED, HOUSEHOLD_SUM -> true;
      case PLUS, MINUS, LEAST, GREATEST, BITS, COUNT_BITS, SUM_OVER, WALK_SUM ->
          levels == 0 && range.count() > 2;
      default -> false;
    };
  }

  /** Its place in the order in which nodes were made: after all that go into it. */
  int id() {
    return id;
  }

  Op op() {
    return op;
  }

  List<Node> in() {
    return in;
  }

  /** The constant, list of bits, or level it is about. */
  long number() {
    return number;
  }

  /** The column, table or function it is about; else empty text. */
  Object what() {
    return what;
  }

  /** All values that it can have, whoever is asked. */
  Range range() {
    return range;
  }

  long least() {
    return range.least();
  }

  long most() {
    return range.most();
  }

  /** A bit for each walk whose reached member it looks at. */
  int levels() {
    return levels;
  }

  /** What it comes to by the one small number that it rests on, or null. */
  @Nullable Tabulation tabulation() {
    return tabulation;
  }

  boolean is(Op other) {
    return op == other;
  }

  boolean isConstant() {
    return op == Op.CONSTANT;
  }

  boolean isConstant(long value) {
    return op == Op.CONSTANT && number == value;
  }

  /** Whether it is 0 or 1. */
  boolean isClaim() {
    return least() >= 0 && most() <= 1;
  }

  /** Whether an {@code int} holds it. */
  boolean isInt() {
    return least() >= Integer.MIN_VALUE && most() <= Integer.MAX_VALUE;
  }

  Node first() {
    return in.getFirst();
  }

  Node second() {
    return in.get(1);
  }

  Node third() {
    return in.get(2);
  }

  // The same in every run, so that what is compiled is too.
  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return op + "#" + id;
  }
}
