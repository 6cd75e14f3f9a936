package org.konbit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tokens of the look, in both schemes. */
class StylesheetTests {
  private static final int BUDGET = 12 * 1024;
  private static final Pattern SCHEME = Pattern.compile(":root \\{([^}]*)}");
  private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");

  private final String css;

  StylesheetTests() throws IOException {
    css = Files.readString(Path.of("src/main/resources/static/assets/konbit.css"));
  }

  @ParameterizedTest(name = "{0} on {1}: at least {2}")
  @CsvSource({
    "ink, paper, 12",
    "ink-soft, paper, 5.5",
    "accent, paper, 4.5",
    "good, paper, 4.5",
    "wait, paper, 4.5",
    "no, paper, 4.5",
    "edge, paper, 4.5",
    "ink, accent-soft, 7",
    "ink-soft, accent-soft, 4.5",
    "accent, accent-soft, 4.5",
    "good, accent-soft, 4.5",
    "wait, accent-soft, 4.5",
    "no, accent-soft, 4.5",
    "edge, accent-soft, 3",
    "paper, accent, 4.5"
  })
  void every_pair_can_be_read_by_day_and_by_night(String front, String back, double least) {
    for (var scheme : Map.of("light", scheme(0), "dark", scheme(1)).entrySet()) {
      assertThat(contrast(scheme.getValue().get(front), scheme.getValue().get(back)))
          .as("%s on %s, %s", front, back, scheme.getKey())
          .isGreaterThanOrEqualTo(least);
    }
  }

  @Test
  void both_schemes_set_the_same_colours() {
    assertThat(scheme(0)).hasSize(11).containsOnlyKeys(scheme(1).keySet());
    assertThat(scheme(0)).containsEntry("paper", "#fffdf8").containsEntry("accent", "#0b6470");
  }

  @Test
  void colours_are_tokens() {
    String rules = SCHEME.matcher(css).replaceAll("");

    assertThat(rules).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b");
  }

  @Test
  void sides_are_logical_so_that_arabic_is_mirrored() {
    assertThat(css)
        .doesNotContainPattern("(margin|padding|border)-(left|right)")
        .doesNotContainPattern("text-align: (left|right)")
        .doesNotContainPattern("[^-](left|right):");
  }

  @Test
  void it_stays_small() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(css.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    assertThat(packed.size()).isLessThanOrEqualTo(BUDGET);
  }

  private Map<String, String> scheme(int which) {
    String block = SCHEME.matcher(css).results().toList().get(which).group(1);
    var colours = new HashMap<String, String>();
    COLOUR.matcher(block).results().forEach(found -> colours.put(found.group(1), found.group(2)));
    return colours;
  }

  /** WCAG 2.2, "contrast ratio". */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * channel(rgb >> 16) + 0.7152 * channel(rgb >> 8) + 0.0722 * channel(rgb);
  }

  private static double channel(int value) {
    double share = (value & 0xff) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
