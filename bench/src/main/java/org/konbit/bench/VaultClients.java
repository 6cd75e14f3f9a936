package org.konbit.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.konbit.database.Acting;
import org.konbit.vault.BlindIndexes;
import org.konbit.vault.NameTerms;
import org.konbit.vault.SealedColumn;
import org.konbit.vault.SealedFields;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Made-up clients of many organisations, as a module will keep them: behind the walls, three fields
 * sealed, found by a blind index. Beside them the same rows without walls, to compare with.
 */
final class VaultClients {
  static final SealedColumn NAME = new SealedColumn("bench_client", "name");
  static final SealedColumn PHONE = new SealedColumn("bench_client", "phone");
  static final SealedColumn BORN = new SealedColumn("bench_client", "born");
  static final BlindIndexes.Field NAMES = new BlindIndexes.Field("bench_client.name", 16);

  private static final String[] TABLES = {
    """
    CREATE TABLE bench_client (
      organisation_id uuid NOT NULL, id uuid NOT NULL, name sealed NOT NULL, phone sealed NOT NULL,
      born sealed NOT NULL, PRIMARY KEY (organisation_id, id))
    """,
    """
    CREATE TABLE bench_open (
      organisation_id uuid NOT NULL, id uuid NOT NULL, name bytea NOT NULL, phone bytea NOT NULL,
      born bytea NOT NULL, PRIMARY KEY (organisation_id, id))
    """,
    """
    CREATE TABLE bench_term (
      organisation_id uuid NOT NULL, number integer NOT NULL, client_id uuid NOT NULL,
      PRIMARY KEY (organisation_id, number, client_id))
    """,
    "CALL konbit_wall('bench_client')",
    "CALL konbit_wall('bench_term')",
    "GRANT SELECT, INSERT, UPDATE ON bench_client, bench_open, bench_term TO konbit_application"
  };

  private static final String[] SYLLABLES = {
    "ma", "ri", "lo", "pe", "na", "go", "ti", "ca", "no", "ver", "du", "el", "san", "mi", "kö", "ñu"
  };

  /** What of the application is measured. */
  @ComponentScan({"org.konbit.database", "org.konbit.vault"})
  @ImportAutoConfiguration({JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class})
  static class Wiring {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  private final SealedFields fields;
  private final BlindIndexes indexes;
  private final JdbcTemplate jdbc;
  private final JdbcTemplate owner;
  private final TransactionTemplate transaction;
  private final List<UUID> organisations = new ArrayList<>();
  private final Random random = new Random(42);

  VaultClients(ConfigurableApplicationContext context) {
    this.fields = context.getBean(SealedFields.class);
    this.indexes = context.getBean(BlindIndexes.class);
    this.jdbc = new JdbcTemplate(context.getBean(DataSource.class));
    this.owner = new JdbcTemplate(context.getBean("ownerDataSource", DataSource.class));
    this.transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
  }

  void fill(int howManyOrganisations, int clientsEach) {
    for (String table : TABLES) {
      owner.execute(table);
    }
    for (int i = 0; i < howManyOrganisations; i++) {
      var organisation = new UUID(random.nextLong(), random.nextLong());
      organisations.add(organisation);
      within(
          organisation, () -> jdbc.execute((Connection on) -> fill(on, organisation, clientsEach)));
    }
    owner.execute("ANALYZE");
  }

  private int fill(Connection connection, UUID organisation, int clients) throws SQLException {
    try (var client =
            connection.prepareStatement("INSERT INTO bench_client VALUES (?, ?, ?, ?, ?)");
        var open = connection.prepareStatement("INSERT INTO bench_open VALUES (?, ?, ?, ?, ?)");
        var term = connection.prepareStatement("INSERT INTO bench_term VALUES (?, ?, ?)")) {
      for (int i = 0; i < clients; i++) {
        var id = new UUID(random.nextLong(), random.nextLong());
        String name = anyName();
        byte[][] sealed = {
          fields.seal(NAME, id, name),
          fields.seal(PHONE, id, "+1617555%04d".formatted(random.nextInt(10_000))),
          fields.seal(BORN, id, "19%02d-05-03".formatted(random.nextInt(100)))
        };
        for (var statement : List.of(client, open)) {
          statement.setObject(1, organisation);
          statement.setObject(2, id);
          for (int field = 0; field < sealed.length; field++) {
            statement.setBytes(3 + field, sealed[field]);
          }
          statement.addBatch();
        }
        for (int number : indexes.toKeep(NAMES, NameTerms.toKeep(List.of(name)))) {
          term.setObject(1, organisation);
          term.setInt(2, number);
          term.setObject(3, id);
          term.addBatch();
        }
      }
      client.executeBatch();
      open.executeBatch();
      term.executeBatch();
    }
    return clients;
  }

  /** A given name and two surnames, out of a few thousand of each. */
  String anyName() {
    return word() + " " + word() + " " + word();
  }

  private String word() {
    var word = new StringBuilder();
    for (int i = 0; i < 3; i++) {
      word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
    }
    return word.toString();
  }

  UUID anyOrganisation() {
    return organisations.get(random.nextInt(organisations.size()));
  }

  <T> T within(UUID organisation, Supplier<T> work) {
    return new Acting.SystemActor(organisation, "bench", "bench")
        .call(() -> transaction.execute(_ -> work.get()));
  }

  JdbcTemplate jdbc() {
    return jdbc;
  }

  SealedFields fields() {
    return fields;
  }

  BlindIndexes indexes() {
    return indexes;
  }
}
