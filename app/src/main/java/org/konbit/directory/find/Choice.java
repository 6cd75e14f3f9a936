package org.konbit.directory.find;

/**
 * One thing to choose from a list.
 *
 * @param language the tag of the language its words are in, if not the page's
 */
public record Choice(String value, String text, String language, boolean isChosen) {
  static Choice of(String value, String text, String chosen) {
    return new Choice(value, text, "", value.equals(chosen));
  }
}
