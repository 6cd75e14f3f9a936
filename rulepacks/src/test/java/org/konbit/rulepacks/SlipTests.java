package org.konbit.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.pack.PackProblems;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.Examples;
import org.konbit.rules.screening.Screener;
import org.konbit.rules.testing.SmallPack;
import org.konbit.rules.text.Problem;

/** Whoever slips in any line of the law is told where, and all that is whole is still tried. */
class SlipTests {
  private static final Map<String, String> LAW = law();

  private static Map<String, String> law() {
    var files = new TreeMap<String, String>();
    for (String place : List.of("us", "ma", "ct")) {
      try (var found = Files.walk(Path.of(place))) {
        for (Path file : found.filter(Files::isRegularFile).toList()) {
          files.put(file.toString().replace('\\', '/'), Files.readString(file));
        }
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    return files;
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#few")
  void a_slip_in_any_line_is_told_as_few_faults_and_stops_no_check(long seed) {
    var random = new Random(seed);
    var files = new TreeMap<>(LAW);
    var rules = files.keySet().stream().filter(file -> file.endsWith(".yaml")).toList();
    assertThat(rules).hasSizeGreaterThan(40);
    var name = rules.get(random.nextInt(rules.size()));
    files.computeIfPresent(name, (_, text) -> withSlip(text, random));
    var folder = SmallPack.folder(files);

    var told = new ArrayList<Problem>();
    var tried = new ArrayList<Problem>();
    RulePacks packs;
    try {
      packs = RulePacks.of(folder, List.of());
    } catch (PackProblems faulty) {
      told.addAll(faulty.problems());
      packs = faulty.rest();
    }
    tried.addAll(new Examples(new Screener(packs)).failures());

    assertThat(told).as(name).hasSizeLessThan(6);
    assertThat(tried.stream().map(Problem::message))
        .as("what rests on a fault is not tried")
        .noneMatch(message -> !told.isEmpty() && message.contains("has no text for"));
  }

  private static String withSlip(String text, Random random) {
    var lines = new ArrayList<>(List.of(text.split("\n", -1)));
    int examples = lines.indexOf("examples:");
    int at = random.nextInt(examples < 0 ? lines.size() : examples);
    var line = lines.get(at);
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, line);
      case 2 -> lines.set(at, line.replaceFirst(": .*", ": 7"));
      default -> {
        int hit = random.nextInt(line.length() + 1);
        lines.set(at, line.substring(0, hit) + "x" + line.substring(hit));
      }
    }
    return String.join("\n", lines);
  }
}
