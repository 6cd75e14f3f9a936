package org.konbit.vault.backup;

import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.konbit.vault.InstallationKey;
import org.konbit.vault.backup.Relations.Table;
import org.konbit.vault.key.DestructionLog;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Writes every table as it stands at one moment, while others go on writing. Only rows are written:
 * what tables there are is told by the versions of the migrations.
 */
@Component
@Profile("operation")
@Lazy
public class Backup {
  /** What was written. */
  public record Written(int tables, long rows) {}

  private final DataSource source;
  private final InstallationKey key;
  private final DestructionLog destructions;

  Backup(
      @Qualifier("backupDataSource") DataSource source,
      InstallationKey key,
      DestructionLog destructions) {
    this.source = source;
    this.key = key;
    this.destructions = destructions;
  }

  /** Writes a whole backup to the stream and leaves it open. */
  public Written write(OutputStream file) throws IOException, SQLException {
    try (var connection = source.getConnection()) {
      connection.setAutoCommit(false);
      // One transaction that never changes its view: one moment for all tables.
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      try {
        return write(connection, BackupFile.write(new Unclosed(file), key));
      } finally {
        connection.rollback();
      }
    }
  }

  private Written write(Connection connection, DataOutputStream out)
      throws IOException, SQLException {
    var relations =
        new Relations(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
    var versions = relations.versions();
    out.writeInt(versions.size());
    for (var version : versions) {
      out.writeUTF(version.module());
      out.writeUTF(version.version());
    }
    var destroyed = destructions.organisations();
    out.writeInt(destroyed.size());
    for (UUID organisation : destroyed) {
      out.writeUTF(organisation.toString());
    }
    var tables = relations.tables();
    out.writeInt(tables.size());
    long rows = 0;
    for (Table table : tables) {
      rows += copy(connection, table, out);
    }
    var sequences = relations.sequences();
    out.writeInt(sequences.size());
    for (var sequence : sequences) {
      out.writeUTF(sequence.name());
      out.writeLong(sequence.lastValue());
    }
    out.writeLong(rows);
    out.close();
    return new Written(tables.size(), rows);
  }

  private static long copy(Connection connection, Table table, DataOutputStream out)
      throws IOException, SQLException {
    byte[] columns = table.columns().getBytes(StandardCharsets.UTF_8);
    out.writeUTF(table.name());
    out.writeInt(columns.length);
    out.write(columns);
    var copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "COPY public.%s (%s) TO STDOUT (FORMAT binary)"
                    .formatted(table.name(), table.columns()));
    try {
      for (byte[] some = copy.readFromCopy(); some != null; some = copy.readFromCopy()) {
        out.writeInt(some.length);
        out.write(some);
      }
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
    out.writeInt(0);
    out.writeLong(copy.getHandledRowCount());
    return copy.getHandledRowCount();
  }

  /** The caller's file, which stays open when the backup in it is complete. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream file) {
      super(file);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
