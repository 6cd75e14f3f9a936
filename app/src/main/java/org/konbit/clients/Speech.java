package org.konbit.clients;

import org.konbit.directory.Spoken;
import org.konbit.language.Written;

/**
 * In which language somebody speaks with us.
 *
 * @param language a tag of {@link Spoken}, or another language in words; empty if not known
 * @param interpreter whether the person wants an interpreter
 */
public record Speech(String language, Answer interpreter) {
  /** The longest name of a language, in characters. */
  public static final int LONGEST = 60;

  public Speech {
    language = Written.line(language);
    if (language.length() > LONGEST) {
      throw new IllegalArgumentException(
          "A language has more than (%d) characters.".formatted(LONGEST));
    }
  }

  /** Nobody asked. */
  public static Speech unknown() {
    return new Speech("", Answer.NOT_ASKED);
  }

  /** The language as its speakers call it; empty if not known. */
  public String name() {
    return Spoken.of(language).map(Spoken::ownName).orElse(language);
  }

  @Override
  public String toString() {
    return "Speech";
  }
}
