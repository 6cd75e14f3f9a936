package org.konbit.simulation.microdata.pums;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The rows of a Parquet file with the survey's column names, read by DuckDB. */
final class ParquetRows implements Rows {
  private final String file;
  private final Connection connection;
  private final Statement statement;
  private final ResultSet rows;
  private final Map<String, Integer> columns = new HashMap<>();
  private long line = 1;

  ParquetRows(Path path) {
    file = String.valueOf(path.getFileName());
    try {
      connection = DriverManager.getConnection("jdbc:duckdb:");
      statement = connection.createStatement();
      // A file's name cannot be a parameter of a table function; a quotation mark is doubled.
      var name = path.toString().replace("'", "''");
      rows =
          statement.executeQuery(
              "SELECT COLUMNS(*)::VARCHAR FROM read_parquet('%s')".formatted(name));
      var about = rows.getMetaData();
      for (int i = 1; i <= about.getColumnCount(); i++) {
        columns.put(about.getColumnLabel(i).toUpperCase(Locale.ROOT), i);
      }
    } catch (SQLException e) {
      throw new ImportProblem(
          "The file (%s) cannot be read as Parquet.\nCheck that it is complete.".formatted(file),
          e);
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
      return rows.next();
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
    return "";
  }

  @Override
  public String cell(int place) {
    try {
      var text = rows.getString(place);
      return text == null ? "" : text;
    } catch (SQLException e) {
      throw new ImportProblem("The file (%s) breaks off.".formatted(file), e);
    }
  }

  @Override
  public int digits(int place) {
    return NO_DIGITS;
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
