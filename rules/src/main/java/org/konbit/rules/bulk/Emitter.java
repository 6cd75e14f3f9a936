package org.konbit.rules.bulk;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.konbit.rules.bulk.Node.Op;

/**
 * Writes one loop over the rows of a chunk as bytecode. Claims are calculated with and, or and the
 * sign of a difference, never with a jump: a jump that falls either way costs more than all the
 * rest of a condition.
 */
final class Emitter {
  private static final ClassDesc LOOPS = ClassDesc.of(Loops.class.getName());

  // The parameters: arrays, the first row of each row's household, the chunk's first row, rows.
  private static final int ARRAYS = 0;
  private static final int FIRST = 1;
  private static final int FROM = 2;
  private static final int ROWS = 3;
  private static final Arena.Place WORDS = new Arena.Place(Slots.ARRAY, Cells.LONGS);

  private final CodeBuilder code;
  private final Operations operations;
  private final Arena arena;
  private final Schedule schedule;
  private final Schedule.Loop loop;
  private final int row;
  private final Map<Integer, Integer> arrays = new TreeMap<>();
  private final Map<Node, Integer> locals = new HashMap<>();
  private final Map<Integer, Integer> reached = new HashMap<>();
  private final Map<Node, WalkMemory> memories = new HashMap<>();
  private final Map<Node, Integer> uses = new HashMap<>();
  private final Set<Node> inWalks = new HashSet<>();

  private Emitter(CodeBuilder code, Arena arena, Schedule schedule, Schedule.Loop loop) {
    this.code = code;
    this.operations = new Operations(code, this::push, this::pushLong);
    this.arena = arena;
    this.schedule = schedule;
    this.loop = loop;
    this.row = code.allocateLocal(TypeKind.INT);
  }

  static void emit(CodeBuilder code, Arena arena, Schedule schedule, Schedule.Loop loop) {
    new Emitter(code, arena, schedule, loop).emit();
  }

  private void emit() {
    for (Node node : loop.calculated()) {
      count(node);
    }
    for (Node node : loop.calculated()) {
      loadArrays(node);
    }
    loop.stored().forEach(node -> array(arena.scratch(node)));
    for (Node node : loop.calculated()) {
      boolean isWalk = node.is(Op.WALK_ANY) || node.is(Op.WALK_SUM);
      if (isWalk && node.levels() == 0) {
        WalkMemory.of(code, node).ifPresent(memory -> memories.put(node, memory));
      }
    }
    code.iconst_0().istore(row);
    Label start = code.newLabel();
    Label end = code.newLabel();
    code.labelBinding(start).iload(row).iload(ROWS).if_icmpge(end);
    for (Node node : loop.calculated()) {
      if (node.levels() == 0) {
        statement(node);
      }
    }
    code.iinc(row, 1).goto_(start).labelBinding(end).return_();
  }

  private void count(Node node) {
    for (Node operand : node.in()) {
      uses.merge(operand, 1, Integer::sum);
      if (node.levels() != 0 && operand.levels() == 0) {
        inWalks.add(operand);
      }
    }
    if (node.is(Op.CHOICE)) {
      // y ^ ((x ^ y) & -b) names y twice.
      uses.merge(node.third(), 1, Integer::sum);
    }
  }

  private void loadArrays(Node node) {
    if (Schedule.isLeaf(node) && !node.isConstant()) {
      array(arena.of(node));
    }
    if (node.is(Op.TABLE)) {
      array(arena.of(node));
    }
    for (Node operand : node.in()) {
      if (!operand.isConstant() && operand.levels() == 0 && !isCalculated(operand)) {
        array(place(operand));
      }
    }
    if (node.is(Op.REACHED) || node.is(Op.SUM_OVER)) {
      array(place(node.in().getLast()));
    }
  }

  private Arena.Place place(Node node) {
    if (Schedule.isLeaf(node)) {
      return arena.of(node);
    }
    return schedule.isInWords(node) ? WORDS : arena.scratch(node);
  }

