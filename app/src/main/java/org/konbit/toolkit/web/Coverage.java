package org.konbit.toolkit.web;

import java.util.List;
import java.util.Optional;

/**
 * What people of one status can get in one state, today and from the next dates on, as the rule
 * packs say.
 *
 * @param statuses one part a status, or situation of it
 * @param notes what must be told beside it
 */
public record Coverage(
    String code, String state, String heading, List<Status> statuses, List<Said> notes) {
  /** Words of the packs, with their language where it is not the reader's. */
  public record Said(String text, Optional<String> language) {
    /** The {@code lang} attribute, if it needs one. */
    public String lang() {
      return language.orElse("");
    }
  }

  /** A status with what tells it apart from its sisters. */
  public record Status(Said name, String variant, List<Person> people) {}

  /** Somebody of an age and condition: what there is now, and what comes on which day. */
  public record Person(String name, String who, Said now, List<Turn> later) {}

  /** From a day on it is something else. */
  public record Turn(String day, String from, Said best) {}

  public Coverage {
    statuses = List.copyOf(statuses);
    notes = List.copyOf(notes);
  }

  /** Whether a date is known on which something changes for somebody. */
  public boolean hasTurns() {
    return statuses.stream()
        .flatMap(status -> status.people().stream())
        .anyMatch(person -> !person.later().isEmpty());
  }
}
