package org.konbit.rules.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Problem;
import org.konbit.rules.text.Shown;
import org.konbit.rules.text.Spelling;

/** The packs' sentences, by language and key. */
public final class Messages {
  private static final String FALLBACK = "en";
  private static final String SUFFIX = ".properties";
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\s*(\\w+)");

  private record Line(String file, int number, String text) {}

  private final Map<String, Map<String, Line>> byLanguage = new TreeMap<>();
  private final Set<String> lost = new HashSet<>();
  private final List<String> malformed = new ArrayList<>();
  private final Set<String> onlyElsewhere = new HashSet<>();

  /** The sentence in that language, or in English where the language has none. */
  public Optional<String> find(String language, String key) {
    var own = byLanguage.getOrDefault(language, Map.of()).get(key);
    var line = own != null ? own : byLanguage.getOrDefault(FALLBACK, Map.of()).get(key);
    return Optional.ofNullable(line).map(Line::text);
  }

  /** The languages that have any sentence. */
  public Set<String> languages() {
    return new TreeSet<>(byLanguage.keySet());
  }

  /** The keys a language has. */
  public Set<String> keys(String language) {
    return new TreeSet<>(byLanguage.getOrDefault(language, Map.of()).keySet());
  }

  void read(String name, String text, Findings findings) {
    var lines = byLanguage.computeIfAbsent(languageOf(name), _ -> new LinkedHashMap<>());
    // A pack laid over has files of the same names, and may say the same keys anew.
    var here = new HashMap<String, Integer>();
    int number = 0;
    for (String written : text.split("\n", -1)) {
      number++;
      var line = written.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      if (equals < 1) {
        malformed.add(line);
        findings.addSlight(
            Problem.at(name, number, 1, "(%s) is no message.".formatted(Shown.of(line)))
                .withRemedy("Write key=text on one line."));
        continue;
      }
      var key = line.substring(0, equals).strip();
      lines.put(key, new Line(name, number, line.substring(equals + 1).strip()));
      var before = here.put(key, number);
      if (before != null) {
        findings.addSlight(
            Problem.at(
                name, number, 1, "(%s) has a text already, in line (%d).".formatted(key, before)));
      }
    }
  }

  private static String languageOf(String name) {
    return name.substring(name.lastIndexOf('/') + 1, name.length() - SUFFIX.length());
  }

  /** A file of sentences that could not be read: what it might have said is not missing. */
  void lose(String name) {
    lost.add(name);
    byLanguage.computeIfAbsent(languageOf(name), _ -> new LinkedHashMap<>());
  }

  // Whether the sentence may stand in a file or a line that could not be read.
  private boolean mayBeLost(String folder, String language, String key) {
    return lost.contains(folder + language + SUFFIX)
        || malformed.stream().anyMatch(line -> line.startsWith(key));
  }

  private static String folderOf(String file) {
    return file.substring(0, file.lastIndexOf('/') + 1);
  }

  /** Every language says all that English says, with the same arguments, and nothing else. */
  void checkLanguages(Findings findings) {
    var english = byLanguage.getOrDefault(FALLBACK, Map.of());
    english.forEach((key, line) -> {
      var silent = new ArrayList<String>();
      byLanguage.forEach((language, lines) -> {
        var translated = lines.get(key);
        if (translated == null) {
          if (!mayBeLost(folderOf(line.file()), language, key)) {
            silent.add(language);
          }
        } else if (translated.text().isEmpty() || !arguments(translated).equals(arguments(line))) {
          findings.addSlight(
              Problem.at(
                  translated.file(),
                  translated.number(),
                  1,
                  "This text is empty or has other {arguments} than the English one."));
        }
      });
      if (!silent.isEmpty()) {
        findings.addSlight(untranslated(key, line, silent));
      }
    });
    notInEnglish(english)
        .forEach((key, line) -> {
          onlyElsewhere.add(key);
          findings.addSlight(
              Problem.at(
                      line.file(), line.number(), 1, "English has no text for (%s).".formatted(key))
                  .withRemedy(Spelling.suggestion(key, english.keySet())));
        });
  }

  // One sentence is one thing to do, in however many languages it is wanting.
  private static Problem untranslated(String key, Line line, List<String> silent) {
    return Problem.at(
            line.file(),
            line.number(),
            1,
            "(%s) has no text for (%s).".formatted(String.join(", ", silent), key))
        .withRemedy(
            silent.stream()
                .map("%s.properties"::formatted)
                .collect(Collectors.joining(", ", "Add it to ", " beside this file.")));
  }

  private Map<String, Line> notInEnglish(Map<String, Line> english) {
    var found = new TreeMap<String, Line>();
    for (var lines : byLanguage.values()) {
      lines.forEach((key, line) -> {
        if (!english.containsKey(key) && !mayBeLost(folderOf(line.file()), FALLBACK, key)) {
          found.putIfAbsent(key, line);
        }
      });
    }
    return found;
  }

  private static Set<String> arguments(Line line) {
    var found = new TreeSet<String>();
    var matcher = ARGUMENT.matcher(line.text());
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /** Everything that the packs say to a reader is there in English. */
  void check(Declared declared, Findings findings) {
    var asked = new Asked(findings);
    declared.programs.values().forEach(program -> asked.of(program));
    declared.said.forEach(said -> asked.need(said.file(), said.at(), said.key()));
    declared.facts.values().forEach(fact -> asked.need(fact.file(), fact.at(), fact.message()));
  }

  /** What the packs need to be said, and whether it is. */
  private final class Asked {
    private final Set<String> told = new TreeSet<>();
    private final Findings findings;

    Asked(Findings findings) {
      this.findings = findings;
      told.addAll(onlyElsewhere); // told where the others say it
      told.addAll(byLanguage.getOrDefault(FALLBACK, Map.of()).keySet());
    }

    void of(Declared.Program program) {
      need(program.file, program.at, program.id + ".name");
      if (program.offered.isPresent()) {
        need(program.file, program.at, program.id + ".offered");
      }
      if (program.meantFor.isPresent()) {
        need(program.file, program.at, program.id + ".meant_for");
      }
      program.conditions.values().forEach(condition -> of(program, condition));
      for (var route : program.routes.values()) {
        route.conditions.values().forEach(condition -> of(program, condition));
      }
      program.notes.values().forEach(note -> need(note.file(), note.at(), note.message()));
    }

    private void of(Declared.Program program, Declared.Condition condition) {
      for (var text : condition.texts.values()) {
        // A message that is misnamed is told as such.
        if (text.message().equals(program.id + "." + condition.id)) {
          need(text.file(), text.at(), text.message());
        }
      }
    }

    void need(PackFile file, Node at, String key) {
      // A message that is not named at all is told where its name is missing.
      boolean isNamed = !key.isEmpty() && !key.startsWith(".");
      if (isNamed && !mayBeLost(file.place() + "/messages/", FALLBACK, key) && told.add(key)) {
        findings.addSlight(
            Problem.at(file.name(), at, "No message says (%s).".formatted(key))
                .withRemedy("Add %s=… to %s/messages/en.properties.".formatted(key, file.place())));
      }
    }
  }
}
