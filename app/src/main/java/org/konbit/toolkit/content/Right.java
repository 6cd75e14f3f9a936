package org.konbit.toolkit.content;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A right, with its limits: without them it would be unsafe.
 *
 * @param statement the right in one sentence
 * @param lawRefs the law it rests on
 * @param ifDenied whom to contact when it is refused
 */
public record Right(
    Heading heading,
    String title,
    String statement,
    Set<Setting> settings,
    List<String> howToUse,
    List<String> limits,
    List<String> lawRefs,
    List<String> ifDenied,
    Markdown body)
    implements Content {
  public Right {
    if (limits.isEmpty()) {
      throw new IllegalArgumentException("A right without its limits is unsafe: state them.");
    }
  }

  @Override
  public String summary() {
    return statement;
  }

  @Override
  public List<String> texts() {
    return Stream.of(
            Stream.of(title, statement),
            howToUse.stream(),
            limits.stream(),
            ifDenied.stream(),
            body.sentences().stream())
        .flatMap(each -> each)
        .toList();
  }
}
