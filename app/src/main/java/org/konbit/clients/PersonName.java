package org.konbit.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.language.Written;
import org.konbit.vault.NameTerms;

/**
 * What a person is called. One word is a name, and so are four surnames; nothing is guessed to be
 * first or last.
 *
 * @param given one or several; none for somebody who has surnames alone
 * @param surnames in the person's own order, with their particles
 * @param preferred how they like to be called; empty if as above
 * @param onDocument as a document spells it, if differently; empty if not
 * @param latin as written in Latin letters, if the name is in others; empty if not
 */
public record PersonName(
    List<String> given, List<String> surnames, String preferred, String onDocument, String latin) {
  /** The most characters of given names, of surnames, or of any one of the others. */
  public static final int LONGEST = 300;

  public PersonName {
    given = cleaned(given);
    surnames = cleaned(surnames);
    preferred = Written.line(preferred);
    onDocument = Written.line(onDocument);
    latin = Written.line(latin);
    var parts = List.of(spaced(given), spaced(surnames), preferred, onDocument, latin);
    if (parts.stream().allMatch(String::isEmpty)) {
      throw new IllegalArgumentException("There is no name.\nOne word is enough.");
    }
    if (parts.stream().anyMatch(part -> part.length() > LONGEST)) {
      throw new IllegalArgumentException(
          "A name is longer than (%d) characters.".formatted(LONGEST));
    }
  }

  /** A name of given names and surnames alone. */
  public static PersonName of(List<String> given, List<String> surnames) {
    return new PersonName(given, surnames, "", "", "");
  }

  /** A name as it was typed; particles stay with the word they belong to. */
  public static PersonName typed(
      String given, String surnames, String preferred, String onDocument, String latin) {
    return new PersonName(words(given), words(surnames), preferred, onDocument, latin);
  }

  /** Whether nobody could read anything in it. */
  public static boolean isBlank(String typed) {
    return Written.line(typed).isEmpty();
  }

  private static List<String> words(String typed) {
    var names = new ArrayList<String>();
    var waiting = new StringJoiner(" ");
    for (String word : Written.line(typed).split(" ", -1)) {
      waiting.add(word);
      if (!NameTerms.isParticle(word)) {
        names.add(waiting.toString());
        waiting = new StringJoiner(" ");
      }
    }
    names.add(waiting.toString());
    return names;
  }

  /** Given names and surnames, as the person writes them; else what else there is. */
  public String full() {
    return Stream.of(spaced(Stream.concat(given.stream(), surnames.stream()).toList()))
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElseGet(() ->
            Stream.of(preferred, onDocument, latin)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseThrow());
  }

  /** How to speak to the person. */
  public String called() {
    return preferred.isEmpty() ? full() : preferred;
  }

  /** Every name by which somebody may look for the person. */
  List<String> all() {
    return Stream.of(full(), preferred, onDocument, latin)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static List<String> cleaned(List<String> names) {
    return names.stream().map(Written::line).filter(name -> !name.isEmpty()).toList();
  }

  private static String spaced(List<String> names) {
    return names.stream().collect(Collectors.joining(" "));
  }

  @Override
  public String toString() { // a name in a log would name somebody
    return "PersonName";
  }
}
