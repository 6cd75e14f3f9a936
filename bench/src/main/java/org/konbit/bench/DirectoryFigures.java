package org.konbit.bench;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A directory of 100,000 services, or a tenth when it is quick: brought in at the desk as lines of
 * JSON, taken out as tables, and searched by readers, all over HTTP as somebody else's program or
 * browser would.
 */
final class DirectoryFigures {
  private static final int SERVICES_OF_ONE = 5;
  private static final int A_SECOND = 200;
  private static final Pattern TOKEN = Pattern.compile("import\\?_csrf=([^\"]+)\"");
  private static final List<String> ZIPS =
      List.of("01702", "02139", "01103", "06103", "02301", "01841", "06510", "02740", "01605");
  private static final List<String> NOUNS =
      List.of("English", "Legal", "Food", "Housing", "Health", "Youth", "Work", "Citizenship");
  private static final List<String> SEARCHES =
      List.of(
          "words=clases+de+ingles&place=Framingham",
          "words=food+pantry&place=02139&miles=15",
          "need=legal&place=Hartford%2C+CT&miles=30",
          "words=housng+hepl",
          "need=food&language=pt&now=yes",
          "words=citizenship&language=es&place=01103");

  private final int services;
  private final int seconds;
  private final int warming;
  private final Random random = new Random(42);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  DirectoryFigures(boolean isQuick) {
    services = isQuick ? 10_000 : 100_000;
    seconds = isQuick ? 10 : 60;
    warming = isQuick ? 15 : 60;
  }

  List<Figure> measure() throws IOException, InterruptedException {
    Path file = written();
    var process = Launched.of(Map.of("KONBIT_PORT", "0"), "demo").start();
    // Not closed here: closing would wait for whoever still reads, and that one for the process.
    var said = process.inputReader(StandardCharsets.UTF_8);
    try {
      var link = Demonstration.navigator(said);
      Thread.startVirtualThread(() -> said.lines().forEach(_ -> {})); // so that it never blocks
      var figures = new ArrayList<Figure>();
      figures.add(imported(link, file));
      figures.add(exported(link));
      figures.add(searched(link));
      figures.add(
          Figure.plain("The whole platform's memory at its most, after these", peak(process), ""));
      return figures;
    } finally {
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
      Files.delete(file);
    }
  }

