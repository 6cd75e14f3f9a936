package org.konbit.rules.bulk;

import java.util.List;
import java.util.function.UnaryOperator;
import org.konbit.rules.bulk.Node.Op;
import org.konbit.rules.expression.Shape;
import org.konbit.rules.expression.Shape.Relation;

/** Three-valued logic and exact arithmetic on {@link Term}s, as our own evaluator defines them. */
final class Terms {
  private final Nodes nodes;

  Terms(Nodes nodes) {
    this.nodes = nodes;
  }

  Term of(Node value) {
    return new Term(value, nodes.yes, nodes.no, nodes.no, nodes.no, null);
  }

  Term constant(long value) {
    return of(nodes.constant(value));
  }

  /** A claim that may be unknown. */
  Term claim(Node yes, Node unknown, Node doubt) {
    return new Term(yes, nodes.not(unknown), unknown, nodes.no, doubt, null);
  }

  /** An error for everyone, unless nobody comes to it. */
  Term error() {
    return constant(0).withDoubt(nodes.yes);
  }

  Term and(Term one, Term other) {
    var yes = nodes.and(one.value(), other.value());
    var maybe = nodes.and(maybe(one), maybe(other));
    return claim(
        yes,
        nodes.and(maybe, nodes.not(yes)),
        nodes.or(one.doubt(), nodes.and(maybe(one), other.doubt())));
  }

  Term or(Term one, Term other) {
    var yes = nodes.or(one.value(), other.value());
    var unknown = nodes.or(one.unknown(), other.unknown());
    return claim(
        yes,
        nodes.and(unknown, nodes.not(yes)),
        nodes.or(one.doubt(), nodes.and(nodes.not(one.value()), other.doubt())));
  }

  Term not(Term claim) {
    return claim(nodes.not(maybe(claim)), claim.unknown(), claim.doubt());
  }

  /** Whether it is not certainly false; "none" is no claim, so it does not hold. */
  Node maybe(Term claim) {
    return nodes.or(claim.value(), claim.unknown());
  }

  Term choice(Term test, Term one, Term other) {
    var then = one.words() == other.words() ? one : inCodes(one);
    var otherwise = one.words() == other.words() ? other : inCodes(other);
    var yes = test.value();
    var no = nodes.not(maybe(test));
    var same =
        nodes.or(
            nodes.and(then.none(), otherwise.none()),
            nodes.and(
                then.present(), otherwise.present(), nodes.equal(then.value(), otherwise.value())));
    var unknown =
        nodes.or(
            nodes.or(nodes.and(yes, then.unknown()), nodes.and(no, otherwise.unknown())),
            nodes.and(test.unknown(), nodes.not(same)));
    var none =
        nodes.or(
            nodes.or(nodes.and(yes, then.none()), nodes.and(no, otherwise.none())),
            nodes.and(test.unknown(), then.none(), otherwise.none()));
    var value = nodes.choice(yes, then.value(), otherwise.value());
    var isClaim = then.value().isClaim() && otherwise.value().isClaim();
    var present = nodes.not(nodes.or(unknown, none));
    return new Term(
        isClaim ? nodes.and(value, present) : value,
        present,
        unknown,
        none,
        nodes.or(
            test.doubt(),
            nodes.or(
                nodes.and(maybe(test), then.doubt()),
                nodes.and(nodes.not(yes), otherwise.doubt()))),
        then.words());
  }

  Term compared(Relation relation, Term one, Term other) {
    var none = nodes.or(one.none(), other.none());
    var present = nodes.and(one.present(), other.present());
    var unknown = nodes.and(nodes.or(one.unknown(), other.unknown()), nodes.not(none));
    var holds = nodes.and(present, nodes.given(present, related(relation, one, other)));
    return claim(
        relation == Relation.DIFFERENT ? nodes.or(none, holds) : holds,
        unknown,
        nodes.or(one.doubt(), other.doubt()));
  }

  private Node related(Relation relation, Term one, Term other) {
    if (relation == Relation.EQUAL || relation == Relation.DIFFERENT) {
      var equal = equal(one, other);
      return relation == Relation.EQUAL ? equal : nodes.not(equal);
    }
    return switch (relation) {
      case LESS -> nodes.less(one.value(), other.value());
      case AT_MOST -> nodes.atMost(one.value(), other.value());
      case MORE -> nodes.less(other.value(), one.value());
      case AT_LEAST -> nodes.atMost(other.value(), one.value());
      case EQUAL, DIFFERENT -> throw new IllegalStateException("Both are dealt with above.");
    };
  }

