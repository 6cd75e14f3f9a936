package org.konbit.toolkit.content;

import java.util.List;
import java.util.stream.Stream;

/**
 * One sheet to print, fold and carry, or to keep on a phone.
 *
 * @param purpose what it is good for, in one sentence
 */
public record Card(Heading heading, String title, String purpose, List<Part> parts)
    implements Content {
  /**
   * A part of it.
   *
   * @param isToFill whether its lines are labels of blanks that a family fills in by hand
   */
  public record Part(String heading, List<String> lines, boolean isToFill) {
    public Part {
      lines = List.copyOf(lines);
    }
  }

  public Card {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("A card has (parts): name at least one.");
    }
    parts = List.copyOf(parts);
  }

  @Override
  public String summary() {
    return purpose;
  }

  @Override
  public List<String> texts() {
    return Stream.concat(
            Stream.of(title, purpose),
            parts.stream()
                .flatMap(part -> Stream.concat(Stream.of(part.heading()), part.lines().stream())))
        .toList();
  }
}
