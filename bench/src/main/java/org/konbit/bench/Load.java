package org.konbit.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What came of asking a platform for pages for a while, over connections that stay open. */
final class Load {
  private static final int CONNECTIONS = 8;

  private final double perSecond;
  private final double perProcessorSecond;
  private final double[] milliseconds;

  private Load(double perSecond, double perProcessorSecond, double[] milliseconds) {
    this.perSecond = perSecond;
    this.perProcessorSecond = perProcessorSecond;
    this.milliseconds = milliseconds;
  }

  double perSecond() {
    return perSecond;
  }

  /** What both cores would give whom nobody disturbs, whoever asks included. */
  double perSecondOnBoth() {
    return 2 * perProcessorSecond;
  }

  double percentile(int percent) {
    return milliseconds[Math.min(milliseconds.length - 1, milliseconds.length * percent / 100)];
  }

  /** Asks for so many seconds; as fast as answers come, or at that pace where one is given. */
  static Load of(Served server, List<Talker.Request> requests, int seconds, int aSecond)
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
  private static double used(Served server) {
    var own = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    return server.used().plus(own).toNanos() / 1e9;
  }

  // Where there is a pace, a request is late from when it should have been sent: a platform that
  // stalls is not spared the questions that nobody could ask meanwhile.
  private static double[] ask(
      Served server,
      List<Talker.Request> requests,
      AtomicInteger next,
      long start,
      long end,
      int aSecond)
      throws IOException, InterruptedException {
    var times = new double[1 << 18];
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
}
