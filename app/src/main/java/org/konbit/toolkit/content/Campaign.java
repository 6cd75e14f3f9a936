package org.konbit.toolkit.content;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the coalition works for.
 *
 * @param goal what would be won, in one sentence
 * @param why who is hurt, and how many, with dates
 * @param ask what is asked, in one sentence
 * @param targets the offices that decide; never a person
 * @param bills the bills that would do it, as {@code bill/cover-all-kids}
 */
public record Campaign(
    Heading heading,
    String title,
    String goal,
    String ask,
    List<String> why,
    List<String> targets,
    List<String> bills,
    Optional<LocalDate> endsOn,
    Markdown body)
    implements Content {
  @Override
  public String summary() {
    return goal;
  }

  @Override
  public List<String> texts() {
    return Stream.of(
            Stream.of(title, goal, ask),
            why.stream(),
            body.sentences().stream().filter(line -> !line.contains("|")))
        .flatMap(each -> each)
        .toList();
  }
}
