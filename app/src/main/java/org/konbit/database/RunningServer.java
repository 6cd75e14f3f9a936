package org.konbit.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * The server that another Konbit runs on the data folder, for a verb that works beside it. It is
 * neither started nor stopped here.
 */
record RunningServer(int port, Map<String, String> passwords) implements LocalServer {
  private static final int PORT_LINE = 3;

  /**
   * Finds the server of a data folder that is in use.
   *
   * @throws DatabaseUnavailable if it is only now starting or stopping
   */
  static RunningServer of(Path dataFolder) {
    Path home = DataFolder.home(dataFolder);
    try {
      var pidFile = Files.readAllLines(home.resolve("cluster/postmaster.pid"));
      return new RunningServer(
          Integer.parseInt(pidFile.get(PORT_LINE).strip()),
          Map.of(
              EmbeddedServer.SUPERUSER, password(home, EmbeddedServer.SUPERUSER),
              Roles.OWNER, password(home, Roles.OWNER),
              Roles.APPLICATION, password(home, Roles.APPLICATION)));
    } catch (NoSuchFileException | IndexOutOfBoundsException e) {
      throw busy(dataFolder, e);
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "The data folder (%s) cannot be read.\nRun this as the user that runs Konbit."
              .formatted(dataFolder),
          e);
    }
  }

  private static String password(Path home, String role) throws IOException {
    return Files.readString(home.resolve(role + ".password")).strip();
  }

  private static DatabaseUnavailable busy(Path dataFolder, Exception e) {
    return new DatabaseUnavailable(
        "Konbit is just starting or stopping on the data folder (%s).\nTry again in a moment."
            .formatted(dataFolder),
        e);
  }

  @Override
  public String password(String role) {
    return Objects.requireNonNull(passwords.get(role));
  }

  @Override
  public String toString() { // its passwords have no business in a log
    return "RunningServer";
  }

  @Override
  public void close() {
    // It is not ours to stop.
  }
}
