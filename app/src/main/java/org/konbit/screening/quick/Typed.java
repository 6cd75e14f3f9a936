package org.konbit.screening.quick;

import java.util.List;
import org.konbit.rules.text.Node;

/** Pieces of a household's document, made from what was typed instead of from a text. */
final class Typed {
  private Typed() {}

  static Node word(String text) {
    return new Node.Scalar(1, 1, text, true, Node.Kind.WORD);
  }

  static Node number(String text) {
    return new Node.Scalar(1, 1, text, false, Node.Kind.NUMBER);
  }

  static Node flag(boolean value) {
    return new Node.Scalar(1, 1, Boolean.toString(value), false, Node.Kind.BOOLEAN);
  }

  static Node none() {
    return new Node.Scalar(1, 1, "null", false, Node.Kind.NULL);
  }

  static Node list(List<Node> items) {
    return new Node.Sequence(1, 1, items);
  }

  static Node fields(List<Node.Entry> entries) {
    return new Node.Mapping(1, 1, entries);
  }

  static Node.Entry entry(String name, Node value) {
    return new Node.Entry(name, 1, 1, value);
  }
}
