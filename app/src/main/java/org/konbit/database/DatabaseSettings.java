package org.konbit.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How to reach the database.
 *
 * @param data the data folder, used by the embedded server
 * @param database the external server, if there is one, and the version of the embedded one
 */
@ConfigurationProperties("konbit")
record DatabaseSettings(Path data, Database database) {
  /**
   * The external server's addresses, both empty for the embedded one.
   *
   * @param url a JDBC address that signs in as the application's role
   * @param ownerUrl a JDBC address that signs in as the owner of the tables
   * @param backupUrl a JDBC address that signs in as a role that passes every wall, for backup and
   *     restore alone
   * @param upTo how far migrations go, as {@code module=version} by commas; empty for all
   * @param programsVersion the version of the packaged PostgreSQL programs
   */
  record Database(
      String url, String ownerUrl, String backupUrl, String upTo, String programsVersion) {
    @Override
    public String toString() { // the addresses carry passwords
      return "Database";
    }
  }

  boolean isExternal() {
    return !database.url().isEmpty() || !database.ownerUrl().isEmpty();
  }
}
