package org.konbit.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTests {
  private final Languages languages = new Languages();

  @Test
  void seven_languages_are_offered_and_arabic_alone_runs_from_right_to_left() {
    assertThat(languages.all())
        .extracting(Language::tag)
        .containsExactly("en", "es", "pt-BR", "ht", "zh-Hans", "vi", "ar");
    assertThat(languages.all())
        .filteredOn(language -> language.direction().equals("rtl"))
        .extracting(Language::tag)
        .containsExactly("ar");
  }

  @ParameterizedTest(name = "{0} reads {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          es-MX,es;q=0.9,en;q=0.8     | es
          pt                          | pt-BR
          pt-PT                       | pt-BR
          ht-HT                       | ht
          zh-CN                       | zh-Hans
          zh                          | zh-Hans
          vi-VN,vi;q=0.9              | vi
          ar-SY                       | ar
          de,en;q=0.5,es;q=0.7        | es
          so                          | en
          """)
  void a_browser_is_led_to_the_language_it_asks_for(String wish, String tag) {
    assertThat(languages.preferred(wish).tag()).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "*", "<script>", "en;q=7", ";;;,,,", "é", "\u0000"})
  void a_wish_that_cannot_be_read_leads_to_english(String wish) {
    assertThat(languages.preferred(wish)).isEqualTo(languages.source());
  }

  @Test
  void a_wish_of_kilobytes_is_not_weighed() {
    assertThat(languages.preferred("es,".repeat(10_000))).isEqualTo(languages.source());
  }

  @Test
  void an_address_names_a_language_exactly() {
    assertThat(languages.tagged("pt-BR")).isPresent();
    assertThat(languages.tagged("pt-br")).isEmpty();
    assertThat(languages.tagged("assets")).isEmpty();
  }
}
