package org.konbit.rules.bulk;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.konbit.rules.bulk.Node.Op;

/** What a walk calculates for each member that it reaches. */
final class Inside {
  private Inside() {}

  /** The nodes that change with each member this walk reaches, but not those of walks inside. */
  static List<Node> of(Node walk, Set<Integer> reached) {
    var inside = new LinkedHashSet<Node>();
    collect(walk.second(), 1 << walk.number(), reached, inside);
    return inside.stream().sorted(Comparator.comparingInt(Node::id)).toList();
  }

  private static void collect(Node node, int level, Set<Integer> reached, Set<Node> into) {
    boolean isOfThis = (node.levels() & level) != 0;
    boolean isOpen =
        Integer.bitCount(node.levels() & ~level) > 0
            && !reached.containsAll(levelsOf(node.levels()));
    if (isOfThis && !isOpen) {
      into.add(node);
    }
    if (isOfThis && !node.is(Op.REACHED)) {
      node.in().forEach(operand -> collect(operand, level, reached, into));
    }
  }

  private static Set<Integer> levelsOf(int bits) {
    var levels = new HashSet<Integer>();
    for (int rest = bits; rest != 0; rest &= rest - 1) {
      levels.add(Integer.numberOfTrailingZeros(rest));
    }
    return levels;
  }
}
