package org.konbit.rules.bulk;

import java.lang.classfile.CodeBuilder;
import java.util.function.Consumer;

/** Comparisons without a jump: the sign bit of a difference is the answer. */
final class Signs {
  private static final int INT_SIGN = 31;
  private static final int LONG_SIGN = 63;

  private Signs() {}

  /** Leaves 1 where the node's first is less than its second, else 0. */
  static void less(CodeBuilder code, Node node, Consumer<Node> push, Consumer<Node> pushLong) {
    var difference =
        Range.ofEnds(Range.of(node.first()), Range.of(node.second()), Math::subtractExact);
    boolean areInts = node.first().isInt() && node.second().isInt();
    if (areInts && isInt(difference)) {
      push.accept(node.first());
      push.accept(node.second());
      code.isub().loadConstant(INT_SIGN).iushr();
    } else {
      pushLong.accept(node.first());
      pushLong.accept(node.second());
      if (difference.isAny()) {
        code.lcmp().loadConstant(INT_SIGN).iushr();
      } else {
        code.lsub().loadConstant(LONG_SIGN).lushr().l2i();
      }
    }
  }

  private static boolean isInt(Range range) {
    return range.least() >= Integer.MIN_VALUE && range.most() <= Integer.MAX_VALUE;
  }

  /** Leaves 1 where the node's two are equal, else 0. */
  static void equal(CodeBuilder code, Node node, Consumer<Node> push, Consumer<Node> pushLong) {
    boolean arePositive = node.first().least() >= 0 && node.second().least() >= 0;
    if (node.first().isInt() && node.second().isInt()) {
      differenceOfInts(code, node, push);
      if (arePositive) {
        code.iconst_1().isub().loadConstant(INT_SIGN).iushr();
      } else {
        code.dup().ineg().ior().loadConstant(INT_SIGN).iushr().iconst_1().ixor();
      }
      return;
    }
    pushLong.accept(node.first());
    pushLong.accept(node.second());
    code.lxor();
    if (arePositive) {
      code.lconst_1().lsub().loadConstant(LONG_SIGN).lushr().l2i();
    } else {
      code.dup2().lneg().lor().loadConstant(LONG_SIGN).lushr().l2i().iconst_1().ixor();
    }
  }

  private static void differenceOfInts(CodeBuilder code, Node node, Consumer<Node> push) {
    if (node.first().isConstant(0)) {
      push.accept(node.second());
    } else {
      push.accept(node.first());
      if (!node.second().isConstant(0)) {
        push.accept(node.second());
        code.ixor();
      }
    }
  }
}