  private void array(Arena.Place place) {
    if (!arrays.containsKey(place.index())) {
      int local = code.allocateLocal(TypeKind.REFERENCE);
      code.aload(ARRAYS).loadConstant(place.index()).aaload();
      code.checkcast(place.cells().array()).astore(local);
      arrays.put(place.index(), local);
    }
  }

  private boolean isCalculated(Node node) {
    return loop.calculated().contains(node);
  }

  /** Calculates a node that is needed more than once, or written, and keeps it in a local. */
  private void statement(Node node) {
    boolean isStored = loop.stored().contains(node);
    boolean isShared = uses.getOrDefault(node, 0) > 1 || inWalks.contains(node);
    boolean isWalk = node.is(Op.WALK_ANY) || node.is(Op.WALK_SUM);
    if (!isStored && !isShared && !isWalk) {
      return;
    }
    if (isWalk) {
      walk(node);
    } else {
      calculate(node);
      keep(node);
    }
    if (isStored) {
      store(node);
    }
  }

  private void keep(Node node) {
    var kind = node.isInt() ? TypeKind.INT : TypeKind.LONG;
    int local = code.allocateLocal(kind);
    code.storeLocal(kind, local);
    locals.put(node, local);
  }

  private void store(Node node) {
    var place = arena.scratch(node);
    code.aload(local(place)).iload(row);
    push(node);
    switch (place.cells()) {
      case BYTES -> code.bastore();
      case SHORTS -> code.sastore();
      case INTS -> code.iastore();
      case LONGS -> {
        if (node.isInt()) {
          code.i2l();
        }
        code.lastore();
      }
    }
  }

  private int local(Arena.Place place) {
    Integer local = arrays.get(place.index());
    if (local == null) {
      throw new IllegalStateException("A loop reads an array that it has not loaded.");
    }
    return local;
  }

  /** Puts the node's value on the stack: an int where its range allows, else a long. */
  private void push(Node node) {
    Integer local = locals.get(node);
    if (local != null) {
      code.loadLocal(node.isInt() ? TypeKind.INT : TypeKind.LONG, local);
    } else if (node.isConstant()) {
      if (node.isInt()) {
        code.loadConstant((int) node.number());
      } else {
        code.loadConstant(node.number());
      }
    } else if (isCalculated(node) || Schedule.isLeaf(node)) {
      calculate(node);
    } else if (schedule.isInWords(node)) {
      claim(node, this::pushRow);
    } else {
      cell(arena.scratch(node), node, this::pushRow);
    }
  }

  /** The bit of a row. */
  private void claim(Node node, Runnable row) {
    code.aload(local(WORDS));
    row.run();
    code.bipush(6).iushr().loadConstant(arena.slots().at(node)).iadd().laload();
    row.run();
    code.lushr().l2i().iconst_1().iand();
  }

  private void pushLong(Node node) {
    if (node.isConstant()) {
      code.loadConstant(node.number());
      return;
    }
    push(node);
    if (node.isInt()) {
      code.i2l();
    }
  }

  private void pushRow() {
    code.iload(row);
  }

  private void pushPopulationRow() {
    code.iload(FROM).iload(row).iadd();
  }

  private void cell(Arena.Place place, Node node, Runnable index) {
    code.aload(local(place));
    index.run();
    switch (place.cells()) {
      case BYTES -> code.baload();
      case SHORTS -> code.saload();
      case INTS -> code.iaload();
      case LONGS -> {
        code.laload();
        if (node.isInt()) {
          code.l2i();
        }
      }
    }
  }

  private void calculate(Node node) {
    switch (node.op()) {
      case CONSTANT -> push(node);
      case COLUMN -> cell(arena.of(node), node, this::pushPopulationRow);
      case DERIVED -> derived(node);
      case TABLE -> table(node);
      case SUM_OVER -> sumOver(node);
      case REACHED -> reached(node);
      case GATHERED, HOUSEHOLD_SUM -> cell(arena.scratch(node), node, this::pushRow);
      case WALK_ANY, WALK_SUM ->
          throw new IllegalStateException("A walk is calculated as a statement.");
      default -> operations.write(node);
    }
  }

