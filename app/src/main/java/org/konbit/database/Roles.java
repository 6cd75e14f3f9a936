package org.konbit.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The two roles of an embedded database, beside the superuser who only makes them. */
final class Roles {
  static final String DATABASE = "konbit";
  static final String OWNER = "konbit_owner";
  static final String APPLICATION = "konbit_application";

  private static final String ROLE_EXISTS = "SELECT 1 FROM pg_roles WHERE rolname = :role";
  private static final String DATABASE_EXISTS = "SELECT 1 FROM pg_database WHERE datname = :name";

  private Roles() {}

  /** Makes what is missing; a start cut short is completed by the next. */
  static void establish(EmbeddedServer server) {
    try (var connection =
        DriverManager.getConnection(
            server.url("postgres"),
            EmbeddedServer.SUPERUSER,
            server.password(EmbeddedServer.SUPERUSER))) {
      var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      if (jdbc.sql(DATABASE_EXISTS).param("name", DATABASE).query().listOfRows().isEmpty()) {
        establish(OWNER, server, connection, jdbc);
        establish(APPLICATION, server, connection, jdbc);
        // Last, so that its presence says that all the rest was done.
        jdbc.sql("CREATE DATABASE konbit OWNER konbit_owner").update();
        jdbc.sql("REVOKE ALL ON DATABASE konbit FROM PUBLIC").update();
        jdbc.sql("GRANT CONNECT ON DATABASE konbit TO konbit_application").update();
      }
    } catch (SQLException e) {
      throw new DatabaseUnavailable("The roles of the database could not be made.", e);
    }
  }

  private static void establish(
      String role, EmbeddedServer server, Connection connection, JdbcClient jdbc)
      throws SQLException {
    if (jdbc.sql(ROLE_EXISTS).param("role", role).query().listOfRows().isEmpty()) {
      jdbc.sql("CREATE ROLE " + role + " LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB")
          .update();
    }
    // The driver hashes it first, so the password itself never reaches a server log.
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(role, server.password(role).toCharArray(), "scram-sha-256");
  }
}
