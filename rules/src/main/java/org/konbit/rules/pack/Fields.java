package org.konbit.rules.pack;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Problem;
import org.konbit.rules.text.Shown;
import org.konbit.rules.text.Spelling;

/**
 * Reads one mapping strictly: what is asked for, what is missing, and what has no business there.
 */
final class Fields {
  private final PackFile file;
  private final Node node;
  private final List<Problem> problems;
  private final Set<String> asked = new LinkedHashSet<>();

  Fields(PackFile file, Node node, List<Problem> problems) {
    this.file = file;
    this.node = node;
    this.problems = problems;
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

  void problem(Node at, String message, String remedy) {
    problems.add(Problem.at(file.name(), at, message).withRemedy(remedy));
  }

  void problem(Node.Entry at, String message, String remedy) {
    problems.add(Problem.at(file.name(), at, message).withRemedy(remedy));
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
      problem(node, "(%s) is missing here.".formatted(key), "");
    }
    return found;
  }

  Optional<Fields> below(String key) {
    return find(key).map(value -> new Fields(file, value, problems));
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
    return sequence.items().stream().map(item -> new Fields(file, item, problems)).toList();
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
    if (!(value instanceof Node.Sequence sequence)) {
      problem(value, "A list of words is wanted here.", "Write it as [one, two].");
      return List.of();
    }
    var words = new ArrayList<String>();
    for (Node item : sequence.items()) {
      scalar(Optional.of(item)).ifPresent(scalar -> words.add(scalar.text()));
    }
    return words;
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

  /** Reports every name that nothing asked for. */
  void nothingElse() {
    if (!(node instanceof Node.Mapping mapping)) {
      return;
    }
    for (Node.Entry entry : mapping.entries()) {
      if (!asked.contains(entry.key())) {
        problem(
            entry,
            "(%s) means nothing here.".formatted(Shown.of(entry.key())),
            Spelling.suggestion(entry.key(), asked));
      }
    }
  }

  static @Nullable Integer orNull(Optional<Integer> day) {
    return day.orElse(null);
  }
}
