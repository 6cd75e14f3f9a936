package org.konbit.rules.bulk;

/** A walk over some members of the household, of whom it may be open who they are. */
final class Walked {
  private final Nodes nodes;
  private final Term members;

  Walked(Nodes nodes, Term members) {
    this.nodes = nodes;
    this.members = members;
  }

  /** How a claim or number of each member is put together. */
  private interface Over {
    Node any(Node claim);

    Node sum(Node value);
  }

  /** A walk whose body is a column of the members' own. */
  Term gathering(Step.Kind kind, Term body) {
    return over(
        kind,
        body,
        new Over() {
          @Override
          public Node any(Node claim) {
            return claim.isConstant(1)
                ? nodes.not(nodes.isEmpty(members.value()))
                : nodes.not(nodes.isEmpty(nodes.bits(members.value(), nodes.gathered(claim))));
          }

          @Override
          public Node sum(Node value) {
            return value.isClaim() && !value.isConstant()
                ? nodes.countBits(nodes.bits(members.value(), nodes.gathered(value)))
                : nodes.sumOver(members.value(), value);
          }
        });
  }

  /** A walk whose body looks at the tested member too. */
  Term walking(Step.Kind kind, Term body, int level) {
    return over(
        kind,
        body,
        new Over() {
          @Override
          public Node any(Node claim) {
            return nodes.walkAny(level, members.value(), claim);
          }

          @Override
          public Node sum(Node value) {
            return nodes.walkSum(level, members.value(), value);
          }
        });
  }

  private Term over(Step.Kind kind, Term body, Over over) {
    var doubt = nodes.or(members.doubt(), over.any(body.doubt()));
    return switch (kind) {
      case EXISTS -> {
        var yes = over.any(body.value());
        yield claim(yes, nodes.and(over.any(body.unknown()), nodes.not(yes)), doubt);
      }
      case ALL -> {
        var no = over.any(nodes.not(nodes.or(body.value(), body.unknown())));
        yield claim(
            nodes.not(over.any(nodes.not(body.value()))),
            nodes.and(over.any(body.unknown()), nodes.not(no)),
            doubt);
      }
      case COUNT -> number(over.sum(body.value()), over.any(body.unknown()), nodes.no, doubt);
      case TOTAL -> {
        var counted = nodes.choice(body.present(), body.value(), nodes.constant(0));
        var sum = over.sum(counted);
        var fails = Range.of(sum).isAny() ? nodes.yes : nodes.no;
        yield number(sum, over.any(body.unknown()), over.any(body.none()), nodes.or(doubt, fails));
      }
    };
  }

  private Term claim(Node yes, Node unknown, Node doubt) {
    var open = members.unknown();
    var sure = nodes.not(open);
    var all = nodes.or(open, nodes.and(sure, unknown));
    return new Term(nodes.and(yes, sure), nodes.not(all), all, nodes.no, doubt, null);
  }

  private Term number(Node value, Node unknown, Node none, Node doubt) {
    var open = nodes.or(members.unknown(), unknown);
    var isNone = nodes.and(none, nodes.not(open));
    return new Term(value, nodes.not(nodes.or(open, isNone)), open, isNone, doubt, null);
  }
}
