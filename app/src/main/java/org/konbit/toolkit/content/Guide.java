package org.konbit.toolkit.content;

import java.util.List;
import java.util.stream.Stream;

/**
 * An answer to one question.
 *
 * @param answer the whole answer, in at most 200 characters
 * @param notRequired what the reader does not have to do or say
 * @param dates what changes when, in words
 */
public record Guide(
    Heading heading,
    String title,
    String answer,
    String forWhom,
    List<String> steps,
    List<String> notRequired,
    List<String> dates,
    List<String> whereToGetHelp,
    Markdown body)
    implements Content {
  private static final int LONGEST_ANSWER = 200;

  public Guide {
    if (answer.length() > LONGEST_ANSWER) {
      throw new IllegalArgumentException(
          "The answer is %d characters long; %d is the most."
              .formatted(answer.length(), LONGEST_ANSWER));
    }
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("A guide says what to do: its (steps) are missing.");
    }
  }

  @Override
  public String summary() {
    return answer;
  }

  @Override
  public List<String> texts() {
    return Stream.of(
            Stream.of(title, answer, forWhom),
            steps.stream(),
            notRequired.stream(),
            dates.stream(),
            whereToGetHelp.stream(),
            body.sentences().stream())
        .flatMap(each -> each)
        .toList();
  }
}
