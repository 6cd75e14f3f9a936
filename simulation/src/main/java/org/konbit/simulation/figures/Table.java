package org.konbit.simulation.figures;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small comma-separated table with a header; lines that begin with # are remarks. */
public final class Table {
  private static final String SHIPPED = "org/konbit/simulation/figures/";

  private Table() {}

  /** One line of a table. */
  public record Row(String table, int line, Map<String, String> cells) {
    /** The cell's text, empty where nothing is written. */
    public String text(String column) {
      var cell = cells.get(column);
      if (cell == null) {
        throw new FigureProblem("%s: there is no column (%s).".formatted(table, column));
      }
      return cell;
    }

    /** The cell as a whole number. */
    public int number(String column) {
      try {
        return Integer.parseInt(text(column));
      } catch (NumberFormatException e) {
        throw new FigureProblem(wrong(column, "whole number"), e);
      }
    }

    /** The cell as a number. */
    public double decimal(String column) {
      try {
        double value = Double.parseDouble(text(column));
        if (Double.isFinite(value)) {
          return value;
        }
      } catch (NumberFormatException e) {
        throw new FigureProblem(wrong(column, "number"), e);
      }
      throw new FigureProblem(wrong(column, "number"));
    }

    /** The cell as a date. */
    public LocalDate date(String column) {
      try {
        return LocalDate.parse(text(column));
      } catch (DateTimeParseException e) {
        throw new FigureProblem(wrong(column, "date, such as 2026-10-01"), e);
      }
    }

    private String wrong(String column, String what) {
      return "%s:%d: (%s) in the column %s is no %s."
          .formatted(table, line, text(column), column, what);
    }
  }

  /** A table that comes with Konbit. */
  static List<Row> shipped(String name) {
    var found = Table.class.getClassLoader().getResourceAsStream(SHIPPED + name);
    if (found == null) {
      throw new IllegalStateException("(%s) is not on the class path.".formatted(name));
    }
    try (var reader = new InputStreamReader(found, StandardCharsets.UTF_8)) {
      return read(name, reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Row> read(Path file) {
    try (var reader = Files.newBufferedReader(file)) {
      return read(String.valueOf(file.getFileName()), reader);
    } catch (IOException e) {
      throw new FigureProblem("The table (%s) cannot be read.".formatted(file), e);
    }
  }

  private static List<Row> read(String name, Reader from) throws IOException {
    var rows = new ArrayList<Row>();
    var lines = new BufferedReader(from);
    var header = List.<String>of();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      var cells = cells(line);
      if (header.isEmpty()) {
        header = cells;
        continue;
      }
      if (cells.size() != header.size()) {
        throw new FigureProblem(
            "%s:%d: the line has (%d) cells, the header (%d).\nPut a cell with a comma into quotation marks."
                .formatted(name, number, cells.size(), header.size()));
      }
      var byName = new HashMap<String, String>();
      for (int i = 0; i < cells.size(); i++) {
        byName.put(header.get(i), cells.get(i));
      }
      rows.add(new Row(name, number, byName));
    }
    return rows;
  }

  /** The cells of one line; a cell in quotation marks may hold commas, and a mark written twice. */
  public static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        boolean isTwice = isQuoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        if (isTwice) {
          cell.append('"');
          i++;
        } else {
          isQuoted = !isQuoted;
        }
      } else if (c == ',' && !isQuoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString().strip());
    return cells;
  }
}
