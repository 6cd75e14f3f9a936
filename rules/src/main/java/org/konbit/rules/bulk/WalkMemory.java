package org.konbit.rules.bulk;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.konbit.rules.bulk.Node.Op;

/**
 * What a walk came to for the row before, in locals: of one household's members who walk the same
 * way, only the first walks.
 *
 * @param household the local that holds the first row of the household that walked last
 * @param own what the walk reads of the row itself
 * @param kept the locals that hold what was read
 * @param result the local that holds what it came to
 */
record WalkMemory(int household, List<Node> own, List<Integer> kept, int result) {
  // To compare more costs as much as to walk again.
  private static final int MOST = 3;

  /** Makes room for it, before the first row; none where it would not help. */
  static Optional<WalkMemory> of(CodeBuilder code, Node walk) {
    var own = new LinkedHashSet<Node>();
    own.add(walk.first());
    collect(walk.second(), own);
    if (own.size() > MOST) {
      return Optional.empty();
    }
    var kept = new ArrayList<Integer>();
    for (Node node : own) {
      kept.add(room(code, node));
    }
    int household = code.allocateLocal(TypeKind.INT);
    code.iconst_m1().istore(household);
    return Optional.of(new WalkMemory(household, List.copyOf(own), kept, room(code, walk)));
  }

  private static int room(CodeBuilder code, Node node) {
    int local = code.allocateLocal(kind(node));
    if (node.isInt()) {
      code.iconst_0().istore(local);
    } else {
      code.lconst_0().lstore(local);
    }
    return local;
  }

  private static TypeKind kind(Node node) {
    return node.isInt() ? TypeKind.INT : TypeKind.LONG;
  }

  private static void collect(Node node, Set<Node> own) {
    if (node.is(Op.REACHED)) {
      return;
    }
    for (Node operand : node.in()) {
      if (operand.levels() != 0) {
        collect(operand, own);
      } else if (!operand.isConstant()) {
        own.add(operand);
      }
    }
  }

  /** Jumps where nothing has changed since the walk before; else notes what is read now. */
  void ifKnown(CodeBuilder code, Label known, Runnable pushHousehold, Consumer<Node> push) {
    Label other = code.newLabel();
    pushHousehold.run();
    code.iload(household).if_icmpne(other);
    for (int i = 0; i < own.size(); i++) {
      push.accept(own.get(i));
      code.loadLocal(kind(own.get(i)), kept.get(i));
      if (own.get(i).isInt()) {
        code.if_icmpne(other);
      } else {
        code.lcmp().ifne(other);
      }
    }
    code.goto_(known).labelBinding(other);
    pushHousehold.run();
    code.istore(household);
    for (int i = 0; i < own.size(); i++) {
      push.accept(own.get(i));
      code.storeLocal(kind(own.get(i)), kept.get(i));
    }
  }
}
