package org.konbit.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x\")",
        "+1 617 555 0100",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "'=already",
        "''@twice",
        "=a\nb"
      })
  void no_cell_runs_in_a_spreadsheet_and_each_comes_back_as_it_was(String text) {
    assertThat(Csv.harmless(text)).startsWith("'");
    assertThat(Csv.plain(Csv.harmless(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Food", "'quoted'", "1 = 1", "a-b", "It's", "'"})
  void what_is_no_formula_is_left_alone(String text) {
    assertThat(Csv.harmless(text)).isEqualTo(text);
    assertThat(Csv.plain(text)).isEqualTo(text);
  }

  @Test
  void commas_quotes_and_lines_stay_in_their_cell() throws IOException {
    var out = new StringWriter();

    Csv.write(out, List.of("a,b", "say \"hi\"", "two\nlines", " edge ", "plain"));

    assertThat(out).hasToString("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\" edge \",plain\r\n");
  }
}
