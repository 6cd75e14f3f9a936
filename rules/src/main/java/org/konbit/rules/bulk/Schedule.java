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
import java.util.stream.Stream;
import org.konbit.rules.bulk.Node.Op;

/**
 * In which loops over a chunk the nodes are calculated. Each stage gathers what was claimed of a
 * household's members, looks up claims in banks, calculates row by row, and then claims of claims
 * for 64 rows at once. What a stage needs of a later step stands in a stage before it. Within a
 * stage loops are split, because the JIT leaves methods of more than 8,000 bytes to the
 * interpreter.
 */
final class Schedule {
  // Larger loops than this are slower, not faster: more is kept than there are registers.
  private static final int LARGEST_LOOP = 160;

  /**
   * One loop over the rows of a chunk, or over its words of 64 rows.
   *
   * @param stage its place in the order
   * @param stored the nodes it writes, in their order
   */
  record Loop(int stage, boolean isOfWords, Set<Node> calculated, Set<Node> stored) {
    static Loop of(int stage, boolean isOfWords) {
      return new Loop(stage, isOfWords, new TreeSet<>(IN_ORDER), new TreeSet<>(IN_ORDER));
    }
  }

  private static final Comparator<Node> IN_ORDER = Comparator.comparingInt(Node::id);

  private final boolean isSmall;
  private final int last;
  private final Map<Node, Integer> stages = new HashMap<>();
  private final Map<Node, Loop> homes = new LinkedHashMap<>();
  private final Set<Node> stored = new LinkedHashSet<>();
  private final Set<Node> words = new TreeSet<>(IN_ORDER);
  private final Set<Node> gathered = new TreeSet<>(IN_ORDER);
  private final List<Loop> loops = new ArrayList<>();

  /** Lays out all that the targets need. */
  Schedule(Collection<Node> targets) {
    var all = new TreeSet<>(IN_ORDER);
    targets.forEach(target -> collect(target, all, true));
    // Of few calculations one loop is faster than any division of labour.
    isSmall =
        all.stream().allMatch(node -> Way.of(node) != Way.LEAF || isAtHand(node))
            && all.size() <= LARGEST_LOOP;
    all.clear();
    targets.forEach(target -> collect(target, all, isSmall));
    for (Node node : all) {
      stages.put(node, stageOf(node));
    }
    for (Node target : targets) {
      if (!target.isConstant()) {
        (target.isClaim() ? words : stored).add(target);
      }
    }
    all.forEach(this::storeParts);
    words.stream().filter(node -> !isInWords(node)).forEach(stored::add);
    var wanted = new TreeSet<>(IN_ORDER);
    all.stream().filter(node -> stored.contains(node) && isOfRows(node)).forEach(wanted::add);
    last = stages.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    for (int stage = 0; stage <= last; stage++) {
      layRows(stage, wanted);
      layWords(stage, all);
    }
    homes.forEach((node, loop) -> {
      if (loop.isOfWords() ? words.contains(node) : stored.contains(node)) {
        loop.stored().add(node);
      }
    });
  }

  /** How the node is calculated here. */
  Way way(Node node) {
    return isSmall ? isAtHand(node) ? Way.LEAF : Way.ROW : Way.of(node);
  }

  // It stands in an array before the first loop.
  private static boolean isAtHand(Node node) {
    return isLeaf(node) || (node.is(Op.HOUSEHOLD_SUM) && isColumn(node.first()));
  }

  /** What the node is calculated of. */
  private static List<Node> parts(Node node, Way way) {
    if (way != Way.BANK) {
      return node.in();
    }
    var tabulation = node.tabulation();
    if (Way.isLookedUp(node) && tabulation != null) {
      return tabulation.base() == node ? List.of() : List.of(tabulation.base());
    }
    var parts = new ArrayList<Node>();
    for (Node operand : node.in()) {
      var limit = operand.tabulation();
      if (!operand.isConstant()) {
        parts.add(limit == null ? operand : limit.base());
      }
    }
    return parts;
  }

  private void collect(Node node, Set<Node> into, boolean isOfRows) {
    if (into.add(node)) {
      var parts = isOfRows ? node.in() : parts(node, Way.of(node));
      parts.forEach(part -> collect(part, into, isOfRows));
    }
  }

  private int stageOf(Node node) {
    int stage = 0;
    var parts = parts(node, way(node));
    for (int i = 0; i < parts.size(); i++) {
      int before = stage(parts.get(i));
      boolean isLater =
          isReadElsewhere(node, i) || (way(node) == Way.ROW && way(parts.get(i)) == Way.WORD);
      stage = Math.max(stage, isLater ? before + 1 : before);
    }
    return stage;
  }

  /** Whether the node reads this operand in rows other than its own. */
  private static boolean isReadElsewhere(Node node, int operand) {
    boolean isElsewhere =
        switch (node.op()) {
          case GATHERED, HOUSEHOLD_SUM, REACHED -> true;
          case SUM_OVER -> operand == 1;
          default -> false;
        };
    return isElsewhere && !(isColumn(node.in().get(operand)) && !node.is(Op.GATHERED));
  }

