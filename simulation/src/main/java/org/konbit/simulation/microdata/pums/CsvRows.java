package org.konbit.simulation.microdata.pums;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.konbit.simulation.figures.Table;

/** Comma-separated lines. Survey files have no quotation marks; a line that has is read slowly. */
final class CsvRows implements Rows {
  private static final int LONGEST = 100_000;

  private final String file;
  private final BufferedReader lines;
  private final Map<String, Integer> columns = new HashMap<>();
  private final int width;
  private String[] cells = new String[0];
  private int found;
  private long line;

  CsvRows(String file, InputStream in) {
    this.file = file;
    this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    var header = read();
    if (header == null || header.isBlank()) {
      throw new ImportProblem(
          "The file (%s) is empty.\nDownload it again from the Census Bureau.".formatted(file));
    }
    cells = new String[header.length()];
    split(header.startsWith("\ufeff") ? header.substring(1) : header);
    width = found;
    for (int i = 0; i < width; i++) {
      columns.put(cells[i].toUpperCase(Locale.ROOT), i);
    }
    cells = new String[width + 1];
  }

  private @org.jspecify.annotations.Nullable String read() {
    try {
      line++;
      return lines.readLine();
    } catch (IOException e) {
      throw new ImportProblem(
          "The file (%s) breaks off in line (%d).\nDownload it again.".formatted(file, line), e);
    }
  }

  @Override
  public boolean next() {
    var text = read();
    while (text != null && text.isBlank()) {
      text = read();
    }
    if (text == null) {
      return false;
    }
    split(text.length() > LONGEST ? "" : text);
    return true;
  }

  private void split(String text) {
    found = 0;
    if (text.indexOf('"') >= 0) {
      Table.cells(text).forEach(this::add);
      return;
    }
    int from = 0;
    for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', from)) {
      add(text.substring(from, comma));
      from = comma + 1;
    }
    add(text.substring(from));
  }

  private void add(String cell) {
    if (found < cells.length) {
      cells[found] = cell.strip();
    }
    found++;
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
  public boolean isWhole() {
    return found == width;
  }

  @Override
  public String cell(int place) {
    return cells[place];
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
