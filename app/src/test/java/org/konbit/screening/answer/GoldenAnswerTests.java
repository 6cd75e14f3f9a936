package org.konbit.screening.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every word that a family of five is told, kept as files to be read by people. After a change that
 * is meant, {@code -Dgolden=write} renews them, and the difference is what a reviewer reads.
 */
class GoldenAnswerTests {
  private static final Path GOLDEN = Path.of("src/test/resources/screening/answer");

  @ParameterizedTest
  @ValueSource(strings = {"en", "ht"})
  void a_mixed_status_family_of_five_is_told_just_this(String language) throws IOException {
    var file = GOLDEN.resolve("family-of-five.%s.txt".formatted(language));
    var told = text(Families.html(language, Families.MIXED));
    if ("write".equals(System.getProperty("golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, told);
    }

    assertThat(told).isEqualTo(Files.readString(file));
  }

  @Test
  void a_page_for_five_stays_light() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(Families.html("ht", Families.MIXED).getBytes(StandardCharsets.UTF_8));
    }

    assertThat(packed.size()).isBetween(5_000, 60 * 1024);
  }

  /** What a reader reads: the page from its heading on, without markup, a line for every block. */
  private static String text(String html) {
    return html.substring(html.indexOf("<h1>"), html.indexOf("</main>"))
            .replaceAll("(?s)<svg.*?</svg>", "")
            .replaceAll("\\s+", " ")
            .replaceAll("</(p|li|dt|dd|h1|h2|h3|h4|h5|td|th|caption|button|summary)>", "\n")
            .replaceAll("<[^>]*>", " ")
            .replaceAll(" *\n[\n ]*", "\n")
            .replaceAll(" {2,}", " ")
            // Any change of any rule changes it.
            .replaceAll("sha256:\\w+", "sha256:…")
            .replace("&lt;", "<")
            .replace("&amp;", "&")
            .strip()
        + "\n";
  }
}
