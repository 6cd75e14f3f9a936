package org.konbit.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** From {@code ./konbit} to its first page, on an empty data folder and on one that is there. */
final class FirstPage {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final HttpClient client = HttpClient.newHttpClient();

  List<Figure> measure() throws IOException, InterruptedException {
    var data = Files.createTempDirectory("konbit-bench-data");
    try {
      once(data); // the launcher may have to build and to rehearse
      delete(data);
      var empty = figure("First page, empty data folder", once(data), 10);
      var there = figure("First page, data folder in use", once(data), 4);
      return List.of(empty, there);
    } finally {
      delete(data);
    }
  }

  private static Figure figure(String what, double[] measured, double bar) {
    return new Figure(
        what,
        "%.1f s".formatted(measured[0]),
        "%.1f s".formatted(measured[1]),
        "≤ %.0f s".formatted(bar),
        measured[0] <= bar ? "met" : "missed");
  }

  /** Seconds by the clock and of processor time. */
  private double[] once(Path data) throws IOException, InterruptedException {
    int port = freePort();
    var environment = Map.of("KONBIT_PORT", Integer.toString(port), "KONBIT_DATA", data.toString());
    long start = System.nanoTime();
    var process = Launched.of(environment).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try {
      var page =
          HttpRequest.newBuilder(URI.create("http://localhost:%d/en".formatted(port))).build();
      while (!isServed(page)) {
        if (!process.isAlive() || Launched.secondsSince(start) > PATIENCE.toSeconds()) {
          throw new IllegalStateException("The platform did not start.");
        }
        Thread.sleep(20);
      }
      double seconds = Launched.secondsSince(start);
      var used = process.info().totalCpuDuration().orElse(Duration.ZERO);
      return new double[] {seconds, used.toMillis() / 1_000.0};
    } finally {
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
    }
  }

  private boolean isServed(HttpRequest page) throws InterruptedException {
    try {
      return client.send(page, BodyHandlers.ofString()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var below = Files.walk(folder)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
