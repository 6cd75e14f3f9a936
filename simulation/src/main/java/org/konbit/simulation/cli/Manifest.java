package org.konbit.simulation.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.konbit.rules.command.WrongUsage;
import org.konbit.rules.text.JsonText;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Parsed;

/**
 * What the manifest of a run says: how it was asked for, and the digests of what it rests on and of
 * what it found.
 *
 * @param version of the Konbit that made the run
 * @param arguments it was called with
 * @param before the day for which the law in force was read
 * @param after the day for which the reform was read
 */
record Manifest(
    String version,
    List<String> arguments,
    LocalDate before,
    LocalDate after,
    Digests digests,
    String results) {
  // The assumptions of a run take some 20 kB.
  private static final long LONGEST = 1 << 20;

  /** All that a run rests on, named exactly. */
  record Digests(String law, String reform, String people, String assumptions) {}

  /** A run that was to be made again is another. */
  static final class NotTheSame extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotTheSame(String message) {
      super(message);
    }
  }

  /**
   * Reads what {@code --manifest} wrote.
   *
   * @throws WrongUsage if the file cannot be read or is no manifest
   */
  static Manifest read(Path file) {
    return switch (JsonText.parse(file.toString(), bytes(file))) {
      case Parsed.Tree(Node.Mapping root) -> new Reader(file, root).manifest();
      case Parsed.Tree _, Parsed.Refused _ -> throw noManifest(file, "it is no JSON object");
    };
  }

  private static byte[] bytes(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new WrongUsage("There is no manifest (%s).\nCheck its name.".formatted(file));
      }
      if (Files.size(file) > LONGEST) {
        throw noManifest(file, "it is longer than any");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new WrongUsage("The manifest (%s) cannot be read.".formatted(file), e);
    }
  }

  private static WrongUsage noManifest(Path file, String why) {
    return new WrongUsage(
        "(%s) is no manifest of a run: %s.\nGive a file that --manifest wrote."
            .formatted(file, why));
  }

  /** Takes the manifest's facts out of its JSON. */
  private record Reader(Path file, Node.Mapping root) {
    Manifest manifest() {
      return new Manifest(
          text("konbit"),
          arguments(),
          day("before"),
          day("after"),
          new Digests(
              text("lawDigest"),
              text("reformDigest"),
              text("populationDigest"),
              text("assumptionsDigest")),
          text("results"));
    }

    private Node at(String name) {
      return root.find(name).orElseThrow(() -> isOlder(name) ? older(name) : lacking(name));
    }

    // Manifests of before a run could be checked began alike and had fewer facts.
    private boolean isOlder(String name) {
      return !name.equals("konbit")
          && !name.equals("arguments")
          && root.find("konbit").isPresent()
          && root.find("populationDigest").isPresent();
    }

    private WrongUsage older(String name) {
      return new WrongUsage(
          "The manifest (%s) is of an older Konbit (%s): it has no (%s), by which the run would be checked.\nMake the run anew with its arguments and --manifest, or use that Konbit."
              .formatted(file, text("konbit"), name));
    }

    private WrongUsage lacking(String name) {
      return noManifest(file, "it has no (%s)".formatted(name));
    }

    private String text(String name) {
      return text(at(name), name);
    }

    private String text(Node node, String name) {
      if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.WORD) {
        return scalar.text();
      }
      throw noManifest(file, "its (%s) is no text".formatted(name));
    }

    private List<String> arguments() {
      if (at("arguments") instanceof Node.Sequence all) {
        return all.items().stream().map(one -> text(one, "arguments")).toList();
      }
      throw noManifest(file, "its (arguments) are no list");
    }

    private LocalDate day(String name) {
      try {
        return LocalDate.parse(text(name));
      } catch (DateTimeParseException _) {
        throw noManifest(file, "its (%s) is no date".formatted(name));
      }
    }
  }

  /**
   * Refuses a run that rests on anything else, and names all that is another.
   *
   * @throws NotTheSame if it does
   */
  void requireSame(Digests now) {
    var other = new StringBuilder();
    compare(other, "law in force", digests.law(), now.law());
    compare(other, "law with the reform", digests.reform(), now.reform());
    compare(other, "people", digests.people(), now.people());
    compare(other, "assumptions", digests.assumptions(), now.assumptions());
    if (!other.isEmpty()) {
      throw new NotTheSame(
          "The run cannot be made again as it was:%s\nUse Konbit (%s), the same packs, files and tables, from the same folder."
              .formatted(other, version));
    }
  }

  private static void compare(StringBuilder other, String what, String then, String now) {
    if (!then.equals(now)) {
      other.append("\n  the %s: (%s) then, (%s) now".formatted(what, then, now));
    }
  }

  /**
   * Refuses results that are others.
   *
   * @throws NotTheSame if they are
   */
  void requireResults(String now) {
    if (!results.equals(now)) {
      throw new NotTheSame(
          "Of the same law, people and assumptions came other results: (%s) then, (%s) now.\nThe manifest was changed, or Konbit (%s) calculated otherwise; compare the two tables."
              .formatted(results, now, version));
    }
  }
}
