package org.konbit.rules.bulk;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ConstantDescs;
import java.util.HashMap;
import java.util.Map;
import org.konbit.rules.bulk.Node.Op;

/** Writes one loop over the words of a chunk: claims of claims, 64 persons in each operation. */
final class WordEmitter {
  private static final int ARRAYS = 0;
  private static final int ROWS = 3;

  private final CodeBuilder code;
  private final Slots slots;
  private final Schedule.Loop loop;
  private final int words;
  private final int word;
  private final Map<Node, Integer> uses = new HashMap<>();
  private final Map<Node, Integer> locals = new HashMap<>();

  private WordEmitter(CodeBuilder code, Slots slots, Schedule.Loop loop) {
    this.code = code;
    this.slots = slots;
    this.loop = loop;
    words = code.allocateLocal(TypeKind.REFERENCE);
    word = code.allocateLocal(TypeKind.INT);
  }

  static void emit(CodeBuilder code, Slots slots, Schedule.Loop loop) {
    new WordEmitter(code, slots, loop).emit();
  }

  private void emit() {
    for (Node node : loop.calculated()) {
      node.in().forEach(operand -> uses.merge(operand, 1, Integer::sum));
    }
    code.aload(ARRAYS).loadConstant(Slots.ARRAY).aaload();
    code.checkcast(ConstantDescs.CD_long.arrayType()).astore(words);
    int count = code.allocateLocal(TypeKind.INT);
    code.iload(ROWS).bipush(63).iadd().bipush(6).iushr().istore(count);
    code.iconst_0().istore(word);
    Label start = code.newLabel();
    Label end = code.newLabel();
    code.labelBinding(start).iload(word).iload(count).if_icmpge(end);
    loop.calculated().forEach(this::statement);
    code.iinc(word, 1).goto_(start).labelBinding(end).return_();
  }

  private void statement(Node node) {
    boolean isStored = loop.stored().contains(node);
    if (!isStored && uses.getOrDefault(node, 0) <= 1) {
      return;
    }
    calculate(node);
    int local = code.allocateLocal(TypeKind.LONG);
    code.lstore(local);
    locals.put(node, local);
    if (isStored) {
      place(node);
      code.lload(local).lastore();
    }
  }

  private void place(Node node) {
    code.aload(words).iload(word).loadConstant(slots.at(node)).iadd();
  }

  private void calculate(Node node) {
    push(node.first());
    if (node.is(Op.NOT)) {
      code.loadConstant(-1L).lxor();
      return;
    }
    push(node.second());
    if (node.is(Op.AND)) {
      code.land();
    } else {
      code.lor();
    }
  }

  private void push(Node node) {
    Integer local = locals.get(node);
    if (node.isConstant()) {
      code.loadConstant(-node.number());
    } else if (local != null) {
      code.lload(local);
    } else if (loop.calculated().contains(node)) {
      calculate(node);
    } else {
      // Read once and kept: most claims are part of several.
      place(node);
      code.laload();
      if (uses.getOrDefault(node, 0) > 1) {
        int kept = code.allocateLocal(TypeKind.LONG);
        code.dup2().lstore(kept);
        locals.put(node, kept);
      }
    }
  }
}
