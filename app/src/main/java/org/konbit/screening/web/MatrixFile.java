package org.konbit.screening.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.konbit.language.Texts;
import org.konbit.rules.overview.Matrix;
import org.konbit.rules.screening.Outcome;
import org.konbit.screening.Law;

/** A matrix as a file for spreadsheets: one line for each status and person (RFC 4180). */
final class MatrixFile {
  // So that spreadsheets read the file as UTF-8.
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final List<String> HEAD =
      List.of(
          "state",
          "as_of",
          "percent",
          "status",
          "variant",
          "status_words",
          "profile",
          "profile_words",
          "best",
          "best_words",
          "changes_on",
          "changes_to",
          "changes_to_words",
          "eligible_for");

  private final LawWords words;
  private final Matrix now;
  private final List<Matrix> later;
  private final StringBuilder out = new StringBuilder(BYTE_ORDER_MARK);

  MatrixFile(Law law, Texts t, Matrix now, List<Matrix> later) {
    this.words = new LawWords(law, t);
    this.now = now;
    this.later = later;
  }

  byte[] bytes() {
    line(HEAD);
    for (int row = 0; row < now.rows().size(); row++) {
      for (int column = 0; column < now.profiles().size(); column++) {
        line(cell(row, column));
      }
    }
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private List<String> cell(int at, int column) {
    var row = now.rows().get(at);
    var cell = row.cells().get(column);
    var profile = now.profiles().get(column);
    var change =
        later.stream()
            .filter(then -> !then.rows().get(at).cells().get(column).best().equals(cell.best()))
            .findFirst();
    var after = change.map(then -> then.rows().get(at).cells().get(column).best());
    return List.of(
        now.state(),
        now.asOf().toString(),
        Integer.toString(now.percent()),
        row.status(),
        row.variant(),
        words.status(row.status()).text(),
        profile.id(),
        words.column(profile).name(),
        cell.best(),
        words.best(cell.best()).text(),
        change.map(then -> then.asOf().toString()).orElse(""),
        after.orElse(""),
        after.map(best -> words.best(best).text()).orElse(""),
        eligible(cell));
  }

  private static String eligible(Matrix.Cell cell) {
    return cell.programs().entrySet().stream()
        .filter(entry -> entry.getValue() == Outcome.ELIGIBLE)
        .map(java.util.Map.Entry::getKey)
        .collect(Collectors.joining(" "));
  }

  private void line(List<String> values) {
    out.append(values.stream().map(MatrixFile::quoted).collect(Collectors.joining(",")))
        .append("\r\n");
  }

  // A spreadsheet runs what begins like a formula; the words of a pack are not ours.
  private static String quoted(String value) {
    var safe = value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
    return safe.matches("[A-Za-z0-9_. -]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
