package org.konbit.database;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
  private static final int APPLICATION_CONNECTIONS = 20;
  private static final int OWNER_CONNECTIONS = 2;

  // Three of five: what one organisation does at once, whatever it is, leaves eight to the others.
  private static final int CONNECTIONS_OF_ONE = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  // No page takes as long. What hangs gives its connection back. Said when signing in, so that no
  // RESET takes it away again.
  private static final String NOTHING_FOR_EVER =
      "-c statement_timeout=60s -c idle_in_transaction_session_timeout=60s";

  /** The profile of a verb that works on the data and serves no pages. */
  private static final String OPERATION = "operation";

  @Bean(destroyMethod = "close")
  Server server(DatabaseSettings settings, Environment environment) {
    if (settings.isExternal()) {
      return ExternalServer.of(settings.database());
    }
    return environment.matchesProfiles(OPERATION) && DataFolder.isInUse(settings.data())
        ? RunningServer.of(settings.data())
        : embedded(settings);
  }

  private static Server embedded(DatabaseSettings settings) {
    var server = EmbeddedServer.start(settings.data(), settings.database().programsVersion());
    try {
      Roles.establish(server);
    } catch (DatabaseUnavailable e) {
      server.close();
      throw e;
    }
    return server;
  }

  @Bean(destroyMethod = "close")
  @Primary
  DataSource dataSource(
      Server server,
      @Qualifier("ownerDataSource") DataSource ownerDataSource,
      DatabaseSettings settings,
      Environment environment) {
    var pool = pool("application", server.application(), APPLICATION_CONNECTIONS);
    if (!environment.matchesProfiles(OPERATION)) {
      pool.addDataSourceProperty("options", NOTHING_FOR_EVER);
    }
    Walls.mustHold(pool);
    if (!(server instanceof RunningServer)) { // whoever runs it has done so
      // Here, so that whoever can read at all reads tables that are up to date.
      Migrations.run(ownerDataSource, Walls.role(pool), settings.database().upTo());
    }
    return pool;
  }

  /** Passes every wall: for backup and restore, which no server of pages can reach. */
  @Bean(destroyMethod = "close", defaultCandidate = false)
  @Profile(OPERATION)
  @Lazy
  DataSource backupDataSource(Server server) {
    return pool("backup", server.backup(), 1);
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new WalledTransactions(dataSource, new FairShare(CONNECTIONS_OF_ONE, PATIENCE));
  }

  /** For migrations alone: {@code defaultCandidate = false} keeps it out of every other hand. */
  @Bean(destroyMethod = "close", defaultCandidate = false)
  DataSource ownerDataSource(Server server) {
    return pool("owner", server.owner(), OWNER_CONNECTIONS);
  }

  private static HikariDataSource pool(String name, Server.Login login, int connections) {
    var pool = new HikariDataSource();
    pool.setPoolName(name);
    pool.setJdbcUrl(login.url());
    login.properties().forEach(pool::addDataSourceProperty);
    pool.setMaximumPoolSize(connections);
    pool.setMinimumIdle(1);
    // The DETAIL of a failed constraint quotes the row.
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    return pool;
  }
}
