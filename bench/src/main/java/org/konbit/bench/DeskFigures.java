package org.konbit.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Two hundred people who are signed in at once, each asking for a page every three seconds. */
final class DeskFigures {
  private static final int PEOPLE = 200;
  private static final Duration EVERY = Duration.ofSeconds(3);
  private static final int WARM_UP = 8; // requests of each person before any is counted
  private static final Pattern LINK =
      Pattern.compile("(http://localhost:\\d+)(/desk/demo/[\\w-]+)");

  // What most people look at; whoever may not see one is told so, which takes as long.
  private static final List<String> PAGES =
      List.of("/desk/en", "/desk/en/settings", "/desk/en/people", "/desk/en/audit");

  private final int requests;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Random random = new Random(42);

  DeskFigures(boolean isQuick) {
    requests = isQuick ? 15 : 60;
  }

  List<Figure> measure() throws IOException, InterruptedException {
    var process = Launched.of(Map.of("KONBIT_PORT", "0"), "demo").start();
    try (var said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      var links = new ArrayList<String>();
      // One for each role: the launcher's demonstration prints them all and then nothing more.
      for (String line = said.readLine(); links.size() < 16; line = said.readLine()) {
        if (line == null) {
          throw new IllegalStateException("The demonstration did not start.");
        }
        var link = LINK.matcher(line);
        if (link.find()) {
          links.add(link.group());
        }
      }
      return List.of(figure(answers(links)));
    } finally {
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
    }
  }

  private List<Answer> answers(List<String> links) throws IOException, InterruptedException {
    var people = new ArrayList<Callable<List<Answer>>>();
    for (int i = 0; i < PEOPLE; i++) {
      var link = URI.create(links.get(i % links.size()));
      String cookie = signIn(link);
      long after = random.nextLong(EVERY.toMillis());
      people.add(() -> atWork(link, cookie, after));
    }
    var all = new ArrayList<Answer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each : threads.invokeAll(people)) {
        all.addAll(each.resultNow());
      }
    }
    return all;
  }

  private String signIn(URI link) throws IOException, InterruptedException {
    var answer = http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.discarding());
    return Answer.cookie(answer, "konbit_desk");
  }

  private List<Answer> atWork(URI link, String cookie, long after)
      throws IOException, InterruptedException {
    var answers = new ArrayList<Answer>();
    long next = System.nanoTime() + Duration.ofMillis(after).toNanos();
    for (int i = 0; i < WARM_UP + requests; i++) {
      TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
      var request =
          HttpRequest.newBuilder(link.resolve(PAGES.get(i % PAGES.size())))
              .header("Cookie", cookie)
              .build();
      // From when it was due: a queue that somebody waits in is part of what they wait for.
      long due = next;
      int status = http.send(request, BodyHandlers.ofString()).statusCode();
      if (i >= WARM_UP) {
        answers.add(new Answer((System.nanoTime() - due) / 1e6, status == 200 || status == 404));
      }
      next += EVERY.toNanos();
    }
    return answers;
  }

  private static Figure figure(List<Answer> answers) {
    return Answer.figure(
        "%d people signed in, a request every 3 s each, %,d requests"
            .formatted(PEOPLE, answers.size()),
        150,
        answers);
  }
}