  /** An organisation a line, each with a place and some services. */
  private Path written() throws IOException {
    Path file = Files.createTempFile("directory", ".ndjson");
    try (Writer out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < services / SERVICES_OF_ONE; i++) {
        out.write(organisation(i));
        out.write('\n');
      }
    }
    return file;
  }

  private String organisation(int number) {
    String zip = ZIPS.get(random.nextInt(ZIPS.size()));
    String place = id("place", number);
    var services = new ArrayList<String>();
    for (int i = 0; i < SERVICES_OF_ONE; i++) {
      services.add(service(number * SERVICES_OF_ONE + i, place));
    }
    return """
    {"id":"%s","name":"%s House %d","description":"Help for families, number %d.","locations":[{"id":"%s",\
    "location_type":"physical","addresses":[{"id":"%s","address_1":"%d Main Street","city":"Town",\
    "state_province":"%s","postal_code":"%s","country":"US","address_type":"physical"}]}],"services":[%s]}\
    """
        .formatted(
            id("organisation", number),
            noun(),
            number,
            number,
            place,
            id("address", number),
            number,
            zip.startsWith("06") ? "CT" : "MA",
            zip,
            String.join(",", services));
  }

  private String service(int number, String place) {
    String noun = noun();
    return """
    {"id":"%s","name":"%s help %d","status":"active","description":"%s and %s, in the evening and on Saturdays.",\
    "phones":[{"id":"%s","number":"508-555-0100"}],"languages":[{"id":"%s","code":"%s"}],"schedules":[{"id":"%s",\
    "freq":"WEEKLY","byday":"MO,WE","opens_at":"18:00:00","closes_at":"20:00:00"}],\
    "service_at_locations":[{"id":"%s","location_id":"%s"}]}\
    """
        .formatted(
            id("service", number),
            noun,
            number,
            noun,
            noun(),
            id("phone", number),
            id("language", number),
            random.nextBoolean() ? "pt" : "es",
            id("schedule", number),
            id("at", number),
            place);
  }

  private String noun() {
    return NOUNS.get(random.nextInt(NOUNS.size()));
  }

  private static String id(String kind, int number) {
    return java.util
        .UUID
        .nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private Figure imported(URI link, Path file) throws IOException, InterruptedException {
    var signedIn = http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.discarding());
    String session = Answer.cookie(signedIn, "konbit_desk");
    URI form = link.resolve("/desk/en/directory/import");
    var page =
        http.send(
            HttpRequest.newBuilder(form).header("Cookie", session).build(),
            BodyHandlers.ofString());
    var token = TOKEN.matcher(page.body());
    if (!token.find()) {
      throw new IllegalStateException("The desk shows no form (%d).".formatted(page.statusCode()));
    }
    String edge = "an-edge-that-stands-in-no-file";
    var body =
        BodyPublishers.concat(
            BodyPublishers.ofString(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"all.ndjson\"\r\n\r\n"
                    .formatted(edge)),
            BodyPublishers.ofFile(file),
            BodyPublishers.ofString("\r\n--%s--\r\n".formatted(edge)));
    long began = System.nanoTime();
    var answer =
        http.send(
            HttpRequest.newBuilder(URI.create(form + "?_csrf=" + token.group(1)))
                .header("Cookie", session + "; " + Answer.cookie(page, "konbit_form"))
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(body)
                .build(),
            BodyHandlers.discarding());
    double took = Launched.secondsSince(began);
    if (answer.statusCode() != 302) {
      throw new IllegalStateException(
          "The file was not taken (%d).".formatted(answer.statusCode()));
    }
    return new Figure(
        "Bringing in %,d services, %d MB of JSON".formatted(services, Files.size(file) >> 20),
        "%.1f s".formatted(took),
        "",
        "100,000 in ≤ 60 s",
        took * 100_000 / services <= 60 ? "met" : "missed");
  }

  private Figure exported(URI link) throws IOException, InterruptedException {
    Path zip = Files.createTempFile("package", ".zip");
    long began = System.nanoTime();
    var answer =
        http.send(
            HttpRequest.newBuilder(link.resolve("/hsds/v3/package.zip")).build(),
            BodyHandlers.ofFile(zip));
    double took = Launched.secondsSince(began);
    boolean isMet = took * 100_000 / services <= 20 && answer.statusCode() == 200;
    String told = "%.1f s, %d MB".formatted(took, Files.size(zip) >> 20);
    Files.delete(zip);
    return new Figure(
        "Taking all of them out as tables",
        told,
        "",
        "100,000 in ≤ 20 s",
        isMet ? "met" : "missed");
  }

  private Figure searched(URI link) throws InterruptedException {
    warmUp(link);
    return Answer.figure(
        "Searching them, %d pages a second for %d s".formatted(A_SECOND, seconds),
        50,
        answers(link, seconds));
  }

  // Two at a time, as fast as answers come: a pace that a cold platform cannot keep would leave a
  // queue behind, which is then what is measured.
  private void warmUp(URI link) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(warming);
    var next = new AtomicInteger();
    Callable<Boolean> one =
        () -> {
          while (System.nanoTime() < end) {
            ask(link, next.getAndIncrement());
          }
          return true;
        };
    try (var threads = Executors.newFixedThreadPool(2)) {
      threads.invokeAll(List.of(one, one)).forEach(Future::resultNow);
    }
  }

  private int ask(URI link, int number) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(link.resolve("/en/help"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(SEARCHES.get(number % SEARCHES.size())))
            .build();
    return http.send(request, BodyHandlers.ofString()).statusCode();
  }

  private List<Answer> answers(URI link, int forSeconds) throws InterruptedException {
    var work = new ArrayList<Callable<Answer>>();
    long began = System.nanoTime();
    for (int i = 0; i < A_SECOND * forSeconds; i++) {
      long due = began + i * (1_000_000_000L / A_SECOND);
      int number = i;
      work.add(() -> {
        TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
        int status = ask(link, number);
        return new Answer((System.nanoTime() - due) / 1e6, status == 200);
      });
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Answer>();
      for (var each : threads.invokeAll(work)) {
        answers.add(each.resultNow());
      }
      return answers;
    }
  }

  /** Of the server's process, its database's not counted. */
  private static String peak(Process process) throws IOException {
    long most = 0;
    for (var each : process.descendants().toList()) {
      Path status = Path.of("/proc", Long.toString(each.pid()), "status");
      if (Files.isReadable(status)) {
        most =
            Math.max(
                most,
                Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0));
      }
    }
    return "%,d MB".formatted(most >> 10);
  }
}
