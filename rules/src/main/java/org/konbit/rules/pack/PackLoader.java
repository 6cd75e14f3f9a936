package org.konbit.rules.pack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.konbit.rules.expression.CheckedCondition;
import org.konbit.rules.text.Decoded;
import org.konbit.rules.text.Parsed;
import org.konbit.rules.text.YamlText;

/** Reads packs, lays one over the other and checks them as a whole. */
final class PackLoader {
  private static final Pattern NAME = Pattern.compile("\n\\w");

  private final Findings findings = new Findings();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Declared declared = new Declared();
  private final Messages messages = new Messages();
  private final boolean examplesWait;

  private PackLoader(boolean examplesWait) {
    this.examplesWait = examplesWait;
  }

  /**
   * Loads packs.
   *
   * @param examplesWait whether the examples are left to be read when somebody asks for them: of
   *     the shipped packs they are four fifths, and a family's answer does not need them
   * @throws PackProblems with everything that is wrong in them
   */
  static RulePacks load(Map<String, byte[]> base, List<Path> overlays, boolean examplesWait) {
    return new PackLoader(examplesWait).load(base, overlays);
  }

  /** What examples the packs of these texts hold, and what is wrong with them. */
  static Declared.Examples examples(Map<String, String> texts) {
    var loader = new PackLoader(false);
    loader.parsed(new TreeMap<>(texts)).forEach(loader::read); // the boundaries go by their order
    return new Declared.Examples(loader.declared.examples, loader.findings.all());
  }

  private RulePacks load(Map<String, byte[]> base, List<Path> overlays) {
    var layers = new ArrayList<Map<String, String>>();
    layers.add(decoded(base));
    overlays.forEach(folder -> layers.add(decoded(PackFolder.read(folder))));
    read(layers.getFirst());
    // A pack laid over need not speak every language: English stands in.
    messages.checkLanguages(findings);
    layers.stream().skip(1).forEach(this::read);
    var compiler = new PackCompiler(declared, findings);
    var compiled = compiler.compile();
    messages.check(declared, findings);
    var unusable = Unusable.of(declared, compiler, compiled, findings);
    var packs =
        new RulePacks(
            compiled,
            places(compiler, unusable),
            messages,
            declared,
            unusable,
            digest(layers),
            texts,
            examplesWait
                ? Optional.empty()
                : Optional.of(new Declared.Examples(declared.examples, List.of())));
    if (findings.isEmpty()) {
      return packs;
    }
    if (examplesWait) {
      // Whoever is to mend the packs is told of the examples' faults, too.
      return new PackLoader(false).load(base, overlays);
    }
    throw new PackProblems(findings.all(), packs);
  }

  private void read(Map<String, String> layer) {
    // Examples are about the law they stand beside; a pack laid over brings its own.
    declared.examples.clear();
    layer.forEach((name, text) -> {
      if (isMessages(name)) {
        messages.read(name, text, findings);
      }
    });
    parsed(layer).forEach(this::read);
  }

  private Map<String, String> decoded(Map<String, byte[]> files) {
    var decoded = new TreeMap<String, String>();
    files.forEach((name, bytes) -> {
      switch (Decoded.of(name, bytes)) {
        case Decoded.Text(var text) -> decoded.put(name, text);
        case Decoded.Undecodable(var problem) -> {
          findings.add(problem);
          var text = new String(bytes, StandardCharsets.UTF_8);
          texts.put(name, text);
          if (isMessages(name)) {
            messages.lose(name);
          } else {
            findings.lose(name, text);
          }
        }
      }
    });
    texts.putAll(decoded);
    return decoded;
  }

  private static boolean isMessages(String name) {
    return name.endsWith(".properties");
  }

  // Side by side on all cores, in the files' order.
  private Map<Map.Entry<String, String>, Parsed> parsed(Map<String, String> layer) {
    return layer.entrySet().parallelStream()
        .filter(file -> !isMessages(file.getKey()))
        .collect(
            Collectors.toMap(
                Function.identity(),
                file ->
                    YamlText.parse(
                        file.getKey(), examplesWait ? law(file.getValue()) : file.getValue()),
                (one, _) -> one,
                LinkedHashMap::new));
  }

  // What stands before the examples, where these come last.
  private static String law(String text) {
    int end = text.indexOf("\nexamples:") + 1;
    return end == 0 || NAME.matcher(text).region(end + 1, text.length()).find()
        ? text
        : text.substring(0, end);
  }

  private void read(Map.Entry<String, String> file, Parsed parsed) {
    var name = file.getKey();
    switch (parsed) {
      case Parsed.Tree(var root) -> read(name, file.getValue(), root);
      case Parsed.Refused(var refused, var rest) -> {
        refused.forEach(findings::add);
        findings.lose(name, file.getValue());
        rest.ifPresent(root -> {
          findings.doubtFile(name);
          read(name, file.getValue(), root);
        });
      }
    }
  }

  private void read(String name, String text, org.konbit.rules.text.Node root) {
    var place = name.substring(0, name.indexOf('/'));
    new PackReader(declared, findings).read(new PackFile(place, name, text, root));
  }

  private Map<String, RulePacks.Place> places(PackCompiler compiler, Unusable unusable) {
    var places = new LinkedHashMap<String, RulePacks.Place>();
    for (var place : declared.places.values()) {
      var derived = new LinkedHashMap<String, CheckedCondition>();
      place
          .derived()
          .forEach((name, source) ->
              compiler
                  .checked(source)
                  .filter(_ -> unusable.causeOf(Unusable.derived(place.place(), name)).isEmpty())
                  .ifPresent(checked -> derived.put(name, checked)));
      places.put(
          place.place(),
          new RulePacks.Place(
              place.place(),
              place.name(),
              place.state(),
              LocalDate.ofEpochDay(place.coversFrom()),
              place.ranking().stream().map(Declared.Ranked::program).toList(),
              derived,
              Map.copyOf(place.sensitivity()),
              place.coarse()));
    }
    return places;
  }

  private static String digest(List<Map<String, String>> layers) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      for (var layer : layers) {
        layer.forEach((name, text) -> {
          sha.update((name + "\0" + text + "\0").getBytes(StandardCharsets.UTF_8));
        });
      }
      return "sha256:" + HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
