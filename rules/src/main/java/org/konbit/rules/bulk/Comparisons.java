package org.konbit.rules.bulk;

import java.util.List;
import org.konbit.rules.bulk.Node.Op;

/** Makes comparisons, as simple as ranges, tables and what is sure allow. */
final class Comparisons {
  private final Nodes nodes;
  private final Moved moved;

  Comparisons(Nodes nodes) {
    this.nodes = nodes;
    this.moved = new Moved(nodes);
  }

  Node less(Node one, Node other) {
    if (one.most() < other.least()) {
      return nodes.yes;
    }
    if (one.least() >= other.most()) {
      return nodes.no;
    }
    if (one.is(Op.TABLE) && other.isConstant() && lookup(one).rises() != 0) {
      var turn = nodes.constant(lookup(one).turn(other.number()));
      var before = less(one.first(), turn);
      return lookup(one).rises() > 0 ? before : nodes.not(before);
    }
    if (one.isConstant() && other.is(Op.TABLE) && lookup(other).rises() != 0) {
      // limit < value, which is not (value < limit + 1)
      return nodes.not(less(other, nodes.constant(one.number() + 1)));
    }
    var simpler = moved.compared(one, other);
    return simpler == null ? nodes.compared(Op.LESS, List.of(one, other)) : simpler;
  }

  Node equal(Node one, Node other) {
    if (one == other) {
      return nodes.yes;
    }
    if (one.most() < other.least() || other.most() < one.least()) {
      return nodes.no;
    }
    if (one.isConstant() && other.isConstant()) {
      return nodes.claim(one.number() == other.number());
    }
    if (one.isClaim() && other.isClaim()) {
      if (one.isConstant() || other.isConstant()) {
        var rest = one.isConstant() ? other : one;
        return (one.isConstant() ? one : other).number() == 1 ? rest : nodes.not(rest);
      }
    }
    if (one.is(Op.TABLE) && other.isConstant() && lookup(one).rises() != 0) {
      return nodes.and(nodes.not(less(one, other)), less(one, nodes.constant(other.number() + 1)));
    }
    return nodes.compared(Op.EQUAL, Nodes.ordered(one, other));
  }

  /** The claim as it stands where another is sure: what guards against that is left out. */
  Node given(Node sure, Node claim) {
    return switch (claim.op()) {
      case NOT -> nodes.not(given(sure, claim.first()));
      case LESS -> less(given(sure, claim.first()), given(sure, claim.second()));
      case EQUAL -> equal(given(sure, claim.first()), given(sure, claim.second()));
      case AMONG -> nodes.among(given(sure, claim.first()), claim.number());
      case CHOICE -> implies(sure, claim.first()) ? claim.second() : claim;
      default -> claim;
    };
  }

  private static boolean implies(Node sure, Node claim) {
    return sure == claim
        || (sure.is(Op.AND) && (implies(sure.first(), claim) || implies(sure.second(), claim)));
  }

  private static Lookup lookup(Node node) {
    return (Lookup) node.what();
  }
}
