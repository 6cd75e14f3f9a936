package org.konbit.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {
  private static final int APPLICATION_CONNECTIONS = 20;
  private static final int OWNER_CONNECTIONS = 2;

  @Bean(destroyMethod = "close")
  Server server(DatabaseSettings settings) {
    return settings.isExternal() ? ExternalServer.of(settings.database()) : embedded(settings);
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
  DataSource dataSource(Server server, @Qualifier("ownerDataSource") DataSource ownerDataSource) {
    var pool = pool("application", server.application(), APPLICATION_CONNECTIONS);
    Walls.mustHold(pool);
    // Here, so that whoever can read at all reads tables that are up to date.
    Migrations.run(ownerDataSource, Walls.role(pool));
    return pool;
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new WalledTransactions(dataSource);
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
