package org.konbit.rules.expression;

import static org.konbit.rules.household.Values.UNKNOWN;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.household.Fact;

/** The leaves of a condition, and walks over members. */
final class Terms {
  private Terms() {}

  static final class Constant extends Expression {
    private final long value;
    private final String word;

    Constant(Kind kind, long value, String word) {
      super(kind, Unit.PLAIN);
      this.value = value;
      this.word = word;
    }

    /** The word as written, for a constant of {@link Kind#WORD}. */
    String word() {
      return word;
    }

    long value() {
      return value;
    }

    @Override
    public Shape shape() {
      return new Shape.Written(value);
    }

    @Override
    public long evaluate(Frame frame, int member) {
      return value;
    }
  }

  /** An attribute of the member being tested, or of the one that a walk has reached. */
  static final class Read extends Expression {
    private final Attribute attribute;
    private final int slot;
    // Asked for every value, and the attribute's own answers never change.
    private final boolean isClock;
    private final @Nullable Fact fact;

    Read(Attribute attribute) {
      this(attribute, Shape.TESTED);
    }

    Read(Attribute attribute, int slot) {
      super(attribute.kind(), attribute.unit());
      this.attribute = attribute;
      this.slot = slot;
      this.isClock = attribute.isClock();
      this.fact = attribute instanceof FactAttribute plain ? plain.fact() : null;
    }

    @Override
    public boolean standsAlone() {
      return isOfTested();
    }

    @Override
    public boolean isOfTested() {
      return slot == Shape.TESTED;
    }

    int slot() {
      return slot;
    }

    Attribute attribute() {
      return attribute;
    }

    int who(Frame frame, int member) {
      return slot == Shape.TESTED ? member : (int) frame.locals().get(slot);
    }

    @Override
    public List<Attribute> reads() {
      return List.of(attribute);
    }

    @Override
    public Shape shape() {
      return new Shape.Read(attribute, slot);
    }

    @Override
    public long evaluate(Frame frame, int member) {
      int who = who(frame, member);
      if (fact != null) {
        return frame.ask(fact, who);
      }
      if (isClock) {
        long value = attribute.read(frame, who);
        if (value > UNKNOWN + 1 && frame.tellsHowLong()) {
          frame.change(attribute.dayOf(frame, who, value + 1), attribute.cause());
        }
        return value;
      }
      return frame.value(attribute, who);
    }

    @Override
    boolean isClock() {
      return isClock;
    }

    @Override
    long read(Frame frame, int member) {
      return attribute.read(frame, who(frame, member));
    }

    @Override
    long dayOf(Frame frame, int member, long value) {
      return attribute.dayOf(frame, who(frame, member), value);
    }

    @Override
    Cause cause() {
      return attribute.cause();
    }
  }

  /** A name of the expression's own: what a walk has reached, what it has gathered, an argument. */
  static final class Local extends Expression {
    private final int slot;

    Local(Kind kind, Unit unit, int slot) {
      super(kind, unit);
      this.slot = slot;
    }

    @Override
    public boolean standsAlone() {
      return false;
    }

    @Override
    public boolean readsGiven() {
      return true;
    }

    int slot() {
      return slot;
    }

    @Override
    public Shape shape() {
      return new Shape.Local(slot);
    }

    @Override
    public long evaluate(Frame frame, int member) {
      return frame.locals().get(slot);
    }
  }

  /** A walk over members: exists, all, count, total. */
  static final class Walk extends Expression {
    private final Expression members;
    private final Expression start;
    private final Expression step;
    private final int reached;
    private final int gathered;

    Walk(Expression members, Expression start, Expression step, int reached, int gathered) {
      super(step.kind(), step.unit());
      this.members = members;
      this.start = start;
      this.step = step;
      this.reached = reached;
      this.gathered = gathered;
    }

    // Its names are its own, so it needs none from outside unless it stands in another walk.
    @Override
    public boolean standsAlone() {
      return members.standsAlone();
    }

    @Override
    public Shape shape() {
      return new Shape.Walk(members, start, step, reached, gathered);
    }

    @Override
    public long evaluate(Frame frame, int member) {
      long range = members.evaluate(frame, member);
      if (range == UNKNOWN) {
        return UNKNOWN;
      }
      int mark = frame.mark();
      long result = start.evaluate(frame, member);
      for (long rest = range; rest != 0; rest &= rest - 1) {
        frame.locals().set(reached, Long.numberOfTrailingZeros(rest));
        frame.locals().set(gathered, result);
        result = step.evaluate(frame, member);
      }
      if (result != UNKNOWN) {
        frame.forgetSince(mark);
      }
      return result;
    }

    @Override
    public List<Expression> operands() {
      return List.of(members, start, step);
    }
  }
}
