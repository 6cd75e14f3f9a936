package org.konbit.database;

import java.util.Map;

/** A server that somebody else runs; its addresses carry role and password. */
record ExternalServer(Login application, Login owner, String backupUrl) implements Server {
  /**
   * The server that the operator named.
   *
   * @throws DatabaseUnavailable unless both addresses are given, each in JDBC's form
   */
  static ExternalServer of(DatabaseSettings.Database settings) {
    return new ExternalServer(
        login("KONBIT_DATABASE_URL", settings.url()),
        login("KONBIT_DATABASE_OWNER_URL", settings.ownerUrl()),
        settings.backupUrl());
  }

  @Override
  public Login backup() {
    return login("KONBIT_DATABASE_BACKUP_URL", backupUrl);
  }

  @Override
  public String toString() { // the addresses carry passwords
    return "ExternalServer";
  }

  private static Login login(String variable, String url) {
    if (!url.startsWith("jdbc:postgresql://")) {
      throw new DatabaseUnavailable(
          "An external database needs (%s), and its value is %s.\n"
                  .formatted(variable, url.isEmpty() ? "missing" : "not a JDBC address")
              + "Write it as jdbc:postgresql://HOST:5432/konbit?user=ROLE&password=…");
    }
    return new Login(url, Map.of());
  }

  @Override
  public void close() {
    // It is not ours to stop.
  }
}
