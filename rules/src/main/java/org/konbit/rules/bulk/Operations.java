package org.konbit.rules.bulk;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.function.Consumer;
import org.konbit.rules.bulk.Node.Op;

/**
 * Writes what is calculated on the stack alone. Claims come of and, or and the sign of a
 * difference, never of a jump: a jump that falls either way costs more than all the rest of a
 * condition.
 */
final class Operations {
  private static final ClassDesc MATH = ClassDesc.of(Math.class.getName());
  private static final ClassDesc LOOPS = ClassDesc.of(Loops.class.getName());
  private static final MethodTypeDesc LONGS = MethodTypeDesc.of(CD_long, CD_long, CD_long);
  private static final MethodTypeDesc INTS = MethodTypeDesc.of(CD_int, CD_int, CD_int);

  private final CodeBuilder code;
  private final Consumer<Node> push;
  private final Consumer<Node> pushLong;

  /**
   * Operations of one method.
   *
   * @param push puts a node on the stack: an int where its range allows, else a long
   * @param pushLong puts it there as a long
   */
  Operations(CodeBuilder code, Consumer<Node> push, Consumer<Node> pushLong) {
    this.code = code;
    this.push = push;
    this.pushLong = pushLong;
  }

  private void push(Node node) {
    push.accept(node);
  }

  private void pushLong(Node node) {
    pushLong.accept(node);
  }

  void write(Node node) {
    switch (node.op()) {
      case AND -> two(node, code::iand);
      case OR -> two(node, code::ior);
      case NOT -> not(node);
      case LESS -> Signs.less(code, node, push, pushLong);
      case EQUAL -> Signs.equal(code, node, push, pushLong);
      case PLUS -> arithmetic(node, code::iadd, code::ladd);
      case MINUS -> arithmetic(node, code::isub, code::lsub);
      case TIMES -> arithmetic(node, code::imul, code::lmul);
      case DIVIDED -> arithmetic(node, code::idiv, code::ldiv);
      case REMAINDER -> arithmetic(node, code::irem, code::lrem);
      case DIVIDED_UP ->
          arithmetic(node, () -> math("ceilDiv", INTS), () -> math("ceilDiv", LONGS));
      case LEAST -> arithmetic(node, () -> math("min", INTS), () -> math("min", LONGS));
      case GREATEST -> arithmetic(node, () -> math("max", INTS), () -> math("max", LONGS));
      case CHOICE -> choice(node);
      case AMONG -> among(node);
      case CALL, FAILS -> call(node);
      case BITS -> arithmetic(node, code::iand, code::land);
      case COUNT_BITS -> countBits(node);
      default -> throw new IllegalStateException("(%s) reads a column.".formatted(node));
    }
  }

  private void two(Node node, Runnable operation) {
    push(node.first());
    push(node.second());
    operation.run();
  }

  private void not(Node node) {
    push(node.first());
    code.iconst_1().ixor();
  }

  private void arithmetic(Node node, Runnable ofInts, Runnable ofLongs) {
    boolean isOfInts = node.isInt() && node.in().stream().allMatch(Node::isInt);
    if (isOfInts) {
      two(node, ofInts);
      return;
    }
    pushLong(node.first());
    pushLong(node.second());
    ofLongs.run();
    if (node.isInt()) {
      code.l2i();
    }
  }

  private void math(String name, MethodTypeDesc type) {
    code.invokestatic(MATH, name, type);
  }

  private void choice(Node node) {
    boolean isInt = node.isInt() && node.second().isInt() && node.third().isInt();
    if (isInt) {
      push(node.third());
      push(node.second());
      push(node.third());
      code.ixor();
      push(node.first());
      code.ineg().iand().ixor();
    } else {
      pushLong(node.third());
      pushLong(node.second());
      pushLong(node.third());
      code.lxor();
      pushLong(node.first());
      code.lneg().land().lxor();
      if (node.isInt()) {
        code.l2i();
      }
    }
  }

  private void among(Node node) {
    code.loadConstant(node.number());
    push(node.first());
    if (!node.first().isInt()) {
      code.l2i();
    }
    code.lushr().l2i().iconst_1().iand();
  }

  private void call(Node node) {
    pushLong(node.first());
    pushLong(node.second());
    code.invokestatic(
        LOOPS,
        Helper.of(node),
        node.is(Op.FAILS) ? MethodTypeDesc.of(ConstantDescs.CD_boolean, CD_long, CD_long) : LONGS);
    if (!node.is(Op.FAILS) && node.isInt()) {
      code.l2i();
    }
  }

  private void countBits(Node node) {
    push(node.first());
    if (node.first().isInt()) {
      code.invokestatic(ConstantDescs.CD_Integer, "bitCount", MethodTypeDesc.of(CD_int, CD_int));
    } else {
      code.invokestatic(ConstantDescs.CD_Long, "bitCount", MethodTypeDesc.of(CD_int, CD_long));
    }
  }
}
