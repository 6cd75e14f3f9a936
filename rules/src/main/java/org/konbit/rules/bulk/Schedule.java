package org.konbit.rules.bulk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.konbit.rules.bulk.Node.Op;

/**
 * In which loops over a chunk the nodes are calculated. What another member's row is read for must
 * stand in a column before, so loops come in stages; within a stage they are split, because the JIT
 * leaves methods of more than 8,000 bytes to the interpreter.
 */
final class Schedule {
  /**
   * One loop over the rows of a chunk.
   *
   * @param stage its place in the order
   * @param stored the nodes it writes into columns, in their order
   */
  record Loop(int stage, Set<Node> calculated, Set<Node> stored) {}

  private static final Comparator<Node> IN_ORDER = Comparator.comparingInt(Node::id);

  private final int largestLoop;
  private final int last;
  private final Map<Node, Integer> stages = new HashMap<>();
  private final Map<Node, Loop> homes = new LinkedHashMap<>();
  private final Set<Node> stored = new LinkedHashSet<>();
  private final Set<Node> gathered = new TreeSet<>(IN_ORDER);
  private final List<Loop> loops = new ArrayList<>();

  /**
   * Lays out all that the targets need.
   *
   * @param largestLoop how many nodes a loop calculates at most, but for single ones that need more
   */
  Schedule(Collection<Node> targets, int largestLoop) {
    this.largestLoop = largestLoop;
    var all = new TreeSet<>(IN_ORDER);
    targets.forEach(target -> collect(target, all));
    for (Node node : all) {
      stages.put(node, stageOf(node));
    }
    targets.stream().filter(target -> !target.isConstant()).forEach(stored::add);
    all.forEach(this::storeOperands);
    var wanted = new TreeSet<>(IN_ORDER);
    stored.stream().filter(node -> !node.is(Op.GATHERED)).forEach(wanted::add);
    last = findLast();
    for (int stage = 0; stage <= last; stage++) {
      lay(stage, wanted);
    }
    homes.forEach((node, loop) -> {
      if (stored.contains(node)) {
        loop.stored().add(node);
      }
    });
  }

  private int findLast() {
    return stages.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private static void collect(Node node, Set<Node> into) {
    if (into.add(node)) {
      node.in().forEach(operand -> collect(operand, into));
    }
  }

  private int stageOf(Node node) {
    int stage = 0;
    for (int i = 0; i < node.in().size(); i++) {
      var operand = node.in().get(i);
      int before = stages.getOrDefault(operand, 0);
      stage = Math.max(stage, isReadElsewhere(node, i) ? before + 1 : before);
    }
    return stage;
  }

  /** Whether the node reads this operand in rows other than its own. */
  private static boolean isReadElsewhere(Node node, int operand) {
    boolean isElsewhere =
        switch (node.op()) {
          case GATHERED, REACHED -> true;
          case SUM_OVER -> operand == 1;
          default -> false;
        };
    return isElsewhere && !(isColumn(node.in().get(operand)) && !node.is(Op.GATHERED));
  }

  private static boolean isColumn(Node node) {
    return node.is(Op.COLUMN) || node.is(Op.DERIVED);
  }

  static boolean isLeaf(Node node) {
    return isColumn(node) || node.isConstant();
  }

  private void storeOperands(Node node) {
    if (node.is(Op.GATHERED)) {
      gathered.add(node);
      stored.add(node);
    }
    for (int i = 0; i < node.in().size(); i++) {
      var operand = node.in().get(i);
      boolean isEarlier = stage(operand) < stage(node) && operand.levels() == 0;
      if (isReadElsewhere(node, i) || (isEarlier && !isLeaf(operand))) {
        stored.add(operand);
      }
    }
  }

  private int stage(Node node) {
    return stages.getOrDefault(node, 0);
  }

  private void lay(int stage, Set<Node> wanted) {
    Loop loop = new Loop(stage, new TreeSet<>(IN_ORDER), new TreeSet<>(IN_ORDER));
    for (Node node : wanted) {
      if (stage(node) != stage) {
        continue;
      }
      var needed = new LinkedHashSet<Node>();
      need(node, stage, loop, needed);
      if (needed.isEmpty()) {
        continue;
      }
      if (!loop.calculated().isEmpty() && loop.calculated().size() + needed.size() > largestLoop) {
        loops.add(loop);
        loop = new Loop(stage, new TreeSet<>(IN_ORDER), new TreeSet<>(IN_ORDER));
        needed.clear();
        need(node, stage, loop, needed);
      }
      loop.calculated().addAll(needed);
      for (Node calculated : needed) {
        homes.putIfAbsent(calculated, loop);
      }
    }
    if (!loop.calculated().isEmpty()) {
      loops.add(loop);
    }
  }

  // What an earlier loop has calculated is read from a column, unless it is cheaper to repeat.
  private void need(Node node, int stage, Loop loop, Set<Node> needed) {
    if (needed.contains(node) || loop.calculated().contains(node)) {
      return;
    }
    boolean isKept = stored.contains(node) && (stage(node) < stage || homes.containsKey(node));
    if (isKept || node.is(Op.GATHERED) || (isLeaf(node) && !stored.contains(node))) {
      return;
    }
    if (homes.containsKey(node) && node.levels() == 0 && !isCheap(node)) {
      stored.add(node);
      return;
    }
    for (int i = 0; i < node.in().size(); i++) {
      if (!isReadElsewhere(node, i)) {
        need(node.in().get(i), stage, loop, needed);
      }
    }
    needed.add(node);
  }

  private static boolean isCheap(Node node) {
    return switch (node.op()) {
      case NOT -> isCheap(node.first()) || isLeaf(node.first());
      case LESS, EQUAL, AMONG, BITS -> node.in().stream().allMatch(Schedule::isLeaf);
      case CHOICE -> node.in().stream().allMatch(part -> isLeaf(part) || isCheap(part));
      default -> false;
    };
  }

  /** Whether anything reads the node: much of what is asked for is simplified away. */
  boolean isUsed(Node node) {
    return stages.containsKey(node);
  }

  List<Loop> loops() {
    return loops;
  }

  /** The gathered nodes of a stage, each from what an earlier stage has stored. */
  List<Node> gathered(int stage) {
    return gathered.stream().filter(node -> stage(node) == stage).toList();
  }

  int stages() {
    return last + 1;
  }
}
