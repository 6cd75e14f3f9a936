package org.konbit.directory.entry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.konbit.directory.Need;

/**
 * What an organisation offers.
 *
 * @param entry the organisation's
 * @param document its HSDS service, which names its places by id
 * @param hours when it is open, as typed at the desk; what was imported stands in the document
 * @param answersWithin how long a partner who sends somebody may wait for an answer; none if the
 *     service says nothing of it. Whole hours, up to {@link #SLOWEST_ANSWER}
 * @param isPlaceSecret whether nobody may learn where it is: then no place of it is kept either
 */
public record ListedService(
    UUID keeper,
    UUID id,
    UUID entry,
    String name,
    Status status,
    Document document,
    Set<Need> needs,
    Optional<Modality> modality,
    Optional<Intake> intake,
    Optional<Hours> hours,
    Optional<Duration> answersWithin,
    boolean isPlaceSecret,
    Instant changedAt) {
  /** The longest that a partner may be made to wait: thirty days. */
  public static final Duration SLOWEST_ANSWER = Duration.ofDays(30);

  /** Whether it is offered at all. */
  public enum Status {
    ACTIVE("active"),
    TEMPORARILY_CLOSED("temporarily closed"),
    INACTIVE("inactive"),
    DEFUNCT("defunct");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** As the standard says it. */
    public String word() {
      return word;
    }

    /** The status of a word that came from outside. */
    public static Optional<Status> of(String word) {
      return java.util.stream.Stream.of(values())
          .filter(each -> each.word.equals(word))
          .findFirst();
    }

    /** Whether readers see it. */
    public boolean isShown() {
      return this == ACTIVE || this == TEMPORARILY_CLOSED;
    }
  }

  public ListedService {
    needs = Set.copyOf(needs);
    if (isPlaceSecret && !document.list("service_at_locations").isEmpty()) {
      throw new IllegalArgumentException("A service whose place is secret names a place.");
    }
    answersWithin.ifPresent(ListedService::checkAnswer);
  }

  private static void checkAnswer(Duration within) {
    if (!within.equals(Duration.ofHours(within.toHours()))
        || !within.isPositive()
        || within.compareTo(SLOWEST_ANSWER) > 0) {
      throw new IllegalArgumentException(
          "The time to answer (%s) is not whole hours from 1 to %d."
              .formatted(within, SLOWEST_ANSWER.toHours()));
    }
  }

  /** The ids of its places. */
  public List<UUID> places() {
    return document.list("service_at_locations").stream()
        .flatMap(each -> each.text("location_id").stream())
        .map(UUID::fromString)
        .toList();
  }

  /** The BCP 47 tags of the languages it is offered in, as far as it says. */
  public List<String> languages() {
    return document.list("languages").stream()
        .flatMap(each -> each.text("code").stream())
        .distinct()
        .toList();
  }
}
