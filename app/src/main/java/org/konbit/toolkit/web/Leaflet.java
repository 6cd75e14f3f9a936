package org.konbit.toolkit.web;

import java.util.List;
import java.util.Optional;
import org.konbit.toolkit.content.Markdown;

/**
 * An item as one-file pages show it.
 *
 * @param anchor its name within a file that holds many
 * @param standing where it stands, for actions and bills
 * @param behind when it was checked, and its sources
 */
public record Leaflet(
    String anchor,
    String title,
    String lede,
    Optional<String> standing,
    List<Part> parts,
    Optional<Markdown> body,
    List<String> behind) {
  /**
   * A part of it.
   *
   * @param isForeign whether the heading is content too, and so in English
   */
  public record Part(
      String heading, boolean isForeign, List<String> lines, boolean isOrdered, boolean isToFill) {}

  public Leaflet {
    parts = parts.stream().filter(part -> !part.lines().isEmpty()).toList();
    behind = List.copyOf(behind);
  }
}