  private void derived(Node node) {
    cell(arena.of(node), node, this::pushRow);
  }

  private void table(Node node) {
    var lookup = (Lookup) node.what();
    cell(
        arena.of(node),
        node,
        () -> {
          if (node.first().isInt() && Math.abs(lookup.base()) < Integer.MAX_VALUE) {
            push(node.first());
            code.loadConstant((int) lookup.base()).isub();
          } else {
            pushLong(node.first());
            code.loadConstant(lookup.base()).lsub().l2i();
          }
        });
  }

  private void pushFirstRow() {
    code.aload(FIRST).iload(row).iaload();
  }

  private void pushFirst(boolean isPopulation) {
    pushFirstRow();
    if (isPopulation) {
      code.iload(FROM).iadd();
    }
  }

  private void sumOver(Node node) {
    var column = node.second();
    var place = place(column);
    pushLong(node.first());
    code.aload(local(place));
    pushFirst(column.is(Op.COLUMN));
    code.invokestatic(
        LOOPS, "sum", MethodTypeDesc.of(CD_long, CD_long, place.cells().array(), CD_int));
    if (node.isInt()) {
      code.l2i();
    }
  }

  private void reached(Node node) {
    var column = node.first();
    Integer bit = reached.get((int) node.number());
    if (bit == null) {
      throw new IllegalStateException("A member is read whom no walk has reached.");
    }
    Runnable other =
        () -> {
          pushFirst(column.is(Op.COLUMN));
          code.iload(bit).iadd();
        };
    // A column stands in its own array too, by the population's rows and not by the chunk's.
    if (schedule.isInWords(column) && !Schedule.isLeaf(column)) {
      claim(column, other);
    } else {
      cell(place(column), node, other);
    }
  }

  private void walk(Node node) {
    var memory = memories.get(node);
    if (memory == null) {
      walk(node, code.allocateLocal(kind(node)));
      return;
    }
    Label known = code.newLabel();
    memory.ifKnown(code, known, this::pushFirstRow, this::push);
    walk(node, memory.result());
    code.labelBinding(known);
  }

  private static TypeKind kind(Node node) {
    return node.isInt() ? TypeKind.INT : TypeKind.LONG;
  }

  private void walk(Node node, int result) {
    var kind = kind(node);
    int rest = code.allocateLocal(TypeKind.LONG);
    int bit = code.allocateLocal(TypeKind.INT);
    if (kind == TypeKind.INT) {
      code.iconst_0().istore(result);
    } else {
      code.lconst_0().lstore(result);
    }
    pushLong(node.first());
    code.lstore(rest);
    Label start = code.newLabel();
    Label end = code.newLabel();
    code.labelBinding(start).lload(rest).lconst_0().lcmp().ifeq(end);
    code.lload(rest)
        .invokestatic(
            ConstantDescs.CD_Long, "numberOfTrailingZeros", MethodTypeDesc.of(CD_int, CD_long))
        .istore(bit);
    code.lload(rest).lload(rest).lconst_1().lsub().land().lstore(rest);
    reached.put((int) node.number(), bit);
    var inside = Inside.of(node, reached.keySet());
    inside.forEach(this::statement);
    code.loadLocal(kind, result);
    if (kind == TypeKind.INT) {
      push(node.second());
      if (node.is(Op.WALK_ANY)) {
        code.ior();
      } else {
        code.iadd();
      }
    } else {
      pushLong(node.second());
      code.ladd();
    }
    code.storeLocal(kind, result);
    inside.forEach(locals::remove);
    reached.remove((int) node.number());
    code.goto_(start).labelBinding(end);
    locals.put(node, result);
  }
}
