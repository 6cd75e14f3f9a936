package org.konbit.rules.expression;

import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;

/**
 * A fact of one member that nobody answered.
 *
 * @param member the member's number, 0 for a fact of the household
 */
public record MissingFact(Fact fact, int member) implements Comparable<MissingFact> {
  static int code(Fact fact, int member) {
    return fact.index() * Household.MAX_MEMBERS + (fact.ofHousehold() ? 0 : member);
  }

  /** The fact behind a code of {@link Frame#missingOf}. */
  public static MissingFact of(int code, Household household) {
    return new MissingFact(
        household.vocabulary().facts().get(code / Household.MAX_MEMBERS),
        code % Household.MAX_MEMBERS);
  }

  /** The document's path of it. */
  public String path(Household household) {
    return household.path(fact, member);
  }

  @Override
  public int compareTo(MissingFact other) {
    int byMember = Integer.compare(member, other.member);
    return byMember != 0 ? byMember : Integer.compare(fact.index(), other.fact.index());
  }
}
