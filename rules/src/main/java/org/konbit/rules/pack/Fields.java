package org.konbit.rules.pack;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Problem;
import org.konbit.rules.text.Shown;
import org.konbit.rules.text.Spelling;

/**
 * Reads one mapping strictly: what is asked for, what is missing, and what has no business there.
 */
final class Fields {
  // What a rule says to its reader; it decides the same without.
  private static final Set<String> SAYINGS = Set.of("cite", "message", "name");

  private final PackFile file;
  private final Node node;
  private final Findings findings;
  private final Set<String> asked = new LinkedHashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private boolean isFaulty;

  Fields(PackFile file, Node node, Findings findings) {
    this.file = file;
    this.node = node;
    this.findings = findings;
    if (!(node instanceof Node.Mapping)) {
      problem(node, "Names with values are wanted here.", "Write it as {name: value}.");
    }
  }

  PackFile file() {
    return file;
  }

  Node node() {
    return node;
  }

  /** Whether anything was wrong here so far. */
  boolean isFaulty() {
    return isFaulty;
  }

  void problem(Node at, String message, String remedy) {
    isFaulty = true;
    findings.add(Problem.at(file.name(), at, message).withRemedy(remedy));
  }

  void problem(Node.Entry at, String message, String remedy) {
    isFaulty = true;
    findings.add(Problem.at(file.name(), at, message).withRemedy(remedy));
  }

  private Optional<Node> find(String key) {
    asked.add(key);
    return node instanceof Node.Mapping mapping
        ? mapping.find(key).filter(value -> !(value instanceof Node.Scalar s && s.isBlank()))
        : Optional.empty();
  }

  Optional<Node> optional(String key) {
    return find(key);
  }

  Optional<Node> required(String key) {
    var found = find(key);
    if (found.isEmpty() && node instanceof Node.Mapping) {
      missing.add(key);
    }
    return found;
  }

  Optional<Fields> below(String key) {
    return find(key).map(value -> new Fields(file, value, findings));
  }

  List<Fields> items(String key) {
    var found = find(key);
    if (found.isEmpty()) {
      return List.of();
    }
    if (!(found.get() instanceof Node.Sequence sequence)) {
      problem(found.get(), "(%s) is a list.".formatted(key), "Start each item with a dash.");
      return List.of();
    }
    return sequence.items().stream().map(item -> new Fields(file, item, findings)).toList();
  }

  List<Node.Entry> entries(String key) {
    return find(key).map(this::entriesOf).orElse(List.of());
  }

  List<Node.Entry> entriesOf(Node value) {
    if (value instanceof Node.Mapping mapping) {
      return mapping.entries();
    }
    problem(value, "Names with values are wanted here.", "");
    return List.of();
  }

  Optional<String> text(String key) {
    return scalar(find(key)).map(Node.Scalar::text);
  }

  String requiredText(String key) {
    return scalar(required(key)).map(Node.Scalar::text).orElse("");
  }

  Optional<Source> source(String key) {
    return scalar(find(key)).map(scalar -> new Source(file, scalar));
  }

  Optional<Source> requiredSource(String key) {
    return scalar(required(key)).map(scalar -> new Source(file, scalar));
  }

  private Optional<Node.Scalar> scalar(Optional<Node> value) {
    if (value.isPresent() && !(value.get() instanceof Node.Scalar)) {
      problem(value.get(), "One value is wanted here.", "");
      return Optional.empty();
    }
    return value.map(Node.Scalar.class::cast);
  }

  List<String> words(String key) {
    return find(key).map(this::wordsOf).orElse(List.of());
  }

  List<String> wordsOf(Node value) {
    return scalarsOf(value).stream().map(Node.Scalar::text).toList();
  }

  /** The single values of a list. */
  List<Node.Scalar> scalars(String key) {
    return find(key).map(this::scalarsOf).orElse(List.of());
  }

  private List<Node.Scalar> scalarsOf(Node value) {
    if (!(value instanceof Node.Sequence sequence)) {
      problem(value, "A list of words is wanted here.", "Write it as [one, two].");
      return List.of();
    }
    var found = new ArrayList<Node.Scalar>();
    for (Node item : sequence.items()) {
      scalar(Optional.of(item)).ifPresent(found::add);
    }
    return found;
  }

