package org.konbit.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher decides before anything of ours runs. */
@Timeout(60)
class LauncherTests {
  @TempDir private Path folder;

  @Test
  void help_lists_the_verbs() throws Exception {
    var outcome = Outcome.of(Checkout.ofAnEcho(folder).launch("help"));

    assertThat(outcome.status()).isZero();
    assertThat(String.join("\n", outcome.out()))
        .contains("serve", "screen", "rules", "simulate", "test");
  }

  @ParameterizedTest
  @ValueSource(strings = {"serv", "--serve", ""})
  void an_unknown_verb_is_told_in_one_line(String verb) throws Exception {
    var checkout = Checkout.ofAnEcho(folder);

    var outcome = Outcome.of(checkout.launch(verb));

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).singleElement().asString().contains("\"" + verb + "\"", "help");
    assertThat(checkout.builds()).isZero();
  }

  @Test
  void a_newer_jdk_is_found_though_an_older_one_comes_first() throws Exception {
    var checkout = Checkout.ofAnEcho(folder);
    checkout.olderJdkFirst("17.0.15");

    assertThat(Outcome.of(checkout.launch("rules", "check")).out())
        .containsExactly("[rules]", "[check]");
  }

  @Test
  void a_java_home_that_is_too_old_is_passed_over() throws Exception {
    var checkout = Checkout.ofAnEcho(folder);
    checkout.olderJdkFirst("21.0.1");
    checkout.set("JAVA_HOME", checkout.path("old jdk").toString());

    assertThat(Outcome.of(checkout.launch("rules")).out()).containsExactly("[rules]");
  }

  @Test
  void without_a_jdk_one_line_says_how_to_get_one() throws Exception {
    var checkout = Checkout.ofAnEcho(folder);
    checkout.launcherWith("99");

    var outcome = Outcome.of(checkout.launch("screen"));

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).singleElement().asString().contains("JDK 99", "install", "JAVA_HOME");
  }

  @Test
  void without_maven_one_line_says_so() throws Exception {
    var checkout = Checkout.ofAnEcho(folder);
    checkout.withoutMaven();

    var outcome = Outcome.of(checkout.launch("screen"));

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).singleElement().asString().contains("Maven", "mvn");
  }

  @Test
  void arguments_and_exit_status_pass_through_untouched() throws Exception {
    var checkout = Checkout.ofAnEcho(folder);

    var outcome = Outcome.of(checkout.launch("screen", "a file.yaml", "--as-of", "", "$HOME *"));

    assertThat(outcome.status()).isEqualTo(3);
    assertThat(outcome.out())
        .containsExactly("[screen]", "[a file.yaml]", "[--as-of]", "[]", "[$HOME *]");
  }

  @Test
  void a_build_speaks_on_standard_error_only() throws Exception {
    var outcome = Outcome.of(Checkout.ofAnEcho(folder).launch("rules"));

    assertThat(outcome.out()).containsExactly("[rules]");
    assertThat(outcome.err()).contains("building");
  }

  @Test
  void it_can_be_called_through_symbolic_links() throws Exception {
    var checkout = Checkout.ofAnEcho(folder);
    Path link = Files.createSymbolicLink(folder.resolve("link"), checkout.path("konbit"));
    Path relative = Files.createSymbolicLink(folder.resolve("second"), Path.of("link"));

    assertThat(Outcome.of(checkout.launchAs(link, "rules")).out()).containsExactly("[rules]");
    assertThat(Outcome.of(checkout.launchAs(relative, "rules")).out()).containsExactly("[rules]");
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void a_second_launch_does_not_build() throws Exception {
    var checkout = Checkout.ofAnEcho(folder);
    Outcome.of(checkout.launch("rules"));

    var second = Outcome.of(checkout.launch("rules"));

    assertThat(checkout.builds()).isEqualTo(1);
    assertThat(second.err()).isEmpty();
  }

  @Test
  void the_benchmarks_are_built_once_they_are_asked_for() throws Exception {
    var checkout = Checkout.ofAnEcho(folder);
    Outcome.of(checkout.launch("rules"));
    assertThat(checkout.builds()).isEqualTo(1);

    var first = Outcome.of(checkout.launch("bench", "--quick", "a pattern"));
    var second = Outcome.of(checkout.launch("bench"));

    assertThat(first.out()).containsExactly("[--quick]", "[a pattern]");
    assertThat(second.out()).isEmpty();
    assertThat(second.status()).isEqualTo(3);
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void a_changed_benchmark_is_built_and_nothing_else() throws Exception {
    var checkout = Checkout.ofAnEcho(folder);
    Outcome.of(checkout.launch("bench"));

    checkout.edit("bench/src/main/java/Bench.java");

    Outcome.of(checkout.launch("rules"));
    assertThat(checkout.builds()).isEqualTo(2);
    Outcome.of(checkout.launch("bench"));
    assertThat(checkout.builds()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        "rules/src/main/java/Rule.java",
        "rulepacks/us/snap.yaml",
        "app/src/main/New.java"
      })
  void a_changed_or_new_source_is_built(String source) throws Exception {
    var checkout = Checkout.ofAnEcho(folder);
    Outcome.of(checkout.launch("rules"));
    checkout.edit(source);

    Outcome.of(checkout.launch("rules"));

    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void a_source_that_went_is_noticed() throws Exception {
    var checkout = Checkout.ofAnEcho(folder);
    Outcome.of(checkout.launch("rules"));
    checkout.delete("rulepacks/us/snap.yaml");

    Outcome.of(checkout.launch("rules"));

    assertThat(checkout.builds()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"app/src/test/java/AppTests.java", "app/target/note", "README.md"})
  void what_does_not_run_is_not_built_for(String file) throws Exception {
    var checkout = Checkout.ofAnEcho(folder);
    Outcome.of(checkout.launch("rules"));
    checkout.edit(file);

    Outcome.of(checkout.launch("rules"));

    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void a_failed_build_is_told_and_tried_again() throws Exception {
    var checkout = Checkout.ofAnEcho(folder);
    checkout.builder("exit 1");

    var outcome = Outcome.of(checkout.launch("rules"));
    Outcome.of(checkout.launch("rules"));

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).last().asString().contains("the build failed");
    assertThat(checkout.builds()).isEqualTo(2);
    assertThat(checkout.path("target/konbit.lock")).doesNotExist();
  }

  @Test
  void two_launches_at_once_build_once() throws Exception {
    var checkout = Checkout.ofAnEcho(folder);
    Path gate = folder.resolve("gate");
    new ProcessBuilder("mkfifo", gate.toString()).start().waitFor();
    String deliver = Files.readString(checkout.path("bin/mvn")).lines().toList().getLast();
    checkout.builder("read open <'%s'\n%s".formatted(gate, deliver));
    var first = checkout.launch("rules").redirectErrorStream(true).start();
    lineWith(first, "building");

    var second = checkout.launch("rules").redirectErrorStream(true).start();
    lineWith(second, "waiting for it");
    Files.writeString(gate, "open\n");

    assertThat(first.waitFor()).isEqualTo(3);
    assertThat(second.waitFor()).isEqualTo(3);
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void the_lock_of_a_launch_that_was_killed_is_taken_over() throws Exception {
    var checkout = Checkout.ofAnEcho(folder);
    var gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.createDirectories(checkout.path("target/konbit.lock"));
    Files.writeString(checkout.path("target/konbit.lock/pid"), gone.pid() + "\n");

    assertThat(Outcome.of(checkout.launch("rules")).status()).isEqualTo(3);
    assertThat(checkout.builds()).isEqualTo(1);
  }

  private static void lineWith(Process process, String words) throws Exception {
    var lines =
        new BufferedReader(
            new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = lines.readLine();
    while (line != null && !line.contains(words)) {
      line = lines.readLine();
    }
    assertThat(line).contains(words);
  }
}
