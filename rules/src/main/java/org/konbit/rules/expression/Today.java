package org.konbit.rules.expression;

/** The date the household is screened for. */
public final class Today extends Attribute {
  public Today(int index) {
    super(index, "as_of", Kind.DATE, Unit.PLAIN);
  }

  @Override
  protected boolean isRemembered() {
    return false;
  }

  @Override
  protected long compute(Frame frame, int member) {
    return frame.today();
  }

  @Override
  protected boolean isClock() {
    return true;
  }

  @Override
  protected long dayOf(Frame frame, int member, long value) {
    return value;
  }
}
