package org.konbit.toolkit.web;

import java.util.List;
import java.util.Optional;
import org.konbit.toolkit.content.GovernmentAction;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * One government action.
 *
 * @param facts what it is, in pairs of a label and words
 * @param events what happened, the newest first
 * @param replaced the action that took its place
 */
public record ChangePage(
    PageFrame frame,
    Item item,
    GovernmentAction action,
    String standing,
    List<Fact> facts,
    List<Happened> events,
    Optional<Link> replaced)
    implements Page {
  /** A fact; {@code isContent} if its words are content and so in English. */
  public record Fact(String label, String words, boolean isContent) {}

  /** An event with the source that tells of it. */
  public record Happened(String day, String date, String what, String turn, String source) {}

  public ChangePage {
    facts = List.copyOf(facts);
    events = List.copyOf(events);
  }
}
