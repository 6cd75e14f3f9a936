package org.konbit.rulepacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.konbit.rules.pack.LawText;

/** Random bills: some of the law's percentages, ages and years become others from some day on. */
final class Reforms {
  private static final List<LawText> CHANGEABLE =
      Shipped.PACKS.lawTexts().stream().filter(Reforms::isChangeable).toList();

  // Gone with the build, where the temp folder would keep them.
  private static final Path FOLDERS = Path.of("target", "packs").toAbsolutePath();

  private Reforms() {}

  private static boolean isChangeable(LawText text) {
    boolean isSmall = text.unit().startsWith("percent") || text.unit().equals("years");
    return text.kind() == LawText.Kind.PARAMETER && isSmall && text.text().matches("[0-9]+");
  }

  /** A folder to be laid over the shipped packs. */
  static Path some(Random random) {
    if (CHANGEABLE.size() < 20) {
      throw new AssertionError("The shipped law has hardly any figure to change.");
    }
    Map<String, List<String>> byPlace = new TreeMap<>();
    var chosen = new ArrayList<String>();
    for (int i = 0; i < 6; i++) {
      var text = CHANGEABLE.get(random.nextInt(CHANGEABLE.size()));
      if (chosen.contains(text.id())) {
        continue;
      }
      chosen.add(text.id());
      int dot = text.id().indexOf('.');
      byPlace
          .computeIfAbsent(text.id().substring(0, dot), _ -> new ArrayList<>())
          .add("  %s: %s".formatted(text.id().substring(dot + 1), changed(text, random)));
    }
    return write(byPlace);
  }

  /** A folder in which one age of a place's law is another from a day on. */
  static Path of(String place, String age, LocalDate from, int years) {
    var text = "  %s: {unit: years, cite: a bill, from: {\"%s\": %d}}".formatted(age, from, years);
    return write(Map.of(place, List.of(text)));
  }

  private static String changed(LawText text, Random random) {
    var from = Shipped.someDay(random, LocalDate.of(2022, 1, 1), LocalDate.of(2028, 12, 31));
    long value = Math.round(Long.parseLong(text.text()) * (0.5 + random.nextDouble()));
    return "{unit: %s, cite: a bill, from: {\"%s\": %d}}".formatted(text.unit(), from, value);
  }

  private static Path write(Map<String, List<String>> byPlace) {
    try {
      var folder = Files.createTempDirectory(Files.createDirectories(FOLDERS), "reform");
      for (var place : byPlace.entrySet()) {
        var file = folder.resolve(place.getKey()).resolve("a_bill.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "parameters:\n" + String.join("\n", place.getValue()) + "\n");
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
