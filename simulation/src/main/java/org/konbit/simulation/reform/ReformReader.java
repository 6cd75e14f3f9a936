package org.konbit.simulation.reform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Parsed;
import org.konbit.rules.text.Rendering;
import org.konbit.rules.text.Spelling;
import org.konbit.rules.text.YamlText;

/** Reads a {@code reform.yaml}, strictly: an unknown name is an error. */
final class ReformReader {
  private static final Set<String> NAMES =
      Set.of(
          "reform",
          "title",
          "states",
          "over",
          "from",
          "bill",
          "cite",
          "about",
          "date",
          "stateSharePercent");

  private final String file;
  private final Node.Mapping fields;

  private ReformReader(String file, Node.Mapping fields) {
    this.file = file;
    this.fields = fields;
  }

  static Reform read(Path path) {
    var file = String.valueOf(path.getFileName());
    String text;
    try {
      text = Files.readString(path);
    } catch (IOException e) {
      throw new ReformProblem("The reform (%s) cannot be read.".formatted(path), e);
    }
    return switch (YamlText.parse(file, text)) {
      case Parsed.Tree(Node.Mapping fields) -> new ReformReader(file, fields).reform();
      case Parsed.Tree _ -> throw new ReformProblem("(%s) holds no fields.".formatted(path));
      case Parsed.Refused(var problems, _) -> throw new ReformProblem(Rendering.of(problems, text));
    };
  }

  private Reform reform() {
    for (var entry : fields.entries()) {
      if (!NAMES.contains(entry.key())) {
        throw new ReformProblem(
            "%s: (%s) is no field of a reform.%s"
                .formatted(
                    file,
                    entry.key(),
                    Spelling.nearest(entry.key(), NAMES)
                        .map("\nDid you mean %s?"::formatted)
                        .orElse("")));
      }
    }
    return new Reform(
        text("reform"),
        text("title"),
        words("states"),
        words("over"),
        date("from"),
        text("bill"),
        text("cite"),
        text("about"),
        text("date"),
        number("stateSharePercent"));
  }

  private String text(String name) {
    if (fields.find(name).orElse(null) instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
      return scalar.text().strip();
    }
    throw new ReformProblem("%s: a reform says its (%s).".formatted(file, name));
  }

  private List<String> words(String name) {
    if (fields.find(name).orElse(null) instanceof Node.Sequence sequence) {
      return sequence.items().stream()
          .filter(Node.Scalar.class::isInstance)
          .map(item -> ((Node.Scalar) item).text())
          .toList();
    }
    throw new ReformProblem("%s: (%s) is a list, such as [CT].".formatted(file, name));
  }

  private LocalDate date(String name) {
    var written = text(name);
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException e) {
      throw new ReformProblem(
          "%s: (%s) is no date, such as 2026-10-01.".formatted(file, written), e);
    }
  }

  private int number(String name) {
    var written = text(name);
    try {
      return Integer.parseInt(written);
    } catch (NumberFormatException e) {
      throw new ReformProblem("%s: (%s) is no whole number.".formatted(file, written), e);
    }
  }
}
