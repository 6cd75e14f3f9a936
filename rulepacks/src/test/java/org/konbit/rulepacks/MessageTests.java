package org.konbit.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTests {
  /** The languages the packs speak; a translation is added here when it lands, whole. */
  private static final List<String> LANGUAGES =
      List.of("en", "es", "pt-BR", "ht", "zh-Hans", "vi", "ar");

  private static final Pattern TAG = Pattern.compile("</?([a-zA-Z][a-zA-Z0-9]*)[^>]*>");

  static Stream<String> languages() {
    return LANGUAGES.stream();
  }

  @Test
  void the_packs_speak_the_languages_they_should_and_no_others() {
    assertThat(Shipped.PACKS.messages().languages()).containsExactlyInAnyOrderElementsOf(LANGUAGES);
    assertThat(Shipped.PACKS.messages().keys("en")).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("languages")
  void every_sentence_is_there_and_none_more(String language) {
    assertThat(Shipped.PACKS.messages().keys(language))
        .isEqualTo(Shipped.PACKS.messages().keys("en"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("languages")
  void every_sentence_can_be_formatted_and_says_something(String language) {
    for (String key : keys()) {
      var text = text(language, key);
      assertThat(text).as(key).isNotBlank();
      assertThatCode(() -> new MessageFormat(text, Locale.forLanguageTag(language)))
          .as(key)
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("languages")
  void every_sentence_takes_the_same_arguments_and_markup_as_the_english_one(String language) {
    for (String key : keys()) {
      assertThat(arguments(language, key)).as(key).isEqualTo(arguments("en", key));
      assertThat(tags(language, key)).as(key).isEqualTo(tags("en", key));
    }
  }

  @Test
  void every_program_says_what_it_gives_how_to_apply_and_what_to_bring() {
    assertThat(Shipped.PACKS.programs())
        .hasSizeGreaterThan(40)
        .allSatisfy(program -> {
          assertThat(keys())
              .as(program.id())
              .contains(program.id() + ".name", program.id() + ".summary", program.id() + ".how");
          assertThat(program.apply()).as(program.id()).isPresent();
        });
  }

  private static Set<String> keys() {
    return Shipped.PACKS.messages().keys("en");
  }

  private static String text(String language, String key) {
    return Shipped.PACKS.messages().find(language, key).orElseThrow();
  }

  private static Set<String> arguments(String language, String key) {
    return new TreeSet<>(new MessageFormat(text(language, key)).getArgumentNames());
  }

  private static List<String> tags(String language, String key) {
    var tags = new ArrayList<String>();
    TAG.matcher(text(language, key)).results().forEach(found -> tags.add(found.group()));
    tags.sort(null);
    return tags;
  }
}
