package org.konbit.directory.exchange;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/** Rows of comma-separated values, as RFC 4180 has them. */
public final class Csv {
  /** What a spreadsheet takes for a formula, however many quotes already stand before it. */
  private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\\t\\r].*");

  private Csv() {}

  static void write(Writer out, List<String> cells) throws IOException {
    boolean isFirst = true;
    for (String cell : cells) {
      if (!isFirst) {
        out.write(',');
      }
      isFirst = false;
      out.write(quoted(cell));
    }
    out.write("\r\n");
  }

  private static String quoted(String cell) {
    boolean isPlain =
        cell.chars().noneMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r')
            && cell.equals(cell.strip());
    return isPlain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  /** The text with a quote before it where a spreadsheet would run it; {@link #plain} undoes it. */
  static String harmless(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  /** The text that was made harmless. */
  public static String plain(String cell) {
    return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
