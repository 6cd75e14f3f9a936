package org.konbit.simulation.microdata.pums;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The rows of a Parquet file with the survey's column names, read by DuckDB. It gives each row as
 * one text: a call for every cell costs more than reading the same cells from a line.
 */
final class ParquetRows implements Rows {
  // What separates units of a text; no cell of a survey holds it, and one that does is a row of
  // too many cells.
  private static final char BETWEEN = 31;

  private final String file;
  private final Connection connection;
  private final Statement statement;
  private final ResultSet rows;
  private final Map<String, Integer> columns = new HashMap<>();
  private final Split split;
  private long line = 1;

  ParquetRows(Path path) {
    file = String.valueOf(path.getFileName());
    var asTheyCome = new Properties();
    asTheyCome.setProperty("jdbc_stream_results", "true");
    try {
      connection = DriverManager.getConnection("jdbc:duckdb:", asTheyCome);
      statement = connection.createStatement();
      // A file's name cannot be a parameter of a table function; a quotation mark is doubled.
      var table = "read_parquet('%s')".formatted(path.toString().replace("'", "''"));
      var names = names(table);
      for (int place = 0; place < names.size(); place++) {
        columns.put(names.get(place).toUpperCase(Locale.ROOT), place);
      }
      split = new Split(names.size(), BETWEEN, StandardCharsets.UTF_8);
      var cells =
          names.stream()
              .map(name -> "coalesce(\"%s\"::VARCHAR, '')".formatted(name.replace("\"", "\"\"")))
              .collect(Collectors.joining(" || chr(%d) || ".formatted((int) BETWEEN)));
      rows = statement.executeQuery("SELECT %s FROM %s".formatted(cells, table));
    } catch (SQLException e) {
      throw new ImportProblem(
          "The file (%s) cannot be read as Parquet.\nCheck that it is complete.".formatted(file),
          e);
    }
  }

  private List<String> names(String table) throws SQLException {
    try (var none = statement.executeQuery("SELECT * FROM %s LIMIT 0".formatted(table))) {
      var names = new ArrayList<String>();
      for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
        names.add(none.getMetaData().getColumnLabel(i));
      }
      return names;
    }
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
  public boolean next() {
    line++;
    try {
      boolean isThere = rows.next();
      if (isThere) {
        var row = rows.getString(1).getBytes(StandardCharsets.UTF_8);
        split.line(row, row.length);
      }
      return isThere;
    } catch (SQLException e) {
      throw new ImportProblem("The file (%s) breaks off.".formatted(file), e);
    }
  }

  @Override
  public long line() {
    return line;
  }

  @Override
  public String problem() {
    return split.found() == columns.size()
        ? ""
        : "the row has (%d) cells, the file (%d) columns.".formatted(split.found(), columns.size());
  }

  @Override
  public String cell(int place) {
    return split.cell(place);
  }

  @Override
  public int digits(int place) {
    return split.digits(place);
  }

  @Override
  public void close() {
    try {
      rows.close();
      statement.close();
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB could not be closed.", e);
    }
  }
}
