package org.konbit.simulation.reform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.text.Spelling;

/** The reforms that come with Konbit, and reforms in folders of one's own. */
public final class Reforms {
  private static final String SHIPPED = "org/konbit/simulation/reforms";
  private static final String LANDMARK = "/husky-r1/reform.yaml";
  private static final String FILE = "reform.yaml";

  private Reforms() {}

  /** A reform, and the law with it in force. */
  public record Reformed(Reform reform, RulePacks law) {}

  /** What is said of each of several reforms, such as a digest, in their order and in one text. */
  public static String together(Stream<String> ofEach) {
    return ofEach.collect(Collectors.joining(" "));
  }

  /** All that come with Konbit, by id. */
  public static List<Reform> shipped() {
    return inShipped(Reforms::all);
  }

  private static List<Reform> all(Path folder) {
    try (var folders = Files.list(folder)) {
      return folders
          .map(reform -> reform.resolve(FILE))
          .filter(Files::isRegularFile)
          .sorted()
          .map(ReformReader::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The shipped law with a reform laid over it.
   *
   * @param named a shipped reform's id, or a folder with a {@code reform.yaml} and its packs
   * @param below folders of packs that both the law in force and the reform rest on
   * @throws ReformProblem if there is none of the name, or it cannot be read
   * @throws org.konbit.rules.pack.PackProblems with all that is wrong in its packs
   */
  public static Reformed laidOver(String named, List<Path> below) {
    return inShipped(folder -> {
      var own = Path.of(named);
      boolean isShipped = Files.isDirectory(folder.resolve(named.replaceAll("[^a-z0-9-]", "_")));
      if (!isShipped && !Files.isDirectory(own)) {
        throw unknown(named, folder);
      }
      var top = isShipped ? folder.resolve(named) : own;
      var layers = new ArrayList<>(below);
      layers.addAll(layers(top, folder));
      return new Reformed(ReformReader.read(top.resolve(FILE)), RulePacks.shipped(layers));
    });
  }

  /**
   * What the same people are told in for several reforms.
   *
   * @throws ReformProblem if they declare different facts: one reform's would be unanswered for
   *     another
   */
  public static Vocabulary vocabulary(List<Reformed> together) {
    var first = together.getFirst();
    for (Reformed one : together) {
      if (!one.law().vocabulary().facts().equals(first.law().vocabulary().facts())) {
        throw new ReformProblem(
            "The reforms (%s) and (%s) declare different facts.\nRun them one after another."
                .formatted(first.reform().id(), one.reform().id()));
      }
    }
    return first.law().vocabulary();
  }

  private static ReformProblem unknown(String named, Path folder) {
    var ids = all(folder).stream().map(Reform::id).toList();
    var near =
        Spelling.nearest(named, ids)
            .map("Did you mean %s?"::formatted)
            .orElse("There are: %s; or name a folder.".formatted(String.join(", ", ids)));
    return new ReformProblem("There is no reform (%s).\n%s".formatted(named, near));
  }

  /** What a reform builds upon, then the reform, each once. */
  private static SequencedSet<Path> layers(Path top, Path folder) {
    var layers = new LinkedHashSet<Path>();
    addLayers(top, folder, layers, new LinkedHashSet<>());
    return layers;
  }

  private static void addLayers(
      Path reform, Path folder, SequencedSet<Path> layers, SequencedSet<Path> open) {
    if (layers.contains(reform)) {
      return;
    }
    if (!open.add(reform)) {
      throw new ReformProblem(
          "The reform (%s) builds upon itself.".formatted(reform.getFileName()));
    }
    for (String below : ReformReader.read(reform.resolve(FILE)).over()) {
      var shipped = folder.resolve(below);
      if (!Files.isDirectory(shipped)) {
        throw unknown(below, folder);
      }
      addLayers(shipped, folder, layers, open);
    }
    layers.add(reform);
  }

  private static <T> T inShipped(Function<Path, T> use) {
    var found = Reforms.class.getClassLoader().getResource(SHIPPED + LANDMARK);
    if (found == null) {
      throw new IllegalStateException("No reforms are on the class path.");
    }
    try {
      var uri = found.toURI();
      return uri.getScheme().equals("jar")
          ? inJar(uri, use)
          : use.apply(Path.of(uri).resolve("../..").normalize());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T inJar(URI uri, Function<Path, T> use) {
    // A file system of its own, by path, so that two threads may each open one.
    var jar = Path.of(URI.create(uri.getSchemeSpecificPart().replaceFirst("!.*", "")));
    try (var files = FileSystems.newFileSystem(jar, Map.of())) {
      return use.apply(files.getPath("/" + SHIPPED));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
