package org.konbit.simulation.microdata.pums;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.konbit.rules.text.Shown;
import org.konbit.simulation.figures.Table;

/**
 * Comma-separated lines, kept as bytes: a five-year file has some 280 cells a line, of which a
 * third is looked at. Survey files have no quotation marks; a line that has is read slowly.
 */
final class CsvRows implements Rows {
  private static final int LONGEST = 100_000;
  private static final int MOST_DIGITS = 9;

  private final String file;
  private final Lines lines;
  private final Map<String, Integer> columns = new HashMap<>();
  private final int width;
  private final int[] starts;
  private List<String> quoted = List.of();
  private int found;
  private long line;

  CsvRows(String file, InputStream in) {
    this.file = file;
    this.lines = new Lines(in, LONGEST);
    boolean isThere = read();
    var header = isThere ? text(0, lines.length()) : "";
    if (header.isBlank()) {
      throw new ImportProblem(
          "The file (%s) is empty.\nDownload it again from the Census Bureau.".formatted(file));
    }
    requireText(header);
    var names = Table.cells(header.startsWith("ï»¿") ? header.substring(3) : header);
    width = names.size();
    for (int i = 0; i < width; i++) {
      if (columns.put(names.get(i).toUpperCase(Locale.ROOT), i) != null) {
        throw new ImportProblem(
            "The file (%s) has the column (%s) twice.\nTake the file as the Census Bureau publishes it."
                .formatted(file, Shown.of(names.get(i))));
      }
    }
    starts = new int[width + 1];
  }

  // Read byte by byte as Latin-1, a text of two bytes a letter shows zeros, any other a letter
  // that no column name has.
  private void requireText(String header) {
    boolean isWide =
        header.startsWith("ÿþ") || header.startsWith("þÿ") || header.indexOf('\0') >= 0;
    if (isWide) {
      throw new ImportProblem(
          "The file (%s) is not written as plain text: it is UTF-16, or no text at all.\nSave it as CSV in UTF-8, or take it as the Census Bureau publishes it."
              .formatted(file));
    }
    if (lines.isTooLong()) {
      throw new ImportProblem(
          "The first line of (%s) is longer than %,d characters, so it is no header of columns.\nTake the file as the Census Bureau publishes it."
              .formatted(file, LONGEST));
    }
  }

  private boolean read() {
    try {
      line++;
      return lines.next();
    } catch (IOException e) {
      throw new ImportProblem(
          "The file (%s) breaks off in line (%d).\nDownload it again.".formatted(file, line), e);
    }
  }

  @Override
  public boolean next() {
    boolean isThere = read();
    while (isThere && isBlank()) {
      isThere = read();
    }
    if (isThere) {
      split();
    }
    return isThere;
  }

  private boolean isBlank() {
    var bytes = lines.bytes();
    for (int i = 0; i < lines.length(); i++) {
      if (bytes[i] > ' ' || bytes[i] < 0) {
        return false;
      }
    }
    return !lines.isTooLong();
  }

  private void split() {
    quoted = List.of();
    found = 0;
    if (lines.isTooLong()) {
      return;
    }
    var bytes = lines.bytes();
    int length = lines.length();
    starts[0] = 0;
    for (int i = 0; i < length; i++) {
      byte at = bytes[i];
      if (at == ',') {
        found++;
        if (found <= width) {
          starts[found] = i + 1;
        }
      } else if (at == '"') {
        quoted = Table.cells(text(0, length));
        found = quoted.size();
        return;
      }
    }
    found++;
    if (found == width) {
      starts[width] = length + 1;
    }
  }

  private String text(int from, int to) {
    return new String(lines.bytes(), from, to - from, StandardCharsets.ISO_8859_1);
  }

  @Override
  public String file() {
    return file;
  }

  @Override
  public Map<String, Integer> columns() {
    return columns;
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public String problem() {
    if (lines.isTooLong()) {
      return "the line is longer than %,d characters.".formatted(LONGEST);
    }
    return found == width
        ? ""
        : "the line has (%d) cells, the header (%d).".formatted(found, width);
  }

  @Override
  public String cell(int place) {
    if (!quoted.isEmpty()) {
      return quoted.get(place);
    }
    return text(starts[place], starts[place + 1] - 1).strip();
  }

  @Override
  public int digits(int place) {
    int from = starts[place];
    int to = starts[place + 1] - 1;
    if (!quoted.isEmpty() || from == to || to - from > MOST_DIGITS) {
      return NO_DIGITS;
    }
    var bytes = lines.bytes();
    boolean isNegative = bytes[from] == '-';
    int value = 0;
    for (int i = isNegative ? from + 1 : from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return NO_DIGITS;
      }
      value = value * 10 + digit;
    }
    return isNegative && to - from == 1 ? NO_DIGITS : isNegative ? -value : value;
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
