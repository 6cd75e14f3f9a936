package org.konbit.toolkit.search;

import java.util.Map;

/**
 * What can be found.
 *
 * @param reference what leads to it, such as {@code right/emergency-care}
 * @param title its name in English
 * @param text everything else it says in English
 * @param words what each language says for it, by the language's tag
 */
public record Indexed(String reference, String title, String text, Map<String, String> words) {
  public Indexed {
    words = Map.copyOf(words);
  }
}
