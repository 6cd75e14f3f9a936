package org.konbit.screening.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodesTests {
  private final Codes codes = new Codes();

  @ParameterizedTest
  @ValueSource(strings = {"en", "es", "pt-BR"})
  void a_list_has_enough_short_words_that_their_first_letters_tell_apart(String tag) {
    var words = codes.words(tag);

    assertThat(words).hasSize(2048).isSorted().doesNotHaveDuplicates();
    assertThat(words).allMatch(word -> word.matches("[a-z]{3,8}"));
    assertThat(words.stream().map(Codes::beginning)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"alien", "illegal", "prison", "police", "ilegal", "carcel", "policia"})
  void no_code_frightens_whoever_writes_it_down(String word) {
    for (String tag : Codes.LISTS) {
      assertThat(codes.words(tag)).doesNotContain(word);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ht", "zh-Hans", "vi", "ar"})
  void where_there_is_no_list_a_code_is_five_groups_of_four_digits(String tag) {
    assertThat(codes.make(tag, random(1))).matches("([0-9]{4} ){4}[0-9]{4}");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void a_code_can_be_typed_as_it_is_shown(long seed) {
    for (String tag : List.of("en", "es", "pt-BR", "vi")) {
      var code = codes.make(tag, random(seed));

      assertThat(codes.meant(code)).contains(code);
      assertThat(codes.meant("  " + code.toUpperCase(Locale.ROOT).replace(" ", " – ") + "."))
          .contains(code);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void four_letters_of_each_word_are_enough(long seed) {
    var code = codes.make("es", random(seed));
    var brief =
        List.of(code.split(" ", -1)).stream()
            .map(Codes::beginning)
            .collect(Collectors.joining(" "));

    assertThat(codes.meant(brief)).contains(code);
  }

  @Test
  void accents_and_the_digits_of_any_script_are_taken() {
    assertThat(codes.meant("ábaco abdomen abeja abierto abogado abono"))
        .containsExactly("abaco abdomen abeja abierto abogado abono");
    assertThat(codes.meant("١٢٣٤ ٥٦٧٨ ٩٠١٢ ٣٤٥٦ ٧٨٩٠")).containsExactly("1234 5678 9012 3456 7890");
    assertThat(codes.meant("１２３４-5678-9012-3456-7890")).containsExactly("1234 5678 9012 3456 7890");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abandon",
        "abandon ability able about above",
        "abandon ability able about above absent absorb",
        "abandonment ability able about above absent",
        "1234 5678",
        "1234 5678 9012 3456 7890 1",
        "<script>alert(1)</script>",
        "' OR 1=1 --",
        "\u0000\uffff"
      })
  void what_can_be_no_code_is_none(String typed) {
    assertThat(codes.meant(typed)).isEmpty();
    assertThat(codes.meant(typed.repeat(500))).isEmpty();
  }

  @Test
  void codes_are_spread_over_the_whole_list() {
    var random = new Random(1);
    var met =
        random
            .ints(2_000)
            .mapToObj(seed -> codes.make("en", random(seed)))
            .flatMap(code -> List.of(code.split(" ", -1)).stream())
            .collect(Collectors.toSet());

    assertThat(met).hasSizeGreaterThan(2_000);
  }

  private static byte[] random(long seed) {
    var bytes = new byte[32];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }
}
