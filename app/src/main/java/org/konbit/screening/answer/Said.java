package org.konbit.screening.answer;

import java.util.Optional;

/**
 * Words of the rules, as a reader is told them.
 *
 * @param text plain text; the template escapes it
 * @param language the language it is in, where that is not the reader's
 * @param english the English it was translated from, to stand beside it while nobody qualified has
 *     checked the translation
 */
public record Said(String text, Optional<String> language, Optional<String> english) {
  static Said own(String text) {
    return new Said(text, Optional.empty(), Optional.empty());
  }
}
