package org.konbit.rules.text;

import java.util.List;
import java.util.Optional;

/** What became of a text: a tree, or every problem found in it. */
public sealed interface Parsed {
  record Tree(Node root) implements Parsed {}

  /**
   * A text with problems, of which there is at least one.
   *
   * @param rest what could be understood, where the text could be followed to its end
   */
  record Refused(List<Problem> problems, Optional<Node> rest) implements Parsed {
    public Refused {
      problems = List.copyOf(problems);
    }

    Refused(List<Problem> problems) {
      this(problems, Optional.empty());
    }
  }
}