  private Node equal(Term one, Term other) {
    if (one.words() != null && other.words() == null && other.value().isConstant()) {
      return in(one, List.of(other.value().number()));
    }
    if (other.words() != null && one.words() == null && one.value().isConstant()) {
      return in(other, List.of(one.value().number()));
    }
    return one.words() == other.words()
        ? nodes.equal(one.value(), other.value())
        : nodes.equal(inCodes(one).value(), inCodes(other).value());
  }

  /** Whether the value stands in a list of numbers or of words' codes. */
  Term among(Term element, List<Long> list) {
    var present = element.present();
    return claim(
        nodes.and(present, nodes.given(present, in(element, list))),
        element.unknown(),
        element.doubt());
  }

  private Node in(Term element, List<Long> list) {
    var words = element.words();
    if (words == null) {
      var any = nodes.no;
      for (long value : list) {
        any = nodes.or(any, nodes.equal(element.value(), nodes.constant(value)));
      }
      return any;
    }
    if (words.size() > Long.SIZE) {
      return nodes.table(
          element.value(), number -> list.contains(words.word((int) number)) ? 1 : 0);
    }
    long bits = 0;
    for (long code : list) {
      int number = words.find(code);
      bits |= number < 0 ? 0 : 1L << number;
    }
    return nodes.among(element.value(), bits);
  }

  /** The same word by its code instead of by its number. */
  private Term inCodes(Term word) {
    var words = word.words();
    return words == null
        ? word
        : new Term(
            words.size() == 0
                ? nodes.constant(0)
                : nodes.table(word.value(), number -> words.word((int) number)),
            word.present(),
            word.unknown(),
            word.none(),
            word.doubt(),
            null);
  }

  Term calculated(Shape.Sum sum, Term one, Term other) {
    var present = nodes.and(one.present(), other.present());
    var unknown = nodes.or(one.unknown(), other.unknown());
    var none = nodes.and(nodes.or(one.none(), other.none()), nodes.not(unknown));
    var doubt = nodes.or(one.doubt(), other.doubt());
    var left = one.value();
    var right = other.value();
    var value =
        switch (sum) {
          case PLUS -> nodes.plus(left, right);
          case MINUS -> nodes.minus(left, right);
          case TIMES -> nodes.times(left, right);
          case LEAST -> nodes.least(left, right);
          case GREATEST -> nodes.greatest(left, right);
          case DIVIDED -> nodes.divided(Op.DIVIDED, left, divisor(right));
          case REMAINDER -> nodes.divided(Op.REMAINDER, left, divisor(right));
          case DIVIDED_UP -> nodes.divided(Op.DIVIDED_UP, left, divisor(right));
        };
    var fails =
        switch (sum) {
          case DIVIDED, REMAINDER, DIVIDED_UP -> nodes.equal(right, nodes.constant(0));
          case PLUS, MINUS, TIMES, LEAST, GREATEST -> nodes.no;
        };
    if (Range.of(value).isAny()) {
      fails = nodes.or(fails, nodes.fails(sum, left, right));
    }
    return new Term(
        value, present, unknown, none, nodes.or(doubt, nodes.and(present, fails)), null);
  }

  // A division by zero must not stop a million others: it becomes one by 1, and a doubt.
  private Node divisor(Node divisor) {
    if (divisor.least() == 0) {
      return nodes.greatest(divisor, nodes.constant(1));
    }
    if (divisor.most() == 0) {
      return nodes.least(divisor, nodes.constant(-1));
    }
    return nodes.choice(nodes.equal(divisor, nodes.constant(0)), nodes.constant(1), divisor);
  }

  /** A function of one value that is there, tabulated. */
  Term mapped(Term term, UnaryOperator<Node> function) {
    return new Term(
        function.apply(term.value()),
        term.present(),
        term.unknown(),
        term.none(),
        term.doubt(),
        null);
  }

  /** Whatever of the two is missing first, else what comes of both. */
  Term guarded(Term argument, Term result) {
    var present = argument.present();
    return new Term(
        result.value().isClaim() ? nodes.and(result.value(), present) : result.value(),
        nodes.and(present, result.present()),
        nodes.or(argument.unknown(), nodes.and(present, result.unknown())),
        nodes.or(argument.none(), nodes.and(present, result.none())),
        nodes.or(argument.doubt(), nodes.and(present, result.doubt())),
        result.words());
  }

  /** The same term of the member that the walk of the level has reached. */
  Term reached(int level, Term term) {
    return new Term(
        nodes.reached(level, term.value()),
        nodes.reached(level, term.present()),
        nodes.reached(level, term.unknown()),
        nodes.reached(level, term.none()),
        nodes.reached(level, term.doubt()),
        term.words());
  }
}
