package org.konbit.vault.seal;

import static java.util.stream.Collectors.joining;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.konbit.vault.SealedColumn;
import org.konbit.vault.key.VersionedAead;
import org.konbit.vault.seal.SealedTables.SealedTable;

/**
 * The statements that bring one table of one organisation under its newest key, some rows at a
 * time.
 */
final class Reseal {
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final int ROWS = 2_000;

  private final SealedTable table;
  private final Ring ring;
  private final byte[] version;
  private UUID after = BEFORE_ALL;

  Reseal(SealedTable table, Ring ring) {
    this.table = table;
    this.ring = ring;
    this.version = ByteBuffer.allocate(Integer.BYTES).putInt(ring.version()).array();
  }

  private String isOlder() {
    return table.columns().stream()
        .map(column -> "substring(%s FROM 2 FOR 4) <> ?".formatted(column.column()))
        .collect(joining(" OR ", "(", ")"));
  }

  private String names() {
    return table.columns().stream().map(SealedColumn::column).collect(joining(", "));
  }

  private String select() {
    // Rows that somebody is writing are passed over, so that the two never wait for each other
    // crosswise; a later round finds them.
    return "SELECT id, %s FROM %s WHERE id > ? AND %s ORDER BY id LIMIT %d FOR NO KEY UPDATE SKIP LOCKED"
        .formatted(names(), table.name(), isOlder(), ROWS);
  }

  private String update() {
    var assignments =
        table.columns().stream()
            .map(column -> "%1$s = fresh.%1$s".formatted(column.column()))
            .collect(joining(", "));
    return "UPDATE %s AS t SET %s FROM unnest(?::uuid[]%s) AS fresh (id, %s) WHERE t.id = fresh.id"
        .formatted(
            table.name(), assignments, ", ?::bytea[]".repeat(table.columns().size()), names());
  }

  /** Whether any row is still under an older key. */
  boolean isLeft(Connection connection) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "SELECT EXISTS (SELECT FROM %s WHERE %s)".formatted(table.name(), isOlder()))) {
      setVersions(query, 1);
      try (var found = query.executeQuery()) {
        return found.next() && found.getBoolean(1);
      }
    }
  }

  /** Seals the next rows anew and returns how many; none when the round is over. */
  int next(Connection connection) throws SQLException {
    var ids = new ArrayList<UUID>();
    var values = new ArrayList<List<byte[]>>();
    table.columns().forEach(_ -> values.add(new ArrayList<>()));
    try (var query = connection.prepareStatement(select())) {
      query.setObject(1, after);
      setVersions(query, 2);
      try (var rows = query.executeQuery()) {
        while (rows.next()) {
          var id = rows.getObject("id", UUID.class);
          ids.add(id);
          for (int i = 0; i < values.size(); i++) {
            values.get(i).add(fresh(rows, table.columns().get(i), id));
          }
        }
      }
    }
    if (ids.isEmpty()) {
      after = BEFORE_ALL;
      return 0;
    }
    store(connection, ids, values);
    after = ids.getLast();
    return ids.size();
  }

  private byte[] fresh(ResultSet row, SealedColumn column, UUID id) throws SQLException {
    byte[] sealed = row.getBytes(column.column());
    return sealed == null || VersionedAead.versionOf(sealed) == ring.version()
        ? sealed
        : KeyedFields.seal(ring, column, id, KeyedFields.open(ring, column, id, sealed));
  }

  private void store(Connection connection, List<UUID> ids, List<List<byte[]>> values)
      throws SQLException {
    try (var update = connection.prepareStatement(update())) {
      update.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      for (int i = 0; i < values.size(); i++) {
        var column = values.get(i).toArray(byte[][]::new);
        update.setArray(i + 2, connection.createArrayOf("bytea", column));
      }
      if (update.executeUpdate() != ids.size()) {
        throw new IllegalStateException(
            "Of (%s), rows that were locked have gone.".formatted(table.name()));
      }
    }
  }

  private void setVersions(PreparedStatement statement, int from) throws SQLException {
    for (int i = 0; i < table.columns().size(); i++) {
      statement.setBytes(from + i, version);
    }
  }
}
