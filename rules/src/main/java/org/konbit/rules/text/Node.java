package org.konbit.rules.text;

import java.util.List;
import java.util.Optional;

/** One place of a parsed document. Lines and columns count from 1. */
public sealed interface Node {
  int line();

  int column();

  /**
   * Names and what stands at them, in the document's order; no name occurs twice.
   *
   * <p>A key is its text, whatever it looks like: {@code 2026:} is the name "2026".
   */
  record Mapping(int line, int column, List<Entry> entries) implements Node {
    public Mapping {
      entries = List.copyOf(entries);
    }

    /** What stands at the name; searched one by one, so read large mappings by their entries. */
    public Optional<Node> find(String key) {
      for (Entry entry : entries) {
        if (entry.key().equals(key)) {
          return Optional.of(entry.value());
        }
      }
      return Optional.empty();
    }
  }

  /** One name of a mapping, where it stands, and its value. */
  record Entry(String key, int line, int column, Node value) {}

  record Sequence(int line, int column, List<Node> items) implements Node {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * A single value as it was written: numbers keep their text, so that decimals stay exact.
   *
   * @param text unescaped, without its quotation marks; empty for a YAML value left blank
   * @param kind what it looks like; always {@link Kind#WORD} where it is quoted
   */
  record Scalar(int line, int column, String text, boolean isQuoted, Kind kind) implements Node {

    public boolean isNull() {
      return kind == Kind.NULL;
    }

    /** Whether it is YAML's null by nothing being written, as in {@code state:} and no more. */
    public boolean isBlank() {
      return kind == Kind.NULL && text.isEmpty();
    }
  }

  /** What a value looks like. */
  enum Kind {
    /** {@code null}, {@code ~} or nothing at all. */
    NULL,
    /** {@code true} or {@code false}; YAML's {@code yes} and {@code no} are words. */
    BOOLEAN,
    /**
     * Anything YAML 1.2 takes for a number, {@code 0x10}, {@code 1e5} and {@code .inf} too: whoever
     * reads a number checks the text.
     */
    NUMBER,
    WORD
  }
}
