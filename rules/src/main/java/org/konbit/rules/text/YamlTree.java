package org.konbit.rules.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Builds the tree from YAML's events. Events, not the library's composer: that one calls itself for
 * every level, and a text of brackets would overflow the stack before the depth could be checked.
 */
final class YamlTree {
  // What the core schema of YAML 1.2.2 (section 10.3.2) takes for a number.
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
  private static final int LONGEST_NUMBER = 1_000;
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> BOOLEANS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");

  private final Problems problems;
  private final Deque<Level> levels = new ArrayDeque<>();
  private @Nullable Node root;
  private boolean isOver;

  YamlTree(Problems problems) {
    this.problems = problems;
  }

  /** Whether more is wanted. */
  boolean accept(Event event) {
    switch (event.getEventId()) {
      case DocumentStart -> startDocument(event);
      case Scalar -> put(scalar((ScalarEvent) event));
      case MappingStart, SequenceStart -> open((CollectionStartEvent) event);
      case MappingEnd, SequenceEnd -> put(levels.pop().close(problems));
      case Alias -> refuseAlias((AliasEvent) event);
      case StreamStart, StreamEnd, DocumentEnd, Comment -> {
        // nothing stands there
      }
    }
    return !isOver;
  }

  Parsed result() {
    if (root == null && problems.isEmpty()) {
      problems.add(Problem.at(problems.file(), 1, 1, "The text is empty."));
    }
    return root == null || !problems.isEmpty()
        ? new Parsed.Refused(problems.all(), isOver ? Optional.empty() : Optional.ofNullable(root))
        : new Parsed.Tree(root);
  }

  private void startDocument(Event event) {
    if (root != null) {
      refuse(event, "A second document begins here; one text holds one document.", "");
      isOver = true;
    }
  }

  private void open(CollectionStartEvent event) {
    check(event, event.getTag());
    if (levels.size() == Characters.DEEPEST) {
      refuse(event, "Lists and names stand more than 64 levels inside each other here.", "");
      isOver = true;
    } else {
      levels.push(new Level(event instanceof MappingStartEvent, line(event), column(event)));
    }
  }

  private Node.Scalar scalar(ScalarEvent event) {
    check(event, event.getTag());
    boolean isQuoted = !event.isPlain();
    var kind = isQuoted ? Node.Kind.WORD : kind(event.getValue());
    return new Node.Scalar(line(event), column(event), event.getValue(), isQuoted, kind);
  }

  private static Node.Kind kind(String text) {
    if (NULLS.contains(text)) {
      return Node.Kind.NULL;
    }
    if (BOOLEANS.contains(text)) {
      return Node.Kind.BOOLEAN;
    }
    boolean isShort = text.length() <= LONGEST_NUMBER;
    return isShort && NUMBER.matcher(text).matches() ? Node.Kind.NUMBER : Node.Kind.WORD;
  }

  private void check(NodeEvent event, Optional<String> tag) {
    if (event.getAnchor().isPresent()) {
      refuse(event, "An anchor (&) cannot be used here.", "Write the value out at each place.");
    }
    if (tag.isPresent()) {
      refuse(event, "A tag (!) cannot be used here.", "Write the value without it.");
    }
  }

  private void refuseAlias(AliasEvent event) {
    refuse(event, "An alias (*) cannot be used here.", "Write the value out at each place.");
    put(new Node.Scalar(line(event), column(event), "", false, Node.Kind.NULL));
  }

  private void put(Node node) {
    var level = levels.peek();
    if (level == null) {
      root = node;
    } else {
      level.take(node, problems);
    }
  }

  private void refuse(Event event, String message, String remedy) {
    problems.add(
        Problem.at(problems.file(), line(event), column(event), message).withRemedy(remedy));
  }

  private static int line(Event event) {
    return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  private static int column(Event event) {
    return event.getStartMark().map(Mark::getColumn).orElse(0) + 1;
  }

  /** A list or a set of names that is still being read. */
  private static final class Level {
    private final boolean isMapping;
    private final int line;
    private final int column;
    private final List<Node.Entry> entries = new ArrayList<>();
    private final List<Node> items = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Node.Scalar> twice = new ArrayList<>();
    private Node.@Nullable Scalar key;
    private boolean isSkipping;

    Level(boolean isMapping, int line, int column) {
      this.isMapping = isMapping;
      this.line = line;
      this.column = column;
    }

    void take(Node node, Problems problems) {
      if (!isMapping) {
        items.add(node);
      } else if (isSkipping) {
        isSkipping = false;
      } else if (key == null) {
        takeKey(node, problems);
      } else {
        entries.add(new Node.Entry(key.text(), key.line(), key.column(), node));
        key = null;
      }
    }

    private void takeKey(Node node, Problems problems) {
      if (!(node instanceof Node.Scalar name) || name.isNull()) {
        problems.add(node, "", "A single word is expected before the colon here.", "");
        isSkipping = true;
      } else if (!seen.add(name.text())) {
        twice.add(name);
        isSkipping = true;
      } else {
        key = name;
      }
    }

    Node close(Problems problems) {
      if (twice.size() == 1) {
        var message = "The name (%s) occurs twice.".formatted(Shown.of(twice.getFirst().text()));
        problems.add(twice.getFirst(), "", message, "Keep one of the two.");
      } else if (twice.size() > 1) {
        var names =
            twice.stream().map(name -> Shown.of(name.text())).collect(Collectors.joining(", "));
        problems.add(
            twice.getFirst(),
            "",
            "The names (%s) occur twice.".formatted(names),
            "Keep one of each. Perhaps a line that begins another item is missing before them.");
      }
      return isMapping
          ? new Node.Mapping(line, column, entries)
          : new Node.Sequence(line, column, items);
    }
  }
}
