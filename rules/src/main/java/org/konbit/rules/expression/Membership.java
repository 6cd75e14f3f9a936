package org.konbit.rules.expression;

import static org.konbit.rules.household.Values.FALSE;
import static org.konbit.rules.household.Values.NONE;
import static org.konbit.rules.household.Values.UNKNOWN;

import java.util.Arrays;
import java.util.List;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Words;

/** Whether a word or number stands in a list. */
final class Membership {
  private Membership() {}

  /** In a list written out in the condition. */
  static final class InList extends Expression {
    private final Expression element;
    private final long[] list;

    InList(Expression element, long[] list) {
      super(Kind.BOOL, Unit.PLAIN);
      this.element = element;
      this.list = list.clone();
      Arrays.sort(this.list);
    }

    @Override
    public Shape shape() {
      return new Shape.InList(element, Arrays.stream(list).boxed().toList());
    }

    @Override
    public List<Expression> operands() {
      return List.of(element);
    }

    @Override
    public long evaluate(Frame frame, int member) {
      long value = element.evaluate(frame, member);
      if (value == UNKNOWN) {
        return UNKNOWN;
      }
      return value == NONE ? FALSE : Values.of(Arrays.binarySearch(list, value) >= 0);
    }
  }

  /** In a dated list of the law. */
  static final class InParameter extends Expression {
    private final Expression element;
    private final Parameter list;
    private final long[][] codes;

    InParameter(Expression element, Parameter list, long[][] codes) {
      super(Kind.BOOL, Unit.PLAIN);
      this.element = element;
      this.list = list;
      this.codes = codes;
    }

    @Override
    public Shape shape() {
      return new Shape.InParameter(element, this.list);
    }

    @Override
    public List<Expression> operands() {
      return List.of(element);
    }

    @Override
    public List<Attribute> reads() {
      return List.of(list);
    }

    @Override
    public long evaluate(Frame frame, int member) {
      long value = element.evaluate(frame, member);
      if (!Values.isPresent(value)) {
        return value == NONE ? FALSE : UNKNOWN;
      }
      for (long code : codes[list.at(frame)]) {
        if (code == value) {
          return Values.TRUE;
        }
      }
      return FALSE;
    }
  }

  /** In the set of words that a member has: {@code 'hiv' in conditions}. */
  static final class Has extends Expression {
    private final String word;
    private final Terms.Read set;
    private final Fact fact;

    Has(String word, Terms.Read set, Fact fact) {
      super(Kind.BOOL, Unit.PLAIN);
      this.word = word;
      this.set = set;
      this.fact = fact;
    }

    @Override
    public Shape shape() {
      return new Shape.Has(word, fact, set.slot());
    }

    @Override
    public List<Expression> operands() {
      return List.of(set);
    }

    @Override
    public long evaluate(Frame frame, int member) {
      if (set.evaluate(frame, member) == UNKNOWN) {
        return UNKNOWN;
      }
      int who = set.who(frame, member);
      if (fact.equals(org.konbit.rules.household.Vocabulary.ENROLLED_IN)) {
        for (var enrollment : frame.household().enrolled(who)) {
          if (enrollment.program().equals(word)) {
            return Values.TRUE;
          }
        }
        return FALSE;
      }
      return Values.of(frame.household().words(fact, who).contains(word));
    }
  }

  static long[] codes(List<String> words) {
    return words.stream().mapToLong(Words::code).toArray();
  }
}
