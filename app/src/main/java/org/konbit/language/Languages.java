package org.konbit.language;

import com.ibm.icu.util.LocaleMatcher;
import com.ibm.icu.util.LocalePriorityList;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.springframework.stereotype.Component;

/** All languages, in the order they are offered. The first is the one everything is written in. */
@Component
public class Languages {
  // Browsers send a few dozen characters; nobody needs to be matched on kilobytes.
  private static final int LONGEST_PREFERENCE = 500;

  private final List<Language> all;
  private final LocaleMatcher matcher;

  Languages() {
    var properties = Utf8Properties.read("messages/languages.properties");
    all =
        List.of(required(properties, "order").split(" ")).stream()
            .map(tag -> language(tag, properties))
            .toList();
    matcher =
        LocaleMatcher.builder()
            .setSupportedULocales(all.stream().map(Language::locale).toList())
            .setDefaultULocale(source().locale())
            .build();
  }

  private static Language language(String tag, Properties properties) {
    return new Language(
        tag,
        required(properties, tag + ".name"),
        Boolean.parseBoolean(required(properties, tag + ".reviewed")),
        words(properties, tag + ".months"),
        words(properties, tag + ".joins"));
  }

  private static List<String> words(Properties properties, String key) {
    return Optional.ofNullable(properties.getProperty(key))
        .map(words -> List.of(words.split(" ")))
        .orElse(List.of());
  }

  private static String required(Properties properties, String key) {
    return Optional.ofNullable(properties.getProperty(key))
        .orElseThrow(() ->
            new IllegalStateException(
                "Key (%s) is missing in messages/languages.properties.".formatted(key)));
  }

  /** Every language, in the order they are offered. */
  public List<Language> all() {
    return all;
  }

  /** The language all texts are written in first, which stands in wherever no other is known. */
  public Language source() {
    return all.getFirst();
  }

  /** The language of this tag, exactly as it stands in addresses. */
  public Optional<Language> tagged(String tag) {
    return all.stream().filter(language -> language.tag().equals(tag)).findFirst();
  }

  /**
   * The language that suits a reader best.
   *
   * @param acceptLanguage what the browser says, in the form of RFC 9110 §12.5.4; from outside, so
   *     it may be anything
   * @return the source language when nothing suits or the preference cannot be read
   */
  public Language preferred(String acceptLanguage) {
    if (acceptLanguage.isBlank() || acceptLanguage.length() > LONGEST_PREFERENCE) {
      return source();
    }
    try {
      ULocale best = matcher.getBestMatch(LocalePriorityList.add(acceptLanguage).build());
      return tagged(best.toLanguageTag()).orElseGet(this::source);
    } catch (IllegalArgumentException e) { // not a preference at all
      return source();
    }
  }
}
