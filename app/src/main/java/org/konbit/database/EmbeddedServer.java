package org.konbit.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A PostgreSQL server of our own in the data folder: durable (fsync on), reachable from this
 * machine alone, with passwords, and stopped with us. What a killed Konbit left running is stopped
 * first.
 */
final class EmbeddedServer implements LocalServer {
  static final String SUPERUSER = "postgres";

  private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> SETTINGS =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=60",
          "timezone=UTC",
          "log_timezone=UTC",
          // A failed statement's DETAIL line would print a client's row into the log.
          "log_error_verbosity=terse",
          "log_min_error_statement=panic");

  private final DataFolder folder;
  private final Programs programs;
  private final RunAs runAs;
  private final int port;
  private final Process process;

  private EmbeddedServer(
      DataFolder folder, Programs programs, RunAs runAs, int port, Process process) {
    this.folder = folder;
    this.programs = programs;
    this.runAs = runAs;
    this.port = port;
    this.process = process;
  }

  /**
   * Starts the server and waits until it answers. Makes the cluster the first time.
   *
   * @throws DatabaseUnavailable if the folder is taken or the server does not come up
   */
  static EmbeddedServer start(Path dataFolder, String programsVersion) {
    var folder = DataFolder.take(dataFolder);
    try {
      var programs = Programs.in(folder.programs(programsVersion));
      var runAs = RunAs.choose(folder.cluster());
      createCluster(folder, programs, runAs);
      stopLeftOver(folder.cluster(), programs, runAs);
      int port = freePort();
      var process = launch(folder, programs, runAs, port);
      var server = new EmbeddedServer(folder, programs, runAs, port, process);
      server.awaitReady();
      return server;
    } catch (IOException e) {
      folder.close();
      throw new DatabaseUnavailable(
          "PostgreSQL did not start: %s\nIts own words are in (%s)."
              .formatted(e.getMessage(), folder.serverLog()),
          e);
    } catch (InterruptedException e) {
      folder.close();
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("The start was interrupted.", e);
    } catch (DatabaseUnavailable e) {
      folder.close();
      throw e;
    }
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String password(String role) {
    return folder.password(role);
  }

  long pid() {
    return process.pid();
  }

  private static void createCluster(DataFolder folder, Programs programs, RunAs runAs)
      throws IOException, InterruptedException {
    if (Files.exists(folder.cluster())) {
      return;
    }
    // Renamed only when complete: Ctrl-C in the first seconds must not spoil every later start.
    Path partial = folder.cluster().resolveSibling("cluster.partial");
    FileSystemUtils.deleteRecursively(partial);
    folder.password(SUPERUSER);
    if (runAs instanceof RunAs.Owner(int user, int group)) {
      Command.run(List.of("chown", "-R", user + ":" + group, folder.home().toString()));
    }
    Command.run(
        runAs.wrap(
            List.of(
                programs.path("initdb"),
                "--pgdata=" + partial,
                "--username=" + SUPERUSER,
                "--pwfile=" + folder.passwordFile(SUPERUSER),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // No locale of the machine is needed, and order is the same on every machine.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums")));
    Files.move(partial, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  private static Process launch(DataFolder folder, Programs programs, RunAs runAs, int port)
      throws IOException {
    var command = new ArrayList<String>();
    command.addAll(List.of(programs.path("postgres"), "-D", folder.cluster().toString()));
    command.addAll(List.of("-p", Integer.toString(port)));
    SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
    return new ProcessBuilder(ownSession(runAs.wrap(command)))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.serverLog().toFile()))
        .start();
  }

  // Ctrl-C reaches every process of the terminal: the server must outlive the requests under way.
  private static List<String> ownSession(List<String> command) {
    return Command.succeeds("setsid", "true")
        ? Stream.concat(Stream.of("setsid"), command.stream()).toList()
        : command;
  }

  private static void stopLeftOver(Path cluster, Programs programs, RunAs runAs)
      throws IOException, InterruptedException {
    Path pidFile = cluster.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    if (isServerOf(cluster, pid)) {
      log.warn("Stopping the database server (process {}) that an earlier run left behind.", pid);
      stop(cluster, programs, runAs);
    } else {
      // The number may belong to any other program by now; the server would refuse to start.
      Files.deleteIfExists(pidFile);
    }
  }

  private static boolean isServerOf(Path cluster, long pid) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().commandLine())
        .filter(line -> line.contains("postgres") && line.contains(cluster.toString()))
        .isPresent();
  }

  private void awaitReady() throws IOException, InterruptedException {
    String password = folder.password(SUPERUSER);
    long end = System.nanoTime() + PATIENCE.toNanos();
    @Nullable SQLException last = null;
    while (System.nanoTime() < end) {
      if (!process.isAlive()) {
        throw new IOException("it ended with status %d.".formatted(process.exitValue()));
      }
      try (var connection = DriverManager.getConnection(url("postgres"), SUPERUSER, password)) {
        connection.isValid(1);
        return;
      } catch (SQLException e) {
        last = e;
        Thread.sleep(20);
      }
    }
    stop(folder.cluster(), programs, runAs);
    throw new IOException("it did not answer within %s.".formatted(PATIENCE), last);
  }

  @Override
  public void close() {
    try {
      if (process.isAlive()) {
        stop(folder.cluster(), programs, runAs);
        process.waitFor(); // it says that it has stopped a moment before it ends
      }
    } catch (IOException e) {
      log.warn("The database server did not stop in time and is ended at once.", e);
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    } finally {
      folder.close();
    }
  }

  private static void stop(Path cluster, Programs programs, RunAs runAs)
      throws IOException, InterruptedException {
    Command.run(
        runAs.wrap(
            List.of(
                programs.path("pg_ctl"),
                "--pgdata=" + cluster,
                "--mode=fast",
                "--wait",
                "--timeout=30",
                "stop")));
  }

  // Free now, and taken a moment later by our child: another program could come between.
  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
