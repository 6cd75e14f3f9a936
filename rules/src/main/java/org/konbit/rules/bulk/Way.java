package org.konbit.rules.bulk;

import org.konbit.rules.bulk.Node.Op;

/** Where a calculation is done: what is done for 64 persons at once costs next to nothing. */
enum Way {
  /** It stands in an array, or is the same for all. */
  LEAF,
  /** A claim that is looked up together with others on the same number, see {@link Banks}. */
  BANK,
  /** A claim of claims, for 64 persons in one operation. */
  WORD,
  /** One person after another. */
  ROW;

  static Way of(Node node) {
    if (node.isConstant() || node.is(Op.GATHERED) || node.is(Op.HOUSEHOLD_SUM)) {
      return LEAF;
    }
    if (node.levels() != 0) {
      return ROW;
    }
    if (isLookedUp(node) || isRung(node)) {
      return BANK;
    }
    return switch (node.op()) {
      case COLUMN, DERIVED -> LEAF;
      case AND, OR, NOT -> WORD;
      default -> ROW;
    };
  }

  /** Whether it is a claim that follows from one small number in an array. */
  static boolean isLookedUp(Node node) {
    var tabulation = node.tabulation();
    return node.isClaim() && tabulation != null && isInArray(tabulation.base());
  }

  /** Whether a number in an array is compared with a limit, or a limit for each small number. */
  static boolean isRung(Node node) {
    return node.is(Op.LESS)
        && (isRung(node.first(), node.second()) || isRung(node.second(), node.first()));
  }

  private static boolean isRung(Node number, Node limit) {
    var tabulation = limit.tabulation();
    boolean isLimit = limit.isConstant() || (tabulation != null && isInArray(tabulation.base()));
    return isLimit
        && number.tabulation() == null
        && (Schedule.isColumn(number) || number.is(Op.HOUSEHOLD_SUM))
        && !Range.ofEnds(Range.of(number), Range.of(limit), Math::subtractExact).isAny();
  }

  static boolean isInArray(Node node) {
    return switch (node.op()) {
      case COLUMN, DERIVED, GATHERED, HOUSEHOLD_SUM -> true;
      default -> false;
    };
  }
}
