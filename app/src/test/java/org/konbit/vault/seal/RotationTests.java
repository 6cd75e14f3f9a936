package org.konbit.vault.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konbit.testing.KonbitTest;
import org.konbit.vault.InstallationKey;
import org.konbit.vault.KeyRefused;
import org.konbit.vault.key.KeyVersions;
import org.konbit.vault.key.VersionedAead;
import org.konbit.vault.testing.Clients;
import org.konbit.vault.testing.KilledTransactions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@KonbitTest
@Import(Clients.class)
class RotationTests {
  private record Column(
      String name, boolean hasId, boolean hasOrganisation, boolean isForced, boolean isUpdatable) {}

  private static final String SEALED_COLUMNS =
      """
      SELECT format('%s.%s', c.relname, a.attname) AS name,
             EXISTS (SELECT FROM pg_attribute i WHERE i.attrelid = c.oid AND i.attname = 'id'
                                                  AND i.atttypid = 'uuid'::regtype) AS has_id,
             EXISTS (SELECT FROM pg_attribute o WHERE o.attrelid = c.oid
                                                  AND o.attname = 'organisation_id'
                                                  AND o.attnotnull) AS has_organisation,
             c.relrowsecurity AND c.relforcerowsecurity AS is_forced,
             has_column_privilege('konbit_application', c.oid, a.attnum, 'UPDATE') AS is_updatable
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p')
       WHERE a.atttypid = 'sealed'::regtype
         AND NOT a.attisdropped
      """;

  @Autowired private Rotation rotation;
  @Autowired private RingRows rows;
  @Autowired private Rings rings;
  @Autowired private SealedTables tables;
  @Autowired private InstallationKey installation;
  @Autowired private KeyVersions versions;
  @Autowired private DataSource dataSource;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private Clients clients;

  @Autowired
  @Qualifier("ownerDataSource")
  private DataSource owner;

  private final UUID harbor = UUID.randomUUID();
  private final UUID valley = UUID.randomUUID();

  @BeforeEach
  void makeATable() {
    rotation.run(); // what another test left half done
    clients.create();
  }

  @AfterEach
  void dropIt() {
    clients.drop();
  }

  @Test
  void every_value_comes_under_a_new_key_and_reads_as_before() {
    var id = clients.add(harbor, "Ana", "+16175550100");
    clients.add(valley, 5);
    int before = installation.version();
    byte[] sealedBefore = clients.row(harbor, id).name();

    var report = rotation.run();

    assertThat(report.version()).isEqualTo(before + 1);
    assertThat(report.rows()).isEqualTo(6);
    assertThat(report.refused()).isEmpty();
    var row = clients.row(harbor, id);
    assertThat(VersionedAead.versionOf(row.name())).isEqualTo(2);
    assertThat(VersionedAead.versionOf(row.phone())).isEqualTo(2);
    assertThat(clients.names(harbor)).containsExactly("Ana");
    assertThat(clients.names(valley)).hasSize(5);
    assertThatThrownBy(() ->
            clients.within(
                harbor, () -> new KeyedFields(rings).open(Clients.NAME, id, sealedBefore)))
        .isInstanceOf(KeyRefused.class);
    assertThat(Clients.as(harbor).call(() -> wrappedUnder())).containsOnly(before + 1);
  }

  private java.util.List<Integer> wrappedUnder() {
    return clients.within(
        harbor,
        () ->
            rows.wrapped().stream()
                .map(key -> VersionedAead.versionOf(key.bytes().toByteArray()))
                .toList());
  }

  @Test
  void killed_at_any_moment_it_leaves_everything_readable_and_the_next_run_completes_it() {
    clients.add(harbor, 3);
    clients.add(valley, 3);
    int version = installation.version();
    int kills = 0;

    for (int moment = 1; !completes(moment); moment++) {
      kills++;
      assertThat(clients.names(harbor)).containsExactlyInAnyOrder("Name 0", "Name 1", "Name 2");
      assertThat(clients.names(valley)).containsExactlyInAnyOrder("Name 0", "Name 1", "Name 2");
    }

    assertThat(kills).isGreaterThan(8);
    assertThat(installation.version()).isGreaterThan(version);
    assertThat(rotation.run().refused()).isEmpty();
  }

  private boolean completes(int transactionsBeforeTheKill) {
    var killed = new KilledTransactions(transactions, transactionsBeforeTheKill);
    var attempt = new Rotation(rows, rings, tables, installation, versions, dataSource, killed);
    try {
      attempt.run();
      return true;
    } catch (KilledTransactions.Killed e) {
      return false;
    }
  }

  @Test
  void others_read_and_write_meanwhile() throws Exception {
    clients.add(harbor, 3_000);
    var isOver = new AtomicBoolean();
    Callable<Integer> write =
        () -> {
          int written = 0;
          while (!isOver.get()) {
            clients.add(harbor, "Written meanwhile", "");
            assertThat(clients.names(harbor)).hasSizeGreaterThan(3_000);
            written++;
          }
          return written;
        };

    int written = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writers =
          new ArrayList<>(java.util.List.of(threads.submit(write), threads.submit(write)));
      try {
        assertThat(rotation.run().refused()).isEmpty();
        assertThat(rotation.run().refused()).isEmpty();
      } finally {
        isOver.set(true);
      }
      for (var writer : writers) {
        written += writer.get();
      }
    }

    assertThat(written).isPositive();
    assertThat(clients.names(harbor)).hasSize(3_000 + written);
  }

  @Test
  void a_value_that_does_not_open_is_told_and_its_older_key_kept() {
    var id = clients.add(harbor, "Ana", "");
    var other = clients.add(harbor, "Luis", "");
    clients.add(valley, "Joy", "");
    byte[] moved = clients.row(harbor, id).name();
    clients.within(
        harbor,
        () ->
            JdbcClient.create(dataSource)
                .sql("UPDATE sample_client SET name = :name WHERE id = :id")
                .param("name", moved)
                .param("id", other)
                .update());

    var report = rotation.run();

    assertThat(report.refused()).singleElement().asString().contains(other.toString());
    assertThat(clients.names(valley)).containsExactly("Joy");
    assertThat(clients.within(harbor, () -> new KeyedFields(rings).open(Clients.NAME, id, moved)))
        .isEqualTo("Ana");
  }

  @Test
  void every_sealed_column_can_be_rotated() {
    assertThat(JdbcClient.create(owner).sql(SEALED_COLUMNS).query(Column.class).list())
        .isNotEmpty()
        .allMatch(Column::hasId)
        .allMatch(Column::hasOrganisation)
        .allMatch(Column::isForced)
        .allMatch(Column::isUpdatable);
  }
}
