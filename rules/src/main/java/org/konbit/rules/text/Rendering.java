package org.konbit.rules.text;

import java.util.List;

/**
 * Shows problems to the person who wrote the text: {@code file:line:column: message}, the line, a
 * caret below the place, the remedy.
 */
public final class Rendering {
  // A document on a single line must not be printed whole, so the line is cut to what surrounds
  // the place.
  private static final int BEFORE = 60;
  private static final int AFTER = 40;

  private Rendering() {}

  /** All problems of one text, each ending with a line break. */
  public static String of(List<Problem> problems, String text) {
    var lines = text.split("\r\n|\r|\n", -1);
    var out = new StringBuilder();
    for (Problem problem : problems) {
      append(out, problem, lines);
    }
    return out.toString();
  }

  public static String of(Problem problem, String text) {
    return of(List.of(problem), text);
  }

  private static void append(StringBuilder out, Problem problem, String[] lines) {
    out.append(problem.file()).append(':').append(problem.line()).append(':');
    out.append(problem.column()).append(": ").append(problem.message()).append('\n');
    if (problem.line() >= 1 && problem.line() <= lines.length) {
      appendLine(out, lines[problem.line() - 1], problem.column());
    }
    if (!problem.remedy().isEmpty()) {
      out.append(problem.remedy()).append('\n');
    }
  }

  private static void appendLine(StringBuilder out, String line, int column) {
    var codePoints = line.codePoints().toArray();
    int at = Math.clamp(column - 1L, 0, codePoints.length);
    int from = at <= BEFORE + AFTER ? 0 : at - BEFORE;
    int to = Math.min(codePoints.length, Math.max(from, at) + AFTER);
    out.append("  ").append(from > 0 ? "…" : "");
    for (int i = from; i < to; i++) {
      out.appendCodePoint(Shown.isPlain(codePoints[i]) ? codePoints[i] : ' ');
    }
    out.append(to < codePoints.length ? "…" : "").append("\n  ");
    out.repeat(' ', at - from + (from > 0 ? 1 : 0)).append("^\n");
  }
}
