package org.konbit.toolkit.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words find what is meant, in every language, with a mistake in them. */
class SearchIndexTests {
  private static final SearchIndex INDEX =
      SearchIndex.of(
          List.of(
              new Indexed(
                  "right/interpreter",
                  "A free interpreter in the emergency room",
                  "Hospitals must give you one.",
                  Map.of(
                      "en", "hospital",
                      "es", "En los hospitales, intérprete y educación",
                      "pt-BR", "Nos hospitais, intérpretes e educação",
                      "ht", "Entèprèt lopital",
                      "vi", "Thông dịch viên, bệnh viện, Đà Nẵng",
                      "zh-Hans", "医院里的免费口译员",
                      "ar", "مترجم مجاني في المستشفيات")),
              new Indexed(
                  "guide/wages", "Wages that nobody paid", "Write down the hours.", Map.of()),
              new Indexed("bill/kids", "Cover All Kids", "Full coverage for children.", Map.of())));

  @ParameterizedTest
  @CsvSource({
    "en, interpreters",
    "en, INTERPRETER emergencies",
    "en, interpeter",
    "en, hospitl",
    "es, hospital",
    "es, interprete",
    "es, educacion",
    "pt-BR, hospital intérprete",
    "pt-BR, interprete",
    "ht, entepret",
    "ht, lopital",
    "vi, thong dich",
    "vi, da nang",
    "zh-Hans, 口译",
    "zh-Hans, 医院口译员",
    "ar, مترجم",
    "ar, المستشفى",
    "es, interpreter"
  })
  void somebody_finds_the_interpreter(String tag, String words) {
    assertThat(INDEX.find(tag, words, 5)).first().isEqualTo("right/interpreter");
  }

  @Test
  void what_nobody_wrote_is_not_found_and_words_that_say_nothing_find_nothing() {
    assertThat(INDEX.find("en", "submarine", 5)).isEmpty();
    assertThat(INDEX.find("en", "the and of", 5)).isEmpty();
    assertThat(INDEX.find("en", "\"\\ * ? ~ ( [ AND", 5)).isEmpty();
    assertThat(INDEX.find("ar", "医院", 5)).isEmpty();
  }

  @Test
  void where_nothing_fits_every_word_something_that_fits_one_is_shown() {
    assertThat(INDEX.find("en", "interpreter submarine", 5)).contains("right/interpreter");
    assertThat(INDEX.find("en", "submarine periscope", 5)).isEmpty();
  }

  @Test
  void a_word_too_many_does_not_hide_what_fits() {
    assertThat(INDEX.find("en", "unpaid wages hours work nobody", 5)).contains("guide/wages");
  }
}
