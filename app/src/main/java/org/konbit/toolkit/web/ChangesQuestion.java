package org.konbit.toolkit.web;

import java.util.Optional;
import org.konbit.toolkit.content.GovernmentAction;
import org.konbit.toolkit.content.Group;
import org.konbit.toolkit.content.Programme;
import org.konbit.toolkit.content.Word;

/**
 * Which changes a reader, or a feed reader, asks for.
 *
 * @param isWhole whether nothing that was asked is unknown to us
 */
record ChangesQuestion(
    Optional<Group> group, Optional<Programme> programme, Optional<String> place, boolean isWhole) {
  static final String ANY = "";

  static ChangesQuestion read(String group, String programme, String place) {
    var ofGroup = Word.find(Group.class, group);
    var ofProgramme = Word.find(Programme.class, programme);
    var ofPlace = Optional.of(place).filter(code -> code.matches("US|MA|CT"));
    boolean isWhole =
        isKnown(group, ofGroup) && isKnown(programme, ofProgramme) && isKnown(place, ofPlace);
    return new ChangesQuestion(ofGroup, ofProgramme, ofPlace, isWhole);
  }

  private static boolean isKnown(String asked, Optional<?> found) {
    return asked.equals(ANY) || found.isPresent();
  }

  /** Whether an action is among what was asked for. What the nation does reaches every state. */
  boolean isFor(GovernmentAction action) {
    var heading = action.heading();
    boolean reaches =
        group.isEmpty()
            || heading.groups().contains(group.get())
            || heading.groups().contains(Group.EVERYONE);
    return reaches
        && programme.map(heading.programmes()::contains).orElse(true)
        && place.map(code -> isIn(code, action)).orElse(true);
  }

  private static boolean isIn(String code, GovernmentAction action) {
    return action.heading().jurisdictions().stream()
        .anyMatch(held -> held.equals(code) || held.startsWith(code + "/") || held.equals("US"));
  }

  /** The same question as the end of an address, with its question mark; empty for everything. */
  String query() {
    var query = new StringBuilder();
    group.ifPresent(word -> append(query, "group", word.word()));
    programme.ifPresent(word -> append(query, "program", word.word()));
    place.ifPresent(code -> append(query, "state", code));
    return query.toString();
  }

  private static void append(StringBuilder query, String name, String value) {
    query.append(query.isEmpty() ? "?" : "&").append(name).append("=").append(value);
  }
}
