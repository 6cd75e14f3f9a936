package org.konbit.rules.text;

import java.util.List;

/** What became of a text: a tree, or every problem found in it. */
public sealed interface Parsed {
  record Tree(Node root) implements Parsed {}

  /** Never empty. */
  record Refused(List<Problem> problems) implements Parsed {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
