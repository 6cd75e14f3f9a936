package org.konbit.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A checkout made for a test, in a folder with spaces in its name: the real launcher beside a few
 * sources, and in place of Maven a script that notes each build and delivers what a build would.
 */
final class Checkout {
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> TOOLS =
      List.of(
          "basename",
          "cat",
          "chown",
          "cksum",
          "cp",
          "dirname",
          "env",
          "find",
          "kill",
          "ln",
          "mkdir",
          "mktemp",
          "mv",
          "readlink",
          "rm",
          "sed",
          "setpriv",
          "setsid",
          "sh",
          "sleep",
          "sort",
          "tr",
          "true",
          "unshare");

  private final Path root;
  private final Map<String, String> environment = new HashMap<>();

  private Checkout(Path root) {
    this.root = root;
  }

  /**
   * One whose builds deliver the application that Maven has just built. Always in the same place,
   * so that one rehearsed start serves all tests.
   */
  static Checkout ofTheApplication() {
    var checkout = in(Path.of("target").toAbsolutePath());
    Path run = REPOSITORY.resolve("app/target/run");
    checkout.builder("mkdir -p app/target && ln -s '%s' app/target/run".formatted(run));
    return checkout;
  }

  /** Spoils what was noted about earlier starts, without making it look old, until it is closed. */
  SpoiltCaches spoilStartCaches() throws IOException {
    var spoilt = new SpoiltCaches(new ArrayList<>());
    try (var caches = Files.newDirectoryStream(path("app/target/run"), "start-*.aot")) {
      for (Path cache : caches) {
        Files.move(cache, cache.resolveSibling(cache.getFileName() + ".kept"));
        Files.writeString(cache, "spoiled");
        spoilt.caches().add(cache);
      }
    }
    return spoilt;
  }

  /** Caches that are spoilt for a while. */
  record SpoiltCaches(List<Path> caches) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      for (Path cache : caches) {
        Files.move(
            cache.resolveSibling(cache.getFileName() + ".kept"),
            cache,
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** One whose builds deliver a command line that only repeats its arguments. */
  static Checkout ofAnEcho(Path folder) {
    var checkout = in(folder);
    Path jar = EchoJar.in(checkout.root.resolve("echo.jar"));
    checkout.builder(
        """
        case "$*" in *-Pbench*) mkdir -p bench/target && cp '%1$s' bench/target/benchmarks.jar;; \
        *) mkdir -p app/target/run/lib && cp '%1$s' app/target/run/lib/ && \
        cp '%1$s' app/target/run/konbit-app.jar;; esac\
        """
            .formatted(jar));
    return checkout;
  }

  private static Checkout in(Path folder) {
    var checkout = new Checkout(folder.resolve("a checkout with spaces"));
    checkout.write("pom.xml", "<project/>");
    checkout.write("rules/src/main/java/Rule.java", "class Rule {}");
    checkout.write("rulepacks/us/snap.yaml", "program: us.snap");
    checkout.write("app/src/main/java/App.java", "class App {}");
    checkout.write("app/src/test/java/AppTests.java", "class AppTests {}");
    checkout.write("bench/src/main/java/Bench.java", "class Bench {}");
    checkout.launcherWith("");
    for (String tool : TOOLS) {
      checkout.offerTool(tool);
    }
    checkout.set("PATH", checkout.root.resolve("bin") + ":" + checkout.root.resolve("tools"));
    checkout.set("HOME", checkout.root.resolve("nobody's home").toString());
    return checkout;
  }

  /** The launcher, asking for another JDK than the real one if {@code jdk} is given. */
  void launcherWith(String jdk) {
    try {
      String script = Files.readString(REPOSITORY.resolve("konbit"));
      write(
          "konbit", jdk.isEmpty() ? script : script.replace("jdk_needed=25", "jdk_needed=" + jdk));
      makeExecutable(path("konbit"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the script in place of Maven does, in its checkout, after noting that it was called. */
  void builder(String script) {
    write("bin/mvn", "#!/bin/sh\necho \"$*\" >>mvn.log\necho building\n" + script + "\n");
    makeExecutable(path("bin/mvn"));
  }

  void withoutMaven() {
    delete("bin/mvn");
  }

  /** Puts a JDK of this version first on the path; its programs only complain. */
  void olderJdkFirst(String version) {
    write("old jdk/release", "JAVA_VERSION=\"%s\"\n".formatted(version));
    for (String program : List.of("java", "javac")) {
      write("old jdk/bin/" + program, "#!/bin/sh\necho too old >&2\nexit 9\n");
      makeExecutable(path("old jdk/bin/" + program));
    }
    set("PATH", root.resolve("old jdk/bin") + ":" + environment.get("PATH"));
  }

  void set(String variable, String value) {
    environment.put(variable, value);
  }

  Path path(String relative) {
    return root.resolve(relative);
  }

  /** Writes a file as an editor would a second from now, so that no clock's grain hides it. */
  void edit(String relative) {
    write(relative, "edited");
    try {
      var later = Files.getLastModifiedTime(path(relative)).toInstant().plus(Duration.ofSeconds(1));
      Files.setLastModifiedTime(path(relative), FileTime.from(later));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String relative) {
    try {
      Files.delete(path(relative));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int builds() {
    try {
      Path log = path("mvn.log");
      return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the launcher from another directory. */
  ProcessBuilder launch(String... arguments) {
    return launchAs(path("konbit"), arguments);
  }

  ProcessBuilder launchAs(Path launcher, String... arguments) {
    var builder = new ProcessBuilder(launcher.toString());
    builder.command().addAll(List.of(arguments));
    builder.directory(root.getParent().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  // Scripts rather than links, which the removal of the folder would complain about.
  private void offerTool(String tool) {
    for (String place : List.of("/usr/bin", "/bin")) {
      if (Files.exists(Path.of(place, tool))) {
        write("tools/" + tool, "#!/bin/sh\nexec %s/%s \"$@\"\n".formatted(place, tool));
        makeExecutable(path("tools/" + tool));
        return;
      }
    }
  }

  private void write(String relative, String content) {
    try {
      Files.createDirectories(path(relative).getParent());
      Files.writeString(path(relative), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void makeExecutable(Path file) {
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
