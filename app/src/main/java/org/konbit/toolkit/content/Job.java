package org.konbit.toolkit.content;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A job that an employer offers; it hides by itself once it is closed.
 *
 * @param brief what somebody would do, in one sentence
 * @param place the town, or from where it can be done
 * @param languages tags of the languages that it asks for or welcomes
 * @param closesOn the last day to ask for it
 */
public record Job(
    Heading heading,
    String title,
    String brief,
    String employer,
    String place,
    Pay pay,
    List<String> languages,
    LocalDate closesOn,
    URI applyAt,
    Markdown body)
    implements Content {
  /** By what a sum is counted. */
  public enum Per implements Word {
    HOUR,
    YEAR
  }

  /** What it pays, in dollars: nobody is asked to apply without knowing. */
  public record Pay(BigDecimal from, BigDecimal to, Per per) {
    public Pay {
      if (from.signum() <= 0 || to.compareTo(from) < 0) {
        throw new IllegalArgumentException(
            "The pay (%s to %s) is no range of dollars.".formatted(from, to));
      }
    }
  }

  public Job {
    languages = List.copyOf(languages);
  }

  @Override
  public boolean isShown(LocalDate day) {
    return !day.isAfter(closesOn);
  }

  @Override
  public String summary() {
    return brief;
  }

  @Override
  public List<String> texts() {
    return Stream.concat(Stream.of(title, brief, employer, place), body.sentences().stream())
        .toList();
  }
}
