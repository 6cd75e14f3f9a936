package org.konbit.rules.expression;

import org.konbit.rules.household.Dates;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;

/**
 * Completed years of life. A document that gives an age and no birth date is read as if the member
 * had that age on every date: no birthday is invented.
 */
public final class Age extends Attribute {
  public Age(int index) {
    super(index, "age", Kind.INT, Unit.YEARS);
  }

  @Override
  public boolean reads(Fact fact) {
    return fact.equals(Vocabulary.AGE) || fact.equals(Vocabulary.BIRTH_DATE);
  }

  @Override
  protected boolean isRemembered() {
    return false;
  }

  @Override
  protected boolean isClock() {
    return true;
  }

  @Override
  protected Cause cause() {
    return Cause.BIRTHDAY;
  }

  @Override
  protected long compute(Frame frame, int member) {
    long born = frame.household().value(Vocabulary.BIRTH_DATE, member);
    return Values.isPresent(born)
        ? Dates.yearsBetween(born, frame.today())
        : frame.ask(Vocabulary.AGE, member);
  }

  @Override
  protected long dayOf(Frame frame, int member, long value) {
    long born = frame.household().value(Vocabulary.BIRTH_DATE, member);
    return Values.isPresent(born) && value < 200 ? Dates.dateOfAge(born, value) : Integer.MAX_VALUE;
  }
}
