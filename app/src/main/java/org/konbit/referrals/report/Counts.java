package org.konbit.referrals.report;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.konbit.directory.Need;
import org.konbit.referrals.lifecycle.DeclineReason;
import org.konbit.referrals.lifecycle.Outcome;

/**
 * What came of the referrals of one quarter, counted; zeros are left out.
 *
 * @param reach how far each came
 * @param answer whether it was answered in time
 * @param age how long those wait that are open and unanswered
 * @param partner the other side
 * @param need only of what was sent: who got one forgets its need when it is over
 * @param unmet of the needs, those that nobody took on
 */
public record Counts(
    Whole whole,
    Map<Reach, Integer> reach,
    Map<InTime, Integer> answer,
    Map<Age, Integer> age,
    Map<Outcome, Integer> outcome,
    Map<DeclineReason, Integer> reason,
    Map<UUID, Integer> partner,
    Map<Need, Integer> need,
    Map<Need, Integer> unmet) {
  /**
   * All of them together.
   *
   * @param over how many have ended
   * @param known of those, how many with an outcome that was told
   * @param recalled how many were taken back
   * @param hoursToAnswer the median hours to the first answer
   * @param begun how many were helped, and {@code hoursToService} the median hours until then
   */
  public record Whole(
      int all,
      int over,
      int known,
      int recalled,
      int answered,
      Optional<Long> hoursToAnswer,
      int begun,
      Optional<Long> hoursToService) {}

  /** How far one came; each in one of them. */
  public enum Reach {
    UNANSWERED,
    ANSWERED,
    TAKEN_ON,
    BEGUN
  }

  /** When it was first answered, by the clock of whoever got it. */
  public enum InTime {
    IN_TIME,
    LATE
  }

  /** For how many days one has been open and unanswered. */
  public enum Age {
    UNDER_3,
    FROM_3,
    FROM_7,
    FROM_14
  }

  /** How many came at least so far. */
  public int reached(Reach least) {
    return reach.entrySet().stream()
        .filter(each -> each.getKey().compareTo(least) >= 0)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
