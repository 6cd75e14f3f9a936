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
import java.util.Set;

/**
 * The rows of a Parquet file with the survey's column names, read by DuckDB. It gives each row as
 * one text: a call for every cell costs more than reading the same cells from a line.
 */
final class ParquetRows implements Rows {
  // What separates units of a text; no cell of a survey holds it, and one that does is a row of
  // too many cells.
  private static final char BETWEEN = 31;
  private static final Set<String> FRACTIONS = Set.of("FLOAT", "DOUBLE");

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
      var cells = cells(table);
      split = new Split(columns.size(), BETWEEN, StandardCharsets.UTF_8);
      rows =
          statement.executeQuery(
              "SELECT %s FROM %s"
                  .formatted(
                      String.join(" || chr(%d) || ".formatted((int) BETWEEN), cells), table));
    } catch (SQLException e) {
      throw new ImportProblem(
          "The file (%s) cannot be read as Parquet.\nCheck that it is complete.".formatted(file),
          e);
    }
  }

  /** How each column is written as text, in order. */
  private List<String> cells(String table) throws SQLException {
    try (var none = statement.executeQuery("SELECT * FROM %s LIMIT 0".formatted(table))) {
      var about = none.getMetaData();
      var cells = new ArrayList<String>();
      for (int i = 1; i <= about.getColumnCount(); i++) {
        var name = about.getColumnLabel(i);
        columns.put(name.toUpperCase(Locale.ROOT), i - 1);
        cells.add(cell(name.replace("\"", "\"\""), about.getColumnTypeName(i)));
      }
      return cells;
    }
  }

  // Tools that know no empty whole number keep a column with empty cells as fractions: 43.0 is 43.
  private static String cell(String name, String type) {
    return FRACTIONS.contains(type)
        ? """
        coalesce(CASE WHEN isnan("%1$s") THEN ''
                      WHEN "%1$s" = trunc("%1$s") THEN TRY_CAST("%1$s" AS BIGINT)::VARCHAR END,
                 "%1$s"::VARCHAR, '')\
        """
            .formatted(name)
        : "coalesce(\"%s\"::VARCHAR, '')".formatted(name);
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
