package org.konbit.database;

import java.util.Map;

/**
 * A PostgreSQL server that Konbit signs in to, as the application or as the owner of the tables.
 */
sealed interface Server extends AutoCloseable permits LocalServer, ExternalServer {
  /**
   * A way in.
   *
   * @param url a JDBC address
   * @param properties what the driver needs besides, such as role and password
   */
  record Login(String url, Map<String, String> properties) {
    @Override
    public String toString() { // a login in a log would give its password away
      return "Login";
    }
  }

  Login application();

  Login owner();

  /**
   * A role that reads and writes every row, for backup and restore alone.
   *
   * @throws DatabaseUnavailable if the operator of an external server named none
   */
  Login backup();

  @Override
  void close();
}
