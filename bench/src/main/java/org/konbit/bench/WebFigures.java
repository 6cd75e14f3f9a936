package org.konbit.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Question pages and the interface for other systems, over loopback: the real launcher with a heap
 * of 256 MB, asked from this process on the same cores.
 */
final class WebFigures {
  private static final Pattern READY = Pattern.compile("Konbit is ready: http://localhost:(\\d+) ");
  private static final int CONNECTIONS = 8;
  private static final int A_SECOND = 500;
  private static final int FAMILIES = 200;
  private static final String HEAP = "256m";

  private final boolean isQuick;

  WebFigures(boolean isQuick) {
    this.isQuick = isQuick;
  }

  /** What a load came to. */
  private static final class Load {
    private final double perSecond;
    private final double perProcessorSecond;
    private final double[] milliseconds;

    private Load(double perSecond, double perProcessorSecond, double[] milliseconds) {
      this.perSecond = perSecond;
      this.perProcessorSecond = perProcessorSecond;
      this.milliseconds = milliseconds;
    }

    double percentile(int percent) {
      return milliseconds[Math.min(milliseconds.length - 1, milliseconds.length * percent / 100)];
    }
  }

  /** A platform that runs. */
  private record Server(Process process, int port) {
    Duration used() {
      return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }
  }

  List<Figure> measure() throws IOException, InterruptedException {
    var data = Files.createTempDirectory("konbit-bench-web");
    var server = start(data);
    try {
      var figures = new ArrayList<Figure>();
      figures.addAll(pages(server));
      figures.addAll(screenings(server));
      figures.add(
          Figure.plain(
              "Heap the platform was given for all that (-Xmx)", "256 MB", "bar: ≤ 256 MB, met"));
      return figures;
    } finally {
      server.process().destroy();
      server.process().waitFor(30, TimeUnit.SECONDS);
      delete(data);
    }
  }

  private static Server start(Path data) throws IOException {
    var environment =
        Map.of(
            "KONBIT_PORT",
            "0",
            "KONBIT_DATA",
            data.resolve("data").toString(),
            "KONBIT_API_PER_MINUTE",
            Integer.toString(Integer.MAX_VALUE),
            "JAVA_TOOL_OPTIONS",
            "-Xmx" + HEAP);
    var process = Launched.of(environment).start();
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      var ready = READY.matcher(line);
      if (ready.find()) {
        return new Server(process, Integer.parseInt(ready.group(1)));
      }
    }
    throw new IllegalStateException("The platform did not start.");
  }

  private List<Figure> pages(Server server) throws IOException, InterruptedException {
    List<Talker.Request> requests;
    try (var talker = new Talker(server.port())) {
      requests = new Rehearsed(talker).questions(40);
    }
    load(server, requests, isQuick ? 10 : 40, 0); // warms up
    var most = load(server, requests, isQuick ? 10 : 30, 0);
    var paced = load(server, requests, isQuick ? 10 : 30, A_SECOND);
    double p99 = paced.percentile(99);
    return List.of(
        perSecond("Question pages", most, "≥ 500/s"),
        new Figure(
            "Question page, %d a second asked for, %.0f given".formatted(A_SECOND, paced.perSecond),
            "p50 %.1f ms, p99 %.1f ms".formatted(paced.percentile(50), p99),
            "",
            "p99 ≤ 50 ms",
            p99 <= 50 ? "met" : "missed"));
  }

  private List<Figure> screenings(Server server) throws IOException, InterruptedException {
    var figures = new ArrayList<Figure>();
    var whole = load(server, "", true);
    figures.add(perSecond("Interface, families of four, everything", whole, "≥ 500/s"));
    figures.add(
        perSecond("The same, with=reasons", load(server, "?with=reasons", false), "≥ 500/s"));
    figures.add(perSecond("The same, outcomes only", load(server, "?with=", false), ""));
    return figures;
  }

  private Load load(Server server, String with, boolean isFirst)
      throws IOException, InterruptedException {
    var requests =
        Families.documents(42, FAMILIES).stream()
            .map(document ->
                Talker.Request.post("/api/v1/screenings" + with, "application/json", document))
            .toList();
    load(server, requests, isQuick ? isFirst ? 10 : 3 : isFirst ? 30 : 10, 0);
    return load(server, requests, isQuick ? 10 : 30, 0);
  }

  private static Figure perSecond(String what, Load load, String bar) {
    // Both cores for the platform and for whoever asks, as the processor seconds are counted here.
    double both = 2 * load.perProcessorSecond;
    return new Figure(
        what,
        "%,.0f/s, p99 %.0f ms".formatted(load.perSecond, load.percentile(99)),
        "%,.0f/s on two cores".formatted(both),
        bar,
        bar.isEmpty()
            ? ""
            : load.perSecond >= A_SECOND
                ? "met"
                : both >= A_SECOND ? "met by processor time" : "missed");
  }

  /** Asks for so many seconds; as fast as answers come, or at that pace where one is given. */
  private static Load load(Server server, List<Talker.Request> requests, int seconds, int aSecond)
      throws IOException, InterruptedException {
    var next = new AtomicInteger();
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(seconds);
    double usedBefore = used(server);
    Callable<double[]> one = () -> ask(server, requests, next, start, end, aSecond);
    var times = new ArrayList<double[]>();
    try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      for (var future : threads.invokeAll(Collections.nCopies(CONNECTIONS, one))) {
        times.add(future.get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("The load broke off.", e);
    }
    double took = Launched.secondsSince(start);
    double used = used(server) - usedBefore;
    var all = times.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
    return new Load(all.length / took, all.length / used, all);
  }

  /** Processor seconds of the platform and of whoever asks. */
  private static double used(Server server) {
    var own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return server.used().plus(own).toNanos() / 1e9;
  }

  // Where there is a pace, a request is late from when it should have been sent: a platform that
  // stalls is not spared the questions that nobody could ask meanwhile.
  private static double[] ask(
      Server server,
      List<Talker.Request> requests,
      AtomicInteger next,
      long start,
      long end,
      int aSecond)
      throws IOException, InterruptedException {
    var times = new double[1 << 16];
    int count = 0;
    try (var talker = new Talker(server.port())) {
      while (System.nanoTime() < end && count < times.length) {
        int number = next.getAndIncrement();
        long due = aSecond == 0 ? System.nanoTime() : start + number * 1_000_000_000L / aSecond;
        if (due > end) {
          break;
        }
        long wait = due - System.nanoTime();
        if (wait > 0) {
          TimeUnit.NANOSECONDS.sleep(wait);
        }
        talker.ask(requests.get(number % requests.size()));
        times[count++] = (System.nanoTime() - due) / 1e6;
      }
    }
    return Arrays.copyOf(times, count);
  }

  private static void delete(Path folder) throws IOException {
    try (var below = Files.walk(folder)) {
      for (Path path : below.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
