package org.konbit.language;

/** Texts for tests that need no application. */
public final class Spoken {
  private static final Languages LANGUAGES = new Languages();
  private static final Messages MESSAGES = new Messages(LANGUAGES);

  private Spoken() {}

  /** Every language there is. */
  public static Languages languages() {
    return LANGUAGES;
  }

  /** The texts in the language of this tag. */
  public static Texts in(String tag) {
    return MESSAGES.in(LANGUAGES.tagged(tag).orElseThrow());
  }
}
