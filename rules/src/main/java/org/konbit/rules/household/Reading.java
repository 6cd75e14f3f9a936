package org.konbit.rules.household;

import java.util.List;
import org.konbit.rules.text.Problem;

/** What became of a family's document: a household, or everything that is wrong with it. */
public sealed interface Reading {
  record Accepted(Household household) implements Reading {}

  /** Never empty; in the order of the document. */
  record Refused(List<Problem> problems) implements Reading {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
