package org.konbit.rules.pack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.konbit.rules.text.Problem;

/**
 * What is wrong with packs, gathered while they are read, and what is in doubt because of it: one
 * fault is told once, and not again at each place that rests on it.
 */
final class Findings {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_]\\w*)*");
  private static final Pattern OUTCOME = Pattern.compile("\\.eligible$");

  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, String> lost = new TreeMap<>();
  private final Map<String, String> doubted = new TreeMap<>();
  private final Set<String> doubtfulFiles = new TreeSet<>();
  private final Set<String> untyped = new HashSet<>();
  private int grave;

  /** A fault that leaves in doubt what the rule it stands in means. */
  void add(Problem problem) {
    problems.add(problem);
    grave++;
  }

  /** A fault that changes no answer, such as a citation that is missing. */
  void addSlight(Problem problem) {
    problems.add(problem);
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /** How many faults leave a meaning in doubt: if it grew, what was just read is not whole. */
  int grave() {
    return grave;
  }

  /** All that was found, in the order of the files. */
  List<Problem> all() {
    return problems.stream().distinct().sorted(Problem.BY_PLACE).toList();
  }

  /** Of this file not all could be read: what its text seems to declare is not unknown. */
  void lose(String file, String text) {
    lost.merge(file, text, (before, more) -> before + "\n" + more);
  }

  boolean isLost(String file) {
    return lost.containsKey(file);
  }

  /** A place's frame that could not be read. */
  Optional<String> lostFrame() {
    return lost.keySet().stream().filter(file -> file.endsWith("/pack.yaml")).findFirst();
  }

  /** The file that could not be read and, by the look of its text, declares the name. */
  Optional<String> lostFileOf(String name) {
    var plain = OUTCOME.matcher(name).replaceFirst("");
    var last = Pattern.quote(plain.substring(plain.lastIndexOf('.') + 1));
    var declared =
        Pattern.compile(
            "(?<![\\w.])%s[\"']?\\s*:|\\b(id|program)\\w*[\"']?\\s*:\\s*[\"']?(\\w+\\.)*%s\\b"
                .formatted(last, last));
    var ownFile = plain.replace('.', '/') + ".yaml";
    return lost.entrySet().stream()
        .filter(file -> file.getKey().equals(ownFile) || declared.matcher(file.getValue()).find())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** A file of which it is not certain that all was read as it was meant. */
  void doubtFile(String file) {
    doubtfulFiles.add(file);
  }

  Set<String> doubtfulFiles() {
    return doubtfulFiles;
  }

  /** What the id names may not mean what was meant. */
  void doubt(String id) {
    doubted.put(id, id);
  }

  /** What the id names is in doubt because of something else. */
  void doubt(String id, String cause) {
    doubted.putIfAbsent(id, cause);
  }

  /** Not even the type of what the id names is certain. */
  void doubtType(String id) {
    doubt(id);
    untyped.add(id);
  }

  /** The ids of all that is in doubt, with what each is in doubt for. */
  Map<String, String> doubted() {
    return doubted;
  }

  /** The fault told elsewhere because of which nobody declares the name, if there is one. */
  Optional<String> explanation(String place, String name) {
    return isUntyped(place, name) ? Optional.of(name) : lostFileOf(name);
  }

  /** Whether the text names something, other than itself, whose type is not certain. */
  boolean readsUntyped(String place, String text, String itself) {
    return !untyped.isEmpty()
        && NAME.matcher(text)
            .results()
            .map(found -> found.group())
            .filter(name -> !(place + "." + name).equals(itself) && !name.equals(itself))
            .anyMatch(name -> isUntyped(place, name));
  }

  // A walk puts the name of the member it has reached before the name.
  private boolean isUntyped(String place, String written) {
    var name = OUTCOME.matcher(written).replaceFirst("");
    var walked = name.substring(name.indexOf('.') + 1);
    return untyped.contains(name)
        || untyped.contains(place + "." + name)
        || untyped.contains(walked)
        || untyped.contains(place + "." + walked);
  }
}
