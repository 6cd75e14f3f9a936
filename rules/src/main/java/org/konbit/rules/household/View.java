package org.konbit.rules.household;

/**
 * What a registered derivation may look at, on one date. Looking is remembered: a date on which the
 * answer will change becomes a date of the timeline, and a fact that was missing is named in the
 * result. A derivation that answers {@link Values#UNKNOWN} must have named at least one missing
 * fact.
 */
public interface View {
  Household household();

  /** A member's fact, its assumption while it is unanswered, or {@link Values#UNKNOWN}. */
  long fact(Fact fact, int member);

  /** 1 while the member has not reached the age on this date, else 0, or {@link Values#UNKNOWN}. */
  long isUnderAge(int member, int years);

  /** The calendar year of this date. */
  int year();

  /**
   * A parameter's value on this date; {@code year} picks the row of one that is a table by year.
   */
  long parameter(String id, int year);

  /** Names a fact whose answer would settle what is about to be called unknown. */
  void missing(Fact fact, int member);
}
