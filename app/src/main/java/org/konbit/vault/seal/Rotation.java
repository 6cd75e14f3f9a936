package org.konbit.vault.seal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.konbit.database.Acting;
import org.konbit.vault.InstallationKey;
import org.konbit.vault.KeyRefused;
import org.konbit.vault.key.KeyVersions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Draws a new version of the installation's key and new keys for the organisations, and seals every
 * value anew, while others read and write. Killed at any moment, it leaves everything readable, and
 * the next run goes on where it stopped.
 */
@Component
public class Rotation {
  /**
   * What a run did.
   *
   * @param version the installation key's newest version
   * @param rows sealed anew
   * @param refused organisations with values that do not open; their older keys were kept
   */
  public record Report(int version, int organisations, long rows, List<String> refused) {}

  private final RingRows rows;
  private final Rings rings;
  private final SealedTables tables;
  private final InstallationKey installation;
  private final KeyVersions versions;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  Rotation(
      RingRows rows,
      Rings rings,
      SealedTables tables,
      InstallationKey installation,
      KeyVersions versions,
      DataSource dataSource,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.rings = rings;
    this.tables = tables;
    this.installation = installation;
    this.versions = versions;
    this.jdbc = new JdbcTemplate(dataSource);
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Rotates everything, or completes a rotation that was cut short. */
  public Report run() {
    var organisations = rows.organisations();
    if (organisations.stream().noneMatch(this::isUnfinished)) {
      versions.addVersion();
    }
    long sealed = 0;
    var refused = new ArrayList<String>();
    for (UUID organisation : organisations) {
      try {
        sealed += as(organisation).call(() -> rotate(organisation));
      } catch (KeyRefused e) {
        refused.add(String.valueOf(e.getMessage()));
      }
    }
    return new Report(installation.version(), organisations.size(), sealed, refused);
  }

  private boolean isUnfinished(UUID organisation) {
    return as(organisation)
        .call(() ->
            inTransaction(() ->
                rows.state()
                    .filter(each -> !each.state().equals("DESTROYED"))
                    .filter(each ->
                        each.rotatedTo() < installation.version() || hasOlder(each.version()))
                    .isPresent()));
  }

  private boolean hasOlder(int version) {
    return rows.wrapped().stream()
        .anyMatch(key -> key.kind() == RingRows.Kind.FIELD && key.version() < version);
  }

  private long rotate(UUID organisation) {
    var ring = inTransaction(() -> movedOn(organisation));
    rings.forget(organisation);
    if (ring.isEmpty()) {
      return 0;
    }
    long sealed = 0;
    for (var table : tables.all()) {
      sealed += reseal(new Reseal(table, ring.get()));
    }
    transaction.executeWithoutResult(_ -> rows.dropOlderThan(ring.get().version()));
    return sealed;
  }

  /**
   * Moves the ring on unless an earlier run did; from the transaction's end on, whoever seals uses
   * the new key. Nothing if there is nothing to seal anew.
   */
  private Optional<Ring> movedOn(UUID organisation) {
    rows.lockForChange(organisation);
    var state = rows.state().orElseThrow();
    if (state.state().equals("DESTROYED")) {
      return Optional.empty();
    }
    if (state.rotatedTo() < installation.version()) {
      rows.rewrap(organisation);
      rows.add(organisation, RingRows.Kind.FIELD, state.version() + 1);
      rows.moveOn(state.version() + 1, installation.version());
    }
    return rows.load(organisation).filter(ring -> hasOlder(ring.version()));
  }

  private long reseal(Reseal work) {
    long sealed = 0;
    while (inTransaction(() -> with(work::isLeft))) {
      int some = 1;
      while (some > 0) {
        some = inTransaction(() -> with(work::next));
        sealed += some;
      }
    }
    return sealed;
  }

  private interface Step<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T with(Step<T> step) {
    return Objects.requireNonNull(jdbc.execute((Connection connection) -> step.on(connection)));
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(_ -> work.get()));
  }

  private static Acting as(UUID organisation) {
    return new Acting.SystemActor(organisation, "keys", "rotation");
  }
}
