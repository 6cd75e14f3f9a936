package org.konbit.rules.cli;

import java.util.Map;
import java.util.TreeMap;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.overview.Matrix;
import org.konbit.rules.screening.Outcome;

/** The table of statuses as text, CSV or HTML. */
final class MatrixText {
  private static final int STATUS_WIDTH = 28;
  private static final int CELL_WIDTH = 12;

  private final Matrix matrix;
  private final Wording wording;

  MatrixText(Matrix matrix, Wording wording) {
    this.matrix = matrix;
    this.wording = wording;
  }

  private String title() {
    return "%s, as of %s, at %d percent of the poverty guideline"
        .formatted(wording.state(matrix.state()), Wording.date(matrix.asOf()), matrix.percent());
  }

  /** The best coverage of each person; words too long for a column are cut and told below. */
  String best() {
    var names = new TreeMap<String, String>();
    var out = new StringBuilder("Best coverage. ").append(title()).append("\n\n");
    head(out);
    for (Matrix.Row row : matrix.rows()) {
      out.append(left(status(row), STATUS_WIDTH));
      for (Matrix.Cell cell : row.cells()) {
        var shown = shortened(cell.best());
        names.put(shown, wording.program(cell.best()));
        out.append(left(shown, CELL_WIDTH));
      }
      endLine(out);
    }
    names.put(
        "none", "no health coverage known here; emergency rooms and health centers stay open");
    names.put("unknown", "not settled by what the table supposes");
    legend(out, names);
    return out.toString();
  }

  /** How one program ends for each person. */
  String program(String id) {
    var out = new StringBuilder(wording.program(id)).append(". ").append(title()).append("\n\n");
    head(out);
    for (Matrix.Row row : matrix.rows()) {
      out.append(left(status(row), STATUS_WIDTH));
      for (Matrix.Cell cell : row.cells()) {
        out.append(left(word(cell.programs().getOrDefault(id, Outcome.UNKNOWN)), CELL_WIDTH));
      }
      endLine(out);
    }
    legend(
        out, Map.of("yes", "can get it", "no", "cannot get it", "open", "other answers settle it"));
    return out.toString();
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case ELIGIBLE -> "yes";
      case INELIGIBLE -> "no";
      case UNKNOWN -> "open";
    };
  }

  private void head(StringBuilder out) {
    out.append(left("status", STATUS_WIDTH));
    for (Matrix.Profile profile : matrix.profiles()) {
      out.append(left(profile.id(), CELL_WIDTH));
    }
    endLine(out);
  }

  private static void legend(StringBuilder out, Map<String, String> names) {
    out.append('\n');
    new TreeMap<>(names)
        .forEach((shown, name) -> out.append(left(shown, CELL_WIDTH)).append(name).append('\n'));
  }

  private static void endLine(StringBuilder out) {
    int end = out.length();
    while (end > 0 && out.charAt(end - 1) == ' ') {
      end--;
    }
    out.setLength(end);
    out.append('\n');
  }

  private static String left(String text, int width) {
    var cut = text.length() < width ? text : text.substring(0, width - 1);
    return cut + " ".repeat(width - cut.length());
  }

  private static String status(Matrix.Row row) {
    var variant =
        row.variant()
            .replace("under 5 years, was a refugee", "ex-refugee")
            .replace("5 years or more", "5 y +")
            .replace("under 5 years", "< 5 y")
            .replace("under a year", "< 1 y")
            .replace("a year or more", "1 y +")
            .replace("no work permit", "no permit")
            .replace("work permit", "permit")
            .replace("petition approved", "approved")
            .replace("no approved petition", "not yet");
    return variant.isEmpty() ? row.status() : row.status() + " " + variant;
  }

  // connectorcare_2a becomes connecto_2a: the end tells such programs apart.
  private static String shortened(String program) {
    var id = program.substring(program.indexOf('.') + 1);
    int most = CELL_WIDTH - 1;
    if (id.length() <= most) {
      return id;
    }
    int last = id.lastIndexOf('_');
    var end = last < 0 ? "" : id.substring(last);
    if (end.length() > 4) {
      end = end.substring(0, 4);
    }
    var start = id.substring(0, most - end.length());
    return (start.endsWith("_") ? start.substring(0, start.length() - 1) : start) + end;
  }

  /** One line for each status, person and program. */
  String csv() {
    var out =
        new StringBuilder("state,as_of,percent,status,variant,profile,program,outcome,best\n");
    for (Matrix.Row row : matrix.rows()) {
      for (int i = 0; i < row.cells().size(); i++) {
        var cell = row.cells().get(i);
        var profile = matrix.profiles().get(i).id();
        cell.programs()
            .forEach((program, outcome) ->
                out.append(
                    "%s,%s,%d,%s,\"%s\",%s,%s,%s,%s\n"
                        .formatted(
                            matrix.state(),
                            matrix.asOf(),
                            matrix.percent(),
                            row.status(),
                            row.variant(),
                            profile,
                            program,
                            outcome.word(),
                            cell.best().equals(program) ? "true" : "false")));
      }
    }
    return out.toString();
  }

  /** A page of its own that prints. */
  String html() {
    var out = new StringBuilder();
    out.append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>");
    out.append(escaped(title())).append("</title>\n<table>\n<caption>Best coverage. ");
    out.append(escaped(title())).append("</caption>\n<thead><tr><th scope=\"col\">Status</th>");
    for (Matrix.Profile profile : matrix.profiles()) {
      out.append("<th scope=\"col\">").append(escaped(profile.label())).append("</th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (Matrix.Row row : matrix.rows()) {
      out.append("<tr><th scope=\"row\">").append(escaped(rowLabel(row))).append("</th>");
      for (Matrix.Cell cell : row.cells()) {
        out.append("<td>").append(escaped(best(cell))).append("</td>");
      }
      out.append("</tr>\n");
    }
    return out.append("</tbody>\n</table>\n</html>\n").toString();
  }

  private String rowLabel(Matrix.Row row) {
    var name = wording.option(Vocabulary.STATUS.path(), row.status());
    return row.variant().isEmpty() ? name : name + ": " + row.variant();
  }

  private String best(Matrix.Cell cell) {
    return switch (cell.best()) {
      case "none" -> "None";
      case "unknown" -> "Not settled";
      default -> wording.program(cell.best());
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
