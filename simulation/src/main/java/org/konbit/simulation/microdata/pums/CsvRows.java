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
 * Comma-separated lines, kept as bytes. Survey files have no quotation marks; a line that has is
 * read slowly.
 */
final class CsvRows implements Rows {
  private static final int LONGEST = 100_000;

  private final String file;
  private final Lines lines;
  private final Map<String, Integer> columns = new HashMap<>();
  private final int width;
  private final Split split;
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
    split = new Split(width, ',', StandardCharsets.ISO_8859_1);
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
    if (hasQuotationMark()) {
      quoted = Table.cells(text(0, lines.length()));
      found = quoted.size();
    } else {
      split.line(lines.bytes(), lines.length());
      found = split.found();
    }
  }

  private boolean hasQuotationMark() {
    var bytes = lines.bytes();
    for (int i = 0; i < lines.length(); i++) {
      if (bytes[i] == '"') {
        return true;
      }
    }
    return false;
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
    return quoted.isEmpty() ? split.cell(place) : quoted.get(place);
  }

  @Override
  public int digits(int place) {
    return quoted.isEmpty() ? split.digits(place) : NO_DIGITS;
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
