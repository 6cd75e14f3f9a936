package org.konbit.directory.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTests {
  @Test
  void accents_case_and_marks_make_no_difference() {
    assertThat(Words.of("INGLÉS inglês Kreyòl đơn"))
        .containsExactly("ingles", "ingles", "kreyol", "don");
    assertThat(Words.of("دُرُوس الإنجليزية")).isEqualTo(Words.of("دروس إنجليزيه"));
  }

  @Test
  void chinese_is_cut_into_words() {
    assertThat(Words.of("英语课程")).containsExactly("英语", "课程");
  }

  @Test
  void words_that_everything_has_are_left_out() {
    assertThat(Words.telling("I need help with the rent")).containsExactly("rent");
    assertThat(Words.telling("necesito una clase de inglés")).containsExactly("clase", "ingles");
    assertThat(Words.telling("mwen bezwen yon avoka")).containsExactly("avoka");
  }

  @Test
  void what_has_no_words_has_none() {
    assertThat(Words.of(" … 🙂 \u0000 ")).isEmpty();
  }
}
