package org.konbit.rules.pack;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.konbit.rules.text.Problem;
import org.konbit.rules.text.Shown;

/** The packs' sentences, by language and key. */
public final class Messages {
  private static final String FALLBACK = "en";
  private static final Pattern ARGUMENT = Pattern.compile("\\{\\s*(\\w+)");

  private record Line(String file, int number, String text) {}

  private final Map<String, Map<String, Line>> byLanguage = new TreeMap<>();

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

  void read(String name, String text, List<Problem> problems) {
    var file = name.substring(name.lastIndexOf('/') + 1);
    var language = file.substring(0, file.length() - ".properties".length());
    var lines = byLanguage.computeIfAbsent(language, _ -> new LinkedHashMap<>());
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
        problems.add(
            Problem.at(name, number, 1, "(%s) is no message.".formatted(Shown.of(line)))
                .withRemedy("Write key=text on one line."));
        continue;
      }
      var key = line.substring(0, equals).strip();
      lines.put(key, new Line(name, number, line.substring(equals + 1).strip()));
      var before = here.put(key, number);
      if (before != null) {
        problems.add(
            Problem.at(
                name, number, 1, "(%s) has a text already, in line (%d).".formatted(key, before)));
      }
    }
  }

  /** Every language says all that English says, with the same arguments, and nothing else. */
  void checkLanguages(List<Problem> problems) {
    var english = byLanguage.getOrDefault(FALLBACK, Map.of());
    for (var language : byLanguage.entrySet()) {
      for (var entry : english.entrySet()) {
        var line = entry.getValue();
        var translated = language.getValue().get(entry.getKey());
        if (translated == null) {
          problems.add(
              Problem.at(
                      line.file(),
                      line.number(),
                      1,
                      "(%s) has no text for (%s).".formatted(language.getKey(), entry.getKey()))
                  .withRemedy(
                      "Add it to %s.properties beside this file.".formatted(language.getKey())));
        } else if (translated.text().isEmpty() || !arguments(translated).equals(arguments(line))) {
          problems.add(
              Problem.at(
                  translated.file(),
                  translated.number(),
                  1,
                  "This text is empty or has other {arguments} than the English one."));
        }
      }
      for (var entry : language.getValue().entrySet()) {
        if (!english.containsKey(entry.getKey())) {
          problems.add(
              Problem.at(
                  entry.getValue().file(),
                  entry.getValue().number(),
                  1,
                  "English has no text for (%s).".formatted(entry.getKey())));
        }
      }
    }
  }

  private static Set<String> arguments(Line line) {
    var found = new TreeSet<String>();
    var matcher = ARGUMENT.matcher(line.text());
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  void check(Declared declared, List<Problem> problems) {
    for (var program : declared.programs.values()) {
      require(program.file, program.at, program.id + ".name", problems);
      if (program.offered.isPresent()) {
        require(program.file, program.at, program.id + ".offered", problems);
      }
      if (program.meantFor.isPresent()) {
        require(program.file, program.at, program.id + ".meant_for", problems);
      }
      program.conditions.values().forEach(condition -> require(condition, problems));
      for (var route : program.routes.values()) {
        route.conditions.values().forEach(condition -> require(condition, problems));
      }
      for (var note : program.notes.values()) {
        require(note.file(), note.at(), note.message(), problems);
      }
    }
    for (var said : declared.said) {
      require(said.file(), said.at(), said.key(), problems);
    }
    for (var fact : declared.facts.values()) {
      require(fact.file(), fact.at(), fact.message(), problems);
    }
  }

  private void require(Declared.Condition condition, List<Problem> problems) {
    for (var text : condition.texts.values()) {
      require(text.file(), text.at(), text.message(), problems);
    }
  }

  private void require(
      PackFile file, org.konbit.rules.text.Node at, String key, List<Problem> problems) {
    if (!byLanguage.getOrDefault(FALLBACK, Map.of()).containsKey(key)) {
      problems.add(
          Problem.at(file.name(), at, "No message says (%s).".formatted(key))
              .withRemedy("Add %s=… to %s/messages/en.properties.".formatted(key, file.place())));
    }
  }
}
