package org.konbit.directory.incoming;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.konbit.directory.exchange.Csv;
import org.konbit.directory.exchange.Standard;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The standard's tabular package: its tables are read parents first, so that each row is set aside
 * with the organisation it belongs to. In memory are the ids of the rows, not the rows.
 */
final class TableFile {
  private static final int MOST_FILES = 500;
  private static final long LARGEST_UNPACKED = 2L << 30;
  private static final long LARGEST_UNSUSPECTED = 32L << 20;
  private static final int LIKELY_RATIO = 200;
  private static final int LONGEST_ROW = 1_000_000;
  private static final List<String> FIRST =
      List.of(
          "organization",
          "service",
          "service_at_location",
          "program",
          "location",
          "contact",
          "phone");
  private static final Set<String> LAST = Set.of("attribute", "metadata");
  private static final Set<String> SHARED = Set.of("taxonomy", "taxonomy_term", "unit");

  private final JsonMapper json;
  private final Spill spill;
  private final Shared shared;
  private final Map<UUID, Set<Integer>> parts = new HashMap<>();
  private final List<Set<Integer>> single =
      java.util.stream.IntStream.range(0, Spill.PARTS).mapToObj(Set::of).toList();
  private long unpacked;

  TableFile(JsonMapper json, Spill spill, Shared shared) {
    this.json = json;
    this.spill = spill;
    this.shared = shared;
  }

  void read(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      var tables = tables(zip);
      for (var kind : inOrder()) {
        var table = tables.get(kind.file());
        if (table != null) {
          read(zip, table, kind);
        }
      }
    } catch (ZipException | CSVException | IllegalArgumentException e) {
      throw new Unreadable(Unreadable.Reason.BROKEN, e);
    }
  }

  /** The tables by name, in whatever folder of the package they are. */
  private static Map<String, ZipEntry> tables(ZipFile zip) {
    if (zip.size() > MOST_FILES) {
      throw new Unreadable(Unreadable.Reason.BOMB);
    }
    var tables = new HashMap<String, ZipEntry>();
    zip.stream()
        .filter(each -> !each.isDirectory() && !each.getName().contains("__MACOSX"))
        .forEach(each ->
            tables.putIfAbsent(
                each.getName().substring(each.getName().lastIndexOf('/') + 1), each));
    if (Standard.kinds().stream().noneMatch(kind -> tables.containsKey(kind.file()))) {
      throw new Unreadable(Unreadable.Reason.TABLES);
    }
    return tables;
  }

  private static List<Standard.Kind> inOrder() {
    return Standard.kinds().stream()
        .sorted(java.util.Comparator.comparingInt(TableFile::rank))
        .toList();
  }

  private static int rank(Standard.Kind kind) {
    int first = FIRST.indexOf(kind.name());
    return SHARED.contains(kind.name())
        ? -1
        : first >= 0 ? first : LAST.contains(kind.name()) ? 100 : 50;
  }

  private void read(ZipFile zip, ZipEntry table, Standard.Kind kind) throws IOException {
    try (InputStream in = new Counted(zip.getInputStream(table), table.getCompressedSize());
        Reader text = MixedText.of(new java.io.BufferedInputStream(in), LONGEST_ROW);
        CSVParser rows = format().parse(text)) {
      for (CSVRecord row : rows) {
        MixedText.begin(text);
        row(kind, object(row), kind.file() + ":" + (row.getRecordNumber() + 1));
      }
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static CSVFormat format() {
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .setAllowMissingColumnNames(true)
        .setIgnoreEmptyLines(true)
        .setTrailingData(true)
        .setLenientEof(true)
        .get();
  }

  private ObjectNode object(CSVRecord row) {
    var object = json.createObjectNode();
    row.toMap()
        .forEach((column, cell) -> {
          if (!column.isBlank() && cell != null && !cell.isBlank()) {
            object.put(column.strip(), Csv.plain(cell));
          }
        });
    return object;
  }

  private void row(Standard.Kind kind, ObjectNode row, String place) throws IOException {
    String id = Spill.text(row, "id");
    if (SHARED.contains(kind.name())) {
      shared.add(kind, row);
      return;
    }
    var into = into(kind, row);
    if (into.isEmpty() && shared.attach(kind, row)) {
      return;
    }
    if (into.isEmpty()) {
      into = single.get(0); // told there that what it hangs from is not in the file
    }
    if (Spill.isId(id)) {
      parts.merge(uuid(id), into, TableFile::both);
    }
    switch (kind.name()) {
      case "service" -> refers(row, "program_id", into);
      case "service_at_location" -> refers(row, "location_id", into);
      default -> {}
    }
    for (int part : into) {
      spill.add(part, kind.name(), place, row.deepCopy());
    }
  }

  /** What is named before its own table is read goes to whoever names it. */
  private void refers(ObjectNode row, String field, Set<Integer> into) {
    String id = Spill.text(row, field);
    if (Spill.isId(id)) {
      parts.merge(uuid(id), into, TableFile::both);
    }
  }

  private Set<Integer> into(Standard.Kind kind, ObjectNode row) {
    if (kind.name().equals("organization")) {
      return single.get(Spill.partOf(Spill.text(row, "id")));
    }
    if (kind.name().equals("service")) {
      return single.get(Spill.partOf(Spill.text(row, "organization_id")));
    }
    if (List.of("location", "program").contains(kind.name())) {
      return both(partsOf(Spill.text(row, "id")), partsOf(Spill.text(row, "organization_id")));
    }
    // What it hangs from, and nothing else that it names: the rest of that may stand elsewhere.
    return Gathered.PARENTS.stream()
        .filter(parent -> canHang(parent, kind))
        .map(parent -> partsOf(Spill.text(row, parent)))
        .filter(parts -> !parts.isEmpty())
        .findFirst()
        .orElse(Set.of());
  }

  private static boolean canHang(String reference, Standard.Kind kind) {
    return List.of("link_id", "resource_id").contains(reference)
        || Gathered.canHang(
            Standard.kind(reference.substring(0, reference.length() - "_id".length())), kind);
  }

  private Set<Integer> partsOf(String id) {
    return Spill.isId(id) ? parts.getOrDefault(uuid(id), Set.of()) : Set.of();
  }

  private static UUID uuid(String id) {
    return UUID.fromString(id);
  }

  private static Set<Integer> both(Set<Integer> one, Set<Integer> other) {
    if (one.containsAll(other)) {
      return one;
    }
    var both = new TreeSet<>(one);
    both.addAll(other);
    return both;
  }

  /** Stops where a file unpacks to what no table does. */
  private final class Counted extends FilterInputStream {
    private final long packed;
    private long count;

    Counted(InputStream in, long packed) {
      super(in);
      this.packed = Math.max(packed, 1);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      counted(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      counted(Math.max(read, 0));
      return read;
    }

    private void counted(int some) {
      count += some;
      unpacked += some;
      if (unpacked > LARGEST_UNPACKED
          || (count > LARGEST_UNSUSPECTED && count / packed > LIKELY_RATIO)) {
        throw new Unreadable(Unreadable.Reason.BOMB);
      }
    }
  }
}
