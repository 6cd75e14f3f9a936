package org.konbit.directory;

import java.util.List;
import java.util.Optional;

/**
 * A language in which help is offered; more than the pages themselves are in.
 *
 * @param tag BCP 47, without a country
 * @param ownName as its speakers call it, so that they find it in a list
 * @param english as the standard's files name it
 */
public record Spoken(String tag, String ownName, String english) {
  private static final List<Spoken> ALL =
      List.of(
          new Spoken("en", "English", "English"),
          new Spoken("es", "Español", "Spanish"),
          new Spoken("pt", "Português", "Portuguese"),
          new Spoken("ht", "Kreyòl ayisyen", "Haitian Creole"),
          new Spoken("zh", "中文", "Chinese"),
          new Spoken("vi", "Tiếng Việt", "Vietnamese"),
          new Spoken("ar", "العربية", "Arabic"),
          new Spoken("kea", "Kabuverdianu", "Cape Verdean Creole"),
          new Spoken("fr", "Français", "French"),
          new Spoken("ru", "Русский", "Russian"),
          new Spoken("uk", "Українська", "Ukrainian"),
          new Spoken("pl", "Polski", "Polish"),
          new Spoken("sq", "Shqip", "Albanian"),
          new Spoken("km", "ខ្មែរ", "Khmer"),
          new Spoken("ne", "नेपाली", "Nepali"),
          new Spoken("hi", "हिन्दी", "Hindi"),
          new Spoken("fa", "فارسی", "Persian"),
          new Spoken("ps", "پښتو", "Pashto"),
          new Spoken("so", "Soomaali", "Somali"),
          new Spoken("sw", "Kiswahili", "Swahili"),
          new Spoken("am", "አማርኛ", "Amharic"),
          new Spoken("ti", "ትግርኛ", "Tigrinya"),
          new Spoken("quc", "K’iche’", "K’iche’"),
          new Spoken("mam", "Mam", "Mam"),
          new Spoken("ase", "American Sign Language (ASL)", "American Sign Language"));

  /** All that a list offers. */
  public static List<Spoken> all() {
    return ALL;
  }

  /** The language of a tag, whatever country it names beside. */
  public static Optional<Spoken> of(String tag) {
    String base = tag.split("[-_]", 2)[0];
    return ALL.stream().filter(each -> each.tag.equalsIgnoreCase(base)).findFirst();
  }
}
