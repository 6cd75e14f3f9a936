package org.konbit.toolkit.content;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something the coalition tells for a time; then it hides by itself.
 *
 * @param brief all of it in one sentence
 * @param from the first day it is shown
 * @param expiresOn the last
 */
public record Announcement(
    Heading heading, String title, String brief, LocalDate from, LocalDate expiresOn, Markdown body)
    implements Content {
  public Announcement {
    if (expiresOn.isBefore(from)) {
      throw new IllegalArgumentException(
          "It expires on (%s), before it begins.".formatted(expiresOn));
    }
  }

  @Override
  public boolean isShown(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(expiresOn);
  }

  @Override
  public String summary() {
    return brief;
  }

  @Override
  public List<String> texts() {
    return Stream.concat(Stream.of(title, brief), body.sentences().stream()).toList();
  }
}
