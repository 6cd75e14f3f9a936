package org.konbit.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What of a read is the audit's, as somebody at the desk waits for it: the same page, with the
 * audit and without it in turn, from when it is asked for until all of it has come.
 */
final class AuditFigures {
  private static final Pattern PERSON =
      Pattern.compile("href=\"(/desk/en/clients/[0-9a-f-]{36})\"");
  private static final double BAR = 15;

  private final int rounds;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  AuditFigures(boolean isQuick) {
    rounds = isQuick ? 400 : 2_000;
  }

  List<Figure> measure() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("konbit-bench-audit");
    var process = start(folder);
    // Not closed here: closing would wait for whoever still reads, and that one for the process.
    var said = process.inputReader(StandardCharsets.UTF_8);
    try {
      var link = Demonstration.navigator(said);
      Thread.startVirtualThread(() -> said.lines().forEach(_ -> {})); // so that it never blocks
      var signedIn = http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.discarding());
      String session = Answer.cookie(signedIn, "konbit_desk");
      URI people = link.resolve("/desk/en/clients");
      var first = PERSON.matcher(body(people, session));
      if (!first.find()) {
        throw new IllegalStateException("The desk lists nobody.");
      }
      return List.of(
          share("the people lately added", people, session),
          share("one person", link.resolve(first.group(1)), session));
    } finally {
      process.destroy();
      process.waitFor();
      Folders.delete(folder);
    }
  }

  private static Process start(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            UnnotedDesk.class.getName(),
            "--server.port=0",
            "--konbit.data=" + folder.resolve("data"),
            "--konbit.key-file=" + folder.resolve("key"),
            "--konbit.database.url=",
            "--konbit.database.owner-url=")
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private Figure share(String what, URI page, String session)
      throws IOException, InterruptedException {
    var noted = new double[rounds];
    var plain = new double[rounds];
    for (int i = -rounds; i < rounds; i++) {
      double without = milliseconds(page, session, true);
      double with = milliseconds(page, session, false);
      if (i >= 0) {
        plain[i] = without;
        noted[i] = with;
      }
    }
    Arrays.sort(noted);
    Arrays.sort(plain);
    double whole = noted[rounds / 2];
    double more = whole - plain[rounds / 2];
    double share = 100 * more / whole;
    return new Figure(
        "Audit: its share of reading " + what + ", the page included",
        "%.0f %%, %.2f ms of %.2f".formatted(share, more, whole),
        "",
        "≤ %.0f %%".formatted(BAR),
        share <= BAR ? "met" : "missed");
  }

  private double milliseconds(URI page, String session, boolean isUnnoted)
      throws IOException, InterruptedException {
    var asked = asked(page, session);
    if (isUnnoted) {
      asked.header(UnnotedDesk.UNNOTED, "yes");
    }
    long start = System.nanoTime();
    var answer = http.send(asked.build(), BodyHandlers.ofByteArray());
    double took = (System.nanoTime() - start) / 1e6;
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("The page was refused (%d).".formatted(answer.statusCode()));
    }
    return took;
  }

  private String body(URI page, String session) throws IOException, InterruptedException {
    return http.send(asked(page, session).build(), BodyHandlers.ofString()).body();
  }

  private static HttpRequest.Builder asked(URI page, String session) {
    return HttpRequest.newBuilder(page).header("Cookie", session);
  }
}
