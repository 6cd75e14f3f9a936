package org.konbit.directory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the partners offer to people whom another partner sends. */
public interface Offers {
  /** Within how long a partner is asked to answer, 72 hours: the coalition's own rule. */
  Duration USUAL_ANSWER = Duration.ofDays(3);

  /**
   * One service of a partner, as readers see it today.
   *
   * @param keeper the partner
   * @param organisationName and {@code name} as the directory has them
   * @param answersWithin how long a partner may wait for an answer, on those days: what the service
   *     says, else {@link #USUAL_ANSWER}
   * @param isTaking whether it takes people on now, be it on a waiting list
   * @param isPlaceSecret whether nobody may learn where it is
   */
  record Offer(
      UUID keeper,
      UUID service,
      String organisationName,
      String name,
      Set<Need> needs,
      WorkingDays days,
      Duration answersWithin,
      boolean isTaking,
      boolean isPlaceSecret) {
    public Offer {
      needs = Set.copyOf(needs);
    }
  }

  /**
   * How far what readers see today can be relied on.
   *
   * @param confirmed entries that somebody confirmed of late
   * @param stale entries confirmed longer ago
   * @param never entries that nobody confirmed yet
   */
  record Reliance(int confirmed, int stale, int never) {}

  /** How fresh the whole directory is. */
  Reliance reliance();

  /** How fresh what a partner keeps is. */
  Reliance reliance(UUID keeper);

  /** The service of an id, if readers see it today. */
  Optional<Offer> one(UUID service);

  /** What meets a need, by the organisation's name. */
  List<Offer> meeting(Need need);

  /** All that a partner offers, by name. */
  List<Offer> of(UUID keeper);

  /**
   * Whether a partner helps survivors of violence: then nobody may learn who is there. So it is
   * with whoever keeps a service for safety, or one whose place is secret.
   */
  boolean servesSurvivors(UUID organisation);
}
