package org.konbit.screening.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.konbit.rules.overview.Matrices;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.Screener;

/** Whatever the engine's tables name has its words here, for a key that is put together. */
class WordsTests {
  private static final Path MESSAGES = Path.of("src/main/resources/messages/screening");

  private final java.util.Properties english = new java.util.Properties();

  WordsTests() throws IOException {
    try (var in =
        Files.newBufferedReader(MESSAGES.resolve("en.properties"), StandardCharsets.UTF_8)) {
      english.load(in);
    }
  }

  @Test
  void every_row_and_column_of_the_matrix_has_its_words() {
    var matrix =
        new Matrices(new Screener(RulePacks.shipped(java.util.List.of())))
            .of("MA", LocalDate.of(2026, 6, 15), 100, Matrices.profiles());
    var variants = new TreeSet<String>();
    matrix.rows().forEach(row -> variants.add(row.variant()));
    variants.remove("");

    assertThat(variants).hasSizeGreaterThan(5);
    assertThat(english.stringPropertyNames())
        .containsAll(
            variants.stream()
                .map(variant -> "screening.variant." + LawWords.slug(variant))
                .toList())
        .containsAll(
            matrix.profiles().stream()
                .map(profile -> "screening.profile." + profile.id().replace('_', '-'))
                .flatMap(key -> Stream.of(key, key + "-who"))
                .toList());
  }

  @ParameterizedTest
  @EnumSource
  void every_shape_has_its_words(Mark mark) {
    assertThat(english).containsKey("screening.mark." + mark.word());
  }

  @ParameterizedTest
  @EnumSource(
      value = org.konbit.rules.pack.LawText.Kind.class,
      names = {"PROGRAM", "CONDITION", "DEFINITION"})
  void every_kind_of_change_has_its_words(org.konbit.rules.pack.LawText.Kind kind) {
    assertThat(english.stringPropertyNames())
        .contains(
            "screening.timeline.%s-begins".formatted(kind.word()),
            "screening.timeline.%s-ends".formatted(kind.word()),
            "screening.timeline.%s-changes".formatted(kind.word()));
  }
}
