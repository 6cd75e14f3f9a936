package org.konbit.toolkit.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A member's story, told with that member's consent and for as long as it holds. It says nothing of
 * anybody's immigration status.
 *
 * @param member who tells it, as they want to be called
 * @param brief all of it in one sentence
 */
public record Spotlight(
    Heading heading,
    String title,
    String member,
    String brief,
    Markdown story,
    Consent consent,
    Optional<Photo> photo)
    implements Content {
  /**
   * What the member agreed to.
   *
   * @param by who asked for it and keeps it
   * @param scope where it may be told
   * @param withdrawn when it was taken back; from then on it is shown nowhere
   */
  public record Consent(String by, LocalDate on, String scope, Optional<LocalDate> withdrawn) {}

  @Override
  public boolean isShown(LocalDate day) {
    return consent.withdrawn().isEmpty() && !day.isBefore(consent.on());
  }

  @Override
  public String summary() {
    return brief;
  }

  @Override
  public List<String> texts() {
    return Stream.concat(Stream.of(title, member, brief), story.sentences().stream()).toList();
  }
}
