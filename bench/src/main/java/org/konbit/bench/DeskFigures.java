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
import java.util.LinkedHashMap;
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

  private static final Pattern SECTION = Pattern.compile("href=\"(/desk/en[^\"?#]*)\"");

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
    var sections = new LinkedHashMap<URI, List<String>>();
    for (String each : links) {
      var link = URI.create(each);
      var pages = pages(link, signIn(link));
      if (!pages.isEmpty()) { // whoever works for two organisations would have to choose first
        sections.put(link, pages);
      }
    }
    if (sections.size() < links.size() - 1) {
      throw new IllegalStateException("The desk shows some people no sections.");
    }
    var kinds = List.copyOf(sections.keySet());
    var people = new ArrayList<Callable<List<Answer>>>();
    for (int i = 0; i < PEOPLE; i++) {
      var link = kinds.get(i % kinds.size());
      var pages = sections.getOrDefault(link, List.of());
      String cookie = signIn(link);
      long after = random.nextLong(EVERY.toMillis());
      people.add(() -> atWork(link, cookie, pages, after));
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

  /** The person's own first page, and whatever that leads on to: of each role other pages. */
  private List<String> pages(URI link, String cookie) throws IOException, InterruptedException {
    var first = HttpRequest.newBuilder(link.resolve("/desk/en")).header("Cookie", cookie).build();
    return SECTION
        .matcher(http.send(first, BodyHandlers.ofString()).body())
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
  }

  private List<Answer> atWork(URI link, String cookie, List<String> pages, long after)
      throws IOException, InterruptedException {
    var answers = new ArrayList<Answer>();
    long next = System.nanoTime() + Duration.ofMillis(after).toNanos();
    for (int i = 0; i < WARM_UP + requests; i++) {
      TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
      var request =
          HttpRequest.newBuilder(link.resolve(pages.get(i % pages.size())))
              .header("Cookie", cookie)
              .build();
      // From when it was due: a queue that somebody waits in is part of what they wait for.
      long due = next;
      int status = http.send(request, BodyHandlers.ofString()).statusCode();
      if (i >= WARM_UP) {
        answers.add(new Answer((System.nanoTime() - due) / 1e6, status == 200));
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
