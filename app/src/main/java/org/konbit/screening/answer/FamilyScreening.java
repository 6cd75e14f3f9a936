package org.konbit.screening.answer;

import java.util.List;
import org.konbit.rules.household.Household;
import org.konbit.rules.screening.Screening;
import org.konbit.screening.Law;

/**
 * One family's screening, ready to be told.
 *
 * @param law the law that was applied
 * @param notAsked document paths of questions that were left out because no answer to them could
 *     have changed anything
 */
public record FamilyScreening(
    Law law, Household household, Screening screening, List<String> notAsked) {
  public FamilyScreening {
    notAsked = List.copyOf(notAsked);
  }
}
