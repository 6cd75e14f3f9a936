package org.konbit.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whoever has taken the database server: passes every wall and may change every row. */
@TestComponent
public class Superuser {
  private final DataSource source;
  private final Path data;

  Superuser(DataSource application, @Value("${konbit.data}") Path data)
      throws IOException, SQLException {
    var login = new Properties();
    login.put("user", "postgres");
    login.put(
        "password", Files.readString(data.resolve("postgresql-18/postgres.password")).strip());
    this.source =
        new DriverManagerDataSource(application.unwrap(HikariDataSource.class).getJdbcUrl(), login);
    this.data = data;
  }

  public JdbcClient sql() {
    return JdbcClient.create(source);
  }

  public DataSource source() {
    return source;
  }

  public Path data() {
    return data;
  }
}
