package org.konbit.simulation.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A run's figures as a Parquet file, by DuckDB. */
public final class Parquet {
  private Parquet() {}

  /** Writes the lines of {@link CsvText} with their types. */
  public static void write(List<Run> runs, Path file) throws IOException {
    var lines = Files.createTempFile(file.toAbsolutePath().getParent(), "konbit", ".csv");
    try {
      Files.writeString(lines, CsvText.of(runs));
      try (var connection = DriverManager.getConnection("jdbc:duckdb:");
          var statement = connection.createStatement()) {
        // A file's name cannot be a parameter here; a quotation mark is doubled.
        statement.execute(
            "COPY (SELECT * FROM read_csv('%s')) TO '%s' (FORMAT parquet)"
                .formatted(quoted(lines), quoted(file)));
      }
    } catch (SQLException e) {
      throw new IOException("The Parquet file could not be written.", e);
    } finally {
      Files.deleteIfExists(lines);
    }
  }

  private static String quoted(Path file) {
    return file.toAbsolutePath().toString().replace("'", "''");
  }
}