  boolean flag(String key) {
    var found = scalar(find(key));
    if (found.isEmpty()) {
      return false;
    }
    if (found.get().kind() != Node.Kind.BOOLEAN) {
      problem(found.get(), "(%s) is true or false.".formatted(key), "");
    }
    return found.get().text().equals("true");
  }

  /** A day in days since 1970-01-01. */
  Optional<Integer> day(String key) {
    return scalar(find(key)).flatMap(scalar -> dayOf(scalar.text(), scalar));
  }

  Optional<Integer> dayOf(String text, Node at) {
    try {
      return Optional.of(Math.toIntExact(LocalDate.parse(text).toEpochDay()));
    } catch (DateTimeException _) {
      problem(at, "(%s) is no date.".formatted(Shown.of(text)), "Write it as \"2026-10-01\".");
      return Optional.empty();
    }
  }

  /** A whole number; for dollars the cents of a decimal. */
  Optional<Long> number(Node at, boolean dollars) {
    if (at instanceof Node.Scalar scalar) {
      try {
        var value = new BigDecimal(scalar.text().replace("_", ""));
        return Optional.of((dollars ? value.movePointRight(2) : value).longValueExact());
      } catch (ArithmeticException | NumberFormatException _) {
        problem(
            at,
            "(%s) is not %s."
                .formatted(Shown.of(scalar.text()), dollars ? "an amount" : "a whole number"),
            dollars ? "Write dollars with at most two decimal places." : "");
        return Optional.empty();
      }
    }
    problem(at, "A number is wanted here.", "");
    return Optional.empty();
  }

  /** Reports every name that is missing and every name that nothing asked for. */
  void nothingElse() {
    if (!(node instanceof Node.Mapping mapping)) {
      return;
    }
    for (Node.Entry entry : mapping.entries()) {
      if (!asked.contains(entry.key())) {
        unasked(entry);
      }
    }
    reportMissing();
  }

  /** Whether a name stands here that nothing asked for. */
  boolean hasUnasked() {
    return node instanceof Node.Mapping mapping
        && mapping.entries().stream().anyMatch(entry -> !asked.contains(entry.key()));
  }

  // Where an item lacks much, it is one item that lacks it.
  private void reportMissing() {
    if (missing.isEmpty()) {
      return;
    }
    var keys = missing.stream().map("(%s)"::formatted).collect(Collectors.joining(", "));
    var problem =
        Problem.at(
            file.name(),
            node,
            (missing.size() == 1 ? "%s is missing here." : "%s are missing here.").formatted(keys));
    report(problem, SAYINGS.containsAll(missing));
    missing.clear();
  }

  // A name that was misspelt is not missing, too.
  private void unasked(Node.Entry entry) {
    var meant =
        Spelling.nearest(entry.key(), missing).or(() -> Spelling.nearest(entry.key(), asked));
    meant.ifPresent(missing::remove);
    report(
        Problem.at(file.name(), entry, "(%s) means nothing here.".formatted(Shown.of(entry.key())))
            .withRemedy(meant.map("Did you mean %s?"::formatted).orElse("")),
        meant.filter(SAYINGS::contains).isPresent());
  }

  private void report(Problem problem, boolean isSlight) {
    isFaulty = true;
    if (isSlight) {
      findings.addSlight(problem);
    } else {
      findings.add(problem);
    }
  }

  /** Whether any of the names stands here; each of them has its business here. */
  boolean hasAny(Collection<String> keys) {
    return keys.stream().filter(key -> find(key).isPresent()).count() > 0;
  }

  /** What is written here as single words, whatever it is called. */
  String singleWords() {
    return node instanceof Node.Mapping mapping
        ? mapping.entries().stream()
            .map(Node.Entry::value)
            .filter(Node.Scalar.class::isInstance)
            .map(value -> ((Node.Scalar) value).text())
            .filter(text -> text.matches("[\\w.]+"))
            .map("id: %s"::formatted)
            .collect(Collectors.joining("\n"))
        : "";
  }

  static @Nullable Integer orNull(Optional<Integer> day) {
    return day.orElse(null);
  }
}
