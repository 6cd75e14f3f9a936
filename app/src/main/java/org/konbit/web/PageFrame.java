package org.konbit.web;

import java.util.List;
import org.konbit.language.Language;
import org.konbit.language.Texts;

/**
 * What stands around every public page. A controller method that takes one as a parameter gets that
 * of its {@code {lang}}; a language that is not offered is "not found" before the method runs.
 *
 * @param t the texts in the page's language
 * @param coalition the coalition's name
 * @param stylesheet the address of the stylesheet, which changes with its content
 * @param icon the address of the icon, likewise
 * @param languages the same page in every language
 */
public record PageFrame(
    Texts t, String coalition, String stylesheet, String icon, List<LanguageLink> languages) {
  /**
   * The same page in another language.
   *
   * @param language that language
   * @param address the page's address in it
   * @param isCurrent whether it is the language being read
   */
  public record LanguageLink(Language language, String address, boolean isCurrent) {}

  /** The language the page is in. */
  public Language language() {
    return t.language();
  }

  /** The address of the front door in this language. */
  public String home() {
    return "/" + language().tag();
  }

  /** The same page in the language everything is written in. */
  public LanguageLink source() {
    return languages.getFirst();
  }
}
