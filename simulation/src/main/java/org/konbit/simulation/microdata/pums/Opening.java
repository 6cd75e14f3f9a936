package org.konbit.simulation.microdata.pums;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Opens files as they are downloaded: CSV, plain, zipped or gzipped, or Parquet. */
final class Opening {
  private static final int MAGIC = 4;

  private Opening() {}

  /**
   * Gives every table in the file to the reader, one after another. What kind of file it is its
   * first bytes say, whatever its name.
   */
  static void each(Path path, Consumer<Rows> reader) {
    var name = String.valueOf(path.getFileName());
    if (!Files.isRegularFile(path)) {
      throw new ImportProblem(
          "There is no file (%s).\nCheck the path given to --people.".formatted(path));
    }
    try (var in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      in.mark(MAGIC);
      var first = new String(in.readNBytes(MAGIC), StandardCharsets.ISO_8859_1);
      in.reset();
      if (first.equals("PAR1")) {
        try (var rows = new ParquetRows(path)) {
          reader.accept(rows);
        }
      } else if (first.startsWith("PK")) {
        zipped(path, in, reader);
      } else if (first.startsWith("\u001f\u008b")) {
        read(name, new GZIPInputStream(in, 1 << 16), reader);
      } else {
        read(name, in, reader);
      }
    } catch (IOException e) {
      throw new ImportProblem(
          "The file (%s) cannot be read.\nCheck that the download is complete.".formatted(path), e);
    }
  }

  private static void zipped(Path path, InputStream in, Consumer<Rows> reader) throws IOException {
    boolean isEmpty = true;
    var zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      var inside = entry.getName();
      if (inside.toLowerCase(Locale.ROOT).endsWith(".csv")) {
        isEmpty = false;
        reader.accept(
            new CsvRows(path.getFileName() + "!" + inside, new BufferedInputStream(zip, 1 << 16)));
      }
    }
    if (isEmpty) {
      throw new ImportProblem("The archive (%s) holds no .csv file.".formatted(path));
    }
  }

  private static void read(String name, InputStream in, Consumer<Rows> reader) {
    try (var rows = new CsvRows(name, in)) {
      reader.accept(rows);
    }
  }
}