  static boolean isColumn(Node node) {
    return node.is(Op.COLUMN) || node.is(Op.DERIVED);
  }

  static boolean isLeaf(Node node) {
    return isColumn(node) || node.isConstant();
  }

  private void storeParts(Node node) {
    if (node.is(Op.GATHERED)) {
      gathered.add(node);
      words.add(node.first());
      return;
    }
    if (node.is(Op.HOUSEHOLD_SUM)) {
      gathered.add(node);
      if (!isColumn(node.first())) {
        stored.add(node.first());
      }
      return;
    }
    var parts = parts(node, way(node));
    for (int i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      boolean isClaimOfWords = way(part) == Way.WORD || way(part) == Way.BANK;
      if (part.isConstant() || way(node) == Way.BANK) {
        continue;
      }
      if (way(node) == Way.WORD) {
        words.add(part);
      } else if (isClaimOfWords && !isLeaf(part)) {
        words.add(part);
      } else if (isReadElsewhere(node, i)
          || (stage(part) < stage(node) && part.levels() == 0 && !isLeaf(part))) {
        stored.add(part);
      }
    }
  }

  private int stage(Node node) {
    return stages.getOrDefault(node, 0);
  }

  private void layWords(int stage, Set<Node> all) {
    Loop loop = Loop.of(stage, true);
    for (Node node : all) {
      if (stage(node) == stage && way(node) == Way.WORD) {
        if (loop.calculated().size() == LARGEST_LOOP) {
          loops.add(loop);
          loop = Loop.of(stage, true);
        }
        loop.calculated().add(node);
        homes.put(node, loop);
      }
    }
    if (!loop.calculated().isEmpty()) {
      loops.add(loop);
    }
  }

  private void layRows(int stage, Set<Node> wanted) {
    Loop loop = Loop.of(stage, false);
    for (Node node : List.copyOf(wanted)) {
      if (stage(node) != stage) {
        continue;
      }
      var needed = new LinkedHashSet<Node>();
      need(node, stage, loop, needed);
      if (needed.isEmpty()) {
        continue;
      }
      if (!loop.calculated().isEmpty() && loop.calculated().size() + needed.size() > LARGEST_LOOP) {
        loops.add(loop);
        loop = Loop.of(stage, false);
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
    if (needed.contains(node) || loop.calculated().contains(node) || !isOfRows(node)) {
      return;
    }
    boolean isKept = stored.contains(node) && (stage(node) < stage || homes.containsKey(node));
    if (isKept) {
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

  // A column that is told just as it stands is copied.
  private boolean isOfRows(Node node) {
    return way(node) == Way.ROW
        || (way(node) == Way.LEAF && isColumn(node) && stored.contains(node));
  }

  private static boolean isCheap(Node node) {
    return switch (node.op()) {
      case NOT -> isCheap(node.first()) || isLeaf(node.first());
      case LESS, EQUAL, AMONG, BITS, TABLE -> node.in().stream().allMatch(Schedule::isLeaf);
      case CHOICE -> node.in().stream().allMatch(part -> isLeaf(part) || isCheap(part));
      default -> false;
    };
  }

  /** Whether anything reads the node: much of what is asked for is simplified away. */
  boolean isUsed(Node node) {
    return stages.containsKey(node);
  }

  /** Whether any loop looks from a row to where its household starts. */
  boolean readsHouseholds() {
    return loops.stream()
        .flatMap(loop -> loop.calculated().stream())
        .anyMatch(node ->
            switch (node.op()) {
              case SUM_OVER, REACHED, WALK_ANY, WALK_SUM -> true;
              default -> false;
            });
  }

  List<Loop> loops() {
    return loops;
  }

  /** What is gathered or added up of households at a stage, each from its operand. */
  List<Node> gathered(int stage) {
    return gathered.stream().filter(node -> stage(node) == stage).toList();
  }

  /** The claims of a stage that are looked up in banks. */
  List<Node> looked(int stage) {
    return words(stage).filter(node -> way(node) == Way.BANK).toList();
  }

  /** The claims of a stage that are calculated row by row and then put into words. */
  List<Node> packed(int stage) {
    return words(stage).filter(node -> !isInWords(node)).toList();
  }

  /** The claims of claims that are kept. */
  List<Node> kept() {
    return words.stream().filter(node -> way(node) == Way.WORD).toList();
  }

  private Stream<Node> words(int stage) {
    return words.stream().filter(node -> stage(node) == stage);
  }

  /** Whether the claim is made in words, so that rows read it there. */
  boolean isInWords(Node node) {
    return way(node) == Way.WORD || way(node) == Way.BANK;
  }

  int stages() {
    return last + 1;
  }
}
