package org.konbit.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTests {
  private static final Language ENGLISH = new Language("en", "English", true);
  private static final Language ARABIC = new Language("ar", "العربية", false);
  private static final String QUESTIONS = "{0, plural, one {# question} other {# questions}}";

  @Test
  void plurals_follow_the_language() {
    var texts = new Texts(ENGLISH, Map.of("a.b.c", QUESTIONS));

    assertThat(texts.localize("a.b.c", 1)).isEqualTo("1 question");
    assertThat(texts.localize("a.b.c", 4)).isEqualTo("4 questions");
  }

  @Test
  void a_latin_name_does_not_pull_an_arabic_sentence_apart() {
    var texts = new Texts(ARABIC, Map.of("a.b.c", "{0} مجموعة"));

    assertThat(texts.localize("a.b.c", "Harbor (MA)")).isEqualTo("\u2068Harbor (MA)\u2069 مجموعة");
  }

  @Test
  void a_name_is_never_read_as_a_pattern() {
    var texts = new Texts(ENGLISH, Map.of("a.b.c", "{0}!"));

    assertThat(texts.localize("a.b.c", "{1} '' {")).isEqualTo("{1} '' {!");
  }

  @Test
  void a_date_is_written_as_the_language_writes_it() {
    var day = LocalDate.of(2026, 10, 1);

    assertThat(Spoken.in("en").date(day)).isEqualTo("October 1, 2026");
    assertThat(Spoken.in("ht").date(day)).isEqualTo("1 oktòb 2026");
    assertThat(Spoken.in("ar").date(day)).isEqualTo("1 أكتوبر 2026");
  }

  @Test
  void several_things_are_joined_as_the_language_joins_them() {
    var things = List.of("a", "b", "c");

    assertThat(Spoken.in("en").list(things)).isEqualTo("a, b, and c");
    assertThat(Spoken.in("en").either(things)).isEqualTo("a, b, or c");
    assertThat(Spoken.in("ht").list(things)).isEqualTo("a, b ak c");
    assertThat(Spoken.in("ht").either(things)).isEqualTo("a, b oswa c");
    assertThat(Spoken.in("ht").either(things.subList(0, 1))).isEqualTo("a");
    assertThat(Spoken.in("ht").list(List.of())).isEmpty();
  }

  @Test
  void a_latin_name_in_an_arabic_list_leaves_the_others_in_their_order() {
    assertThat(Spoken.in("ar").list(List.of("SNAP (x)", "WIC")))
        .isEqualTo("\u2068SNAP (x)\u2069 و\u2068WIC\u2069");
  }

  @Test
  void a_key_without_words_is_an_error_that_names_it() {
    var texts = new Texts(ENGLISH, Map.of());

    assertThatThrownBy(() -> texts.localize("web.home.none"))
        .hasMessageContaining("(web.home.none) in (en)");
  }

  @Test
  void a_key_written_twice_is_an_error() {
    var twice = new ByteArrayInputStream("a=1\na=2\n".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Utf8Properties.read("en.properties", twice))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Key (a) stands there twice.");
  }
}
