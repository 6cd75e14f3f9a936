package org.konbit.screening.web;

import java.util.Optional;

/**
 * One field of a form as it is shown.
 *
 * @param name its name in the address, which is also its id on the page
 * @param value what stands in it: what the reader typed, or else what is asked for by itself
 * @param problem what is wrong with the value, in the reader's language
 */
public record Field(String name, String value, Optional<String> problem) {
  static Field of(String name, String value) {
    return new Field(name, value, Optional.empty());
  }

  /** Whether a browser's own date or number field could not even show the value. */
  public boolean isWrong() {
    return problem.isPresent();
  }
}
