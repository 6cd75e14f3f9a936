package org.konbit.vault.backup;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.konbit.vault.InstallationKey;
import org.konbit.vault.OperationRefused;
import org.konbit.vault.backup.Relations.Table;
import org.konbit.vault.backup.Relations.Version;
import org.konbit.vault.key.DestructionLog;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Puts a backup into an installation that holds nothing yet, in one transaction: all of it or
 * nothing. Keys that were destroyed since are destroyed again before anybody can see them.
 */
@Component
@Profile("operation")
@Lazy
public class Restore {
  /** What was restored. */
  public record Restored(int tables, long rows, int destroyed) {}

  /** What an installation has of itself before anybody has used it. */
  private static final Set<String> OF_ITSELF =
      Set.of(
          "installation",
          "scheduled_tasks",
          // The first content, which every installation takes in when it starts.
          "content_item",
          "content_revision",
          "content_change");

  private final DataSource source;
  private final InstallationKey key;
  private final DestructionLog destructions;

  Restore(
      @Qualifier("backupDataSource") DataSource source,
      InstallationKey key,
      DestructionLog destructions) {
    this.source = source;
    this.key = key;
    this.destructions = destructions;
  }

  /**
   * The versions a backup's tables were of, as migrations take them: {@code module=version} by
   * commas.
   *
   * @throws OperationRefused if it is no backup, or of another installation
   */
  static String versions(InputStream file, InstallationKey key) throws IOException {
    try (var in = BackupFile.read(file, key)) {
      var versions = new ArrayList<String>();
      for (var version : readVersions(in)) {
        versions.add(version.module() + "=" + version.version());
      }
      return String.join(",", versions);
    } catch (IOException e) {
      throw BackupFile.unreadable(e);
    }
  }

  /**
   * Restores.
   *
   * @throws OperationRefused if the installation is in use, or the backup is not whole
   */
  public Restored read(InputStream file) throws SQLException {
    try (var connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var restored = read(connection, BackupFile.read(file, key));
        connection.commit();
        return restored;
      } catch (IOException e) {
        throw BackupFile.unreadable(e);
      } finally {
        connection.rollback(); // nothing, after a commit
      }
    }
  }

  private Restored read(Connection connection, DataInputStream in)
      throws IOException, SQLException {
    var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    var relations = new Relations(jdbc);
    var tables = relations.tables();
    mustBeEmpty(relations, tables);
    mustBeOf(readVersions(in), relations.versions());
    var destroyed = new LinkedHashSet<>(destructions.organisations());
    int known = destroyed.size();
    destroyed.addAll(readIds(in));
    if (in.readInt() != tables.size()) {
      throw new IOException("The backup has other tables.");
    }
    // Neither triggers nor foreign keys: the rows were whole together when they were written.
    jdbc.sql("SET LOCAL session_replication_role = replica").update();
    jdbc.sql("TRUNCATE " + String.join(", ", tables.stream().map(Table::name).toList())).update();
    long rows = 0;
    for (Table table : tables) {
      rows += copy(connection, table, in);
    }
    int sequences = in.readInt();
    for (int i = 0; i < sequences; i++) {
      jdbc.sql("SELECT setval(:name::regclass, :value)")
          .param("name", in.readUTF())
          .param("value", in.readLong())
          .query()
          .singleRow();
    }
    if (in.readLong() != rows || in.read() >= 0) {
      throw new IOException("The backup's rows are not as many as it says.");
    }
    destroyed.forEach(organisation -> forget(jdbc, organisation));
    destroyed.stream().skip(known).forEach(destructions::add);
    return new Restored(tables.size(), rows, destroyed.size());
  }

  private static void forget(JdbcClient jdbc, UUID organisation) {
    jdbc.sql("DELETE FROM organisation_key WHERE organisation_id = :id")
        .param("id", organisation)
        .update();
    jdbc.sql("UPDATE key_ring SET state = 'DESTROYED' WHERE organisation_id = :id")
        .param("id", organisation)
        .update();
  }

  private static void mustBeEmpty(Relations relations, List<Table> tables) {
    for (Table table : tables) {
      if (!OF_ITSELF.contains(table.name()) && !relations.isEmpty(table)) {
        throw new OperationRefused(
            "This installation holds data already (in the table %s), and a restore would replace them.\n"
                    .formatted(table.name())
                + "Name an empty data folder with KONBIT_DATA, or an empty database.");
      }
    }
  }

  private static void mustBeOf(List<Version> backup, List<Version> here) {
    if (!backup.equals(here)) {
      throw new OperationRefused(
          "The backup's tables are of other versions (%s) than these (%s).\n"
                  .formatted(backup, here)
              + "Restore with the version of Konbit that made it, then upgrade.");
    }
  }

  private static List<Version> readVersions(DataInputStream in) throws IOException {
    int count = in.readInt();
    var versions = new ArrayList<Version>();
    for (int i = 0; i < count; i++) {
      versions.add(new Version(in.readUTF(), in.readUTF()));
    }
    return versions;
  }

  private static List<UUID> readIds(DataInputStream in) throws IOException {
    int count = in.readInt();
    var ids = new ArrayList<UUID>();
    for (int i = 0; i < count; i++) {
      ids.add(UUID.fromString(in.readUTF()));
    }
    return ids;
  }

  private static long copy(Connection connection, Table table, DataInputStream in)
      throws IOException, SQLException {
    String name = in.readUTF();
    var columns = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    if (!name.equals(table.name()) || !columns.equals(table.columns())) {
      throw new IOException("The backup has another table than (%s).".formatted(table.name()));
    }
    var copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY public.%s (%s) FROM STDIN (FORMAT binary)".formatted(name, columns));
    try {
      for (int length = in.readInt(); length > 0; length = in.readInt()) {
        copy.writeToCopy(in.readNBytes(length), 0, length);
      }
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
    if (in.readLong() != copy.getHandledRowCount()) {
      throw new IOException("Rows of (%s) are missing.".formatted(name));
    }
    return copy.getHandledRowCount();
  }
}
