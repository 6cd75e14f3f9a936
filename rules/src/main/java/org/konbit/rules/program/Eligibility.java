package org.konbit.rules.program;

import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.Frame;
import org.konbit.rules.expression.Kind;
import org.konbit.rules.expression.RuleCannotBeEvaluated;
import org.konbit.rules.expression.Unit;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;

/**
 * A program's outcome for a member, which other programs can read as {@code <program>.eligible}.
 */
public final class Eligibility extends Attribute {
  private final Program program;

  Eligibility(int index, Program program) {
    super(index, program.id() + ".eligible", Kind.BOOL, Unit.PLAIN);
    this.program = program;
  }

  public Program program() {
    return program;
  }

  @Override
  protected long compute(Frame frame, int member) {
    try {
      return decide(frame, member);
    } catch (ArithmeticException | RuleCannotBeEvaluated e) {
      throw RuleCannotBeEvaluated.ofProgram(program.id(), e);
    }
  }

  private long decide(Frame frame, int member) {
    int mark = frame.mark();
    long result = Values.and(program.isOfState(frame), Values.of(program.isOffered(frame)));
    if (result == Values.FALSE) {
      frame.forgetSince(mark);
      return Values.FALSE;
    }
    for (Condition condition : program.everyCondition()) {
      long holds = condition.holds(frame, member);
      if (holds == Values.FALSE) {
        frame.forgetSince(mark);
        return Values.FALSE;
      }
      result = Values.and(result, holds);
    }
    return program.everyRoute().length == 0 ? result : byRoute(frame, member, mark, result);
  }

  private long byRoute(Frame frame, int member, int mark, long common) {
    int beforeRoutes = frame.mark();
    long any = Values.FALSE;
    for (Route route : program.everyRoute()) {
      long leadsIn = route.leadsIn(frame, member);
      if (leadsIn == Values.TRUE) {
        frame.forgetSince(beforeRoutes);
        return common;
      }
      if (leadsIn == Values.UNKNOWN) {
        any = Values.UNKNOWN;
      }
    }
    if (any == Values.FALSE) {
      frame.forgetSince(mark);
    }
    return any;
  }

  /** Whether the household's state is known and the program's is another. */
  static long sameState(Frame frame, long state) {
    long known = frame.ask(Vocabulary.STATE, 0);
    return known == Values.UNKNOWN ? Values.UNKNOWN : Values.of(known == state);
  }
}
