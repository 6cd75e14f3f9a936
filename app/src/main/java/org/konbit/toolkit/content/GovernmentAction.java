package org.konbit.toolkit.content;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something a government did. Its events are the truth; where it stands is derived from them.
 *
 * @param issuer who did it
 * @param effectiveOn from when it works; empty if that is the day it was made or not known
 * @param events never empty, in the order of their dates
 */
public record GovernmentAction(
    Heading heading,
    String title,
    Instrument instrument,
    String issuer,
    Optional<When> announcedOn,
    Optional<When> publishedOn,
    Optional<When> effectiveOn,
    Optional<When> endsOn,
    String whatChanges,
    List<String> whatStays,
    List<String> whatToDo,
    Optional<CourtCase> courtCase,
    List<String> supersedes,
    Optional<String> supersededBy,
    List<Event> events)
    implements Content {
  /** What it was done with. */
  public enum Instrument implements Word {
    STATUTE,
    RULE_PROPOSED,
    RULE_FINAL,
    NOTICE,
    EXECUTIVE_ORDER,
    COURT_ORDER,
    AGENCY_PRACTICE,
    BUDGET
  }

  /** Where it stands. */
  public enum Status implements Word {
    PROPOSED,
    IN_FORCE,
    PAUSED,
    PARTLY_PAUSED,
    ENDED,
    SUPERSEDED,
    UNKNOWN
  }

  /** The suit about it, or the one it came from. */
  public record CourtCase(String name, String court, Optional<String> docket) {}

  /**
   * Something that happened.
   *
   * @param status where the action stood from then on; empty if it stood where it had
   * @param source the place of its source among the item's
   */
  public record Event(When on, String what, Optional<Status> status, int source) {}

  /** Where an action stands, and since which event; without one, nothing is known. */
  public record Standing(Status status, Optional<When> since) {}

  public GovernmentAction {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("An action is its (events): name at least one.");
    }
    events = inOrder(events);
  }

  private static List<Event> inOrder(List<Event> events) {
    return events.stream().sorted(Comparator.comparing(Event::on)).toList();
  }

  /** Where it stands on a day: what the last event until then says. */
  public Standing standing(LocalDate day) {
    return standing(events, day);
  }

  /** Where an action with these events, in any order, stands on a day. */
  public static Standing standing(List<Event> events, LocalDate day) {
    return inOrder(events).reversed().stream()
        .filter(event -> !event.on().first().isAfter(day))
        .filter(event -> event.status().isPresent())
        .findFirst()
        .map(event -> new Standing(event.status().orElseThrow(), Optional.of(event.on())))
        .orElseGet(() -> new Standing(Status.UNKNOWN, Optional.empty()));
  }

  /** The last thing that happened until a day, or the first that will. */
  public Event latest(LocalDate day) {
    return events.reversed().stream()
        .filter(event -> !event.on().first().isAfter(day))
        .findFirst()
        .orElseGet(events::getFirst);
  }

  /** Whether it is made but does not work yet. */
  public boolean isAhead(LocalDate day) {
    return effectiveOn.filter(from -> from.first().isAfter(day)).isPresent()
        && standing(day).status() == Status.IN_FORCE;
  }

  @Override
  public String summary() {
    return whatChanges;
  }

  @Override
  public List<String> texts() {
    return Stream.of(
            Stream.of(title, whatChanges),
            whatStays.stream(),
            whatToDo.stream(),
            events.stream().map(Event::what))
        .flatMap(each -> each)
        .toList();
  }
}
