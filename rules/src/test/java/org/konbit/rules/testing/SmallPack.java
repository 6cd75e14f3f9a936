package org.konbit.rules.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.HouseholdReader;
import org.konbit.rules.household.Reading;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.screening.Screener;
import org.konbit.rules.screening.Screening;

/** Packs of a few lines, written where a test needs them. */
public final class SmallPack {
  // Gone with the build, where the temp folder would keep them.
  private static final Path FOLDERS = Path.of("target", "packs").toAbsolutePath();

  private SmallPack() {}

  /** The folder of packs made of these files, by their names such as {@code us/pack.yaml}. */
  public static Path folder(Map<String, String> files) {
    try {
      var folder = Files.createTempDirectory(Files.createDirectories(FOLDERS), "packs");
      for (var file : files.entrySet()) {
        var path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One program {@code us.trial} that asks for this condition alone. */
  public static RulePacks asking(String condition) {
    return with(
        """
        program: us.trial
        conditions:
          - {id: asked, holds: "%s", cite: "a law", message: us.trial.asked}
        """
            .formatted(condition));
  }

  /** A federal place and one more file in it; messages for {@code us.trial} are there. */
  public static RulePacks with(String file) {
    return RulePacks.of(folder(files(file)), List.of());
  }

  /** The files of {@link #with}. */
  public static Map<String, String> files(String file) {
    return Map.of(
        "us/pack.yaml",
        "pack: us\nname: Everywhere\ncovers: {from: \"2000-01-01\", cite: \"a law\"}\n",
        "us/trial.yaml",
        file,
        "us/messages/en.properties",
        "us.trial.name=A trial\nus.trial.asked=It is asked for\nus.trial.offered=There is one\n");
  }

  /** The household, which must be a document without faults. */
  public static Household household(RulePacks packs, String document) {
    var reading =
        new HouseholdReader(packs.vocabulary(), List.of())
            .read("household", document, LocalDate.of(2026, 6, 15));
    return switch (reading) {
      case Reading.Accepted(var household) -> household;
      case Reading.Refused(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  /** The whole answer to the document. */
  public static Screening screening(RulePacks packs, String document) {
    return new Screener(packs).screen(household(packs, document));
  }

  /** What the first member's {@code us.trial} comes to. */
  public static Outcome outcome(RulePacks packs, String document) {
    return screening(packs, document).members().getFirst().programs().getFirst().outcome();
  }
}
