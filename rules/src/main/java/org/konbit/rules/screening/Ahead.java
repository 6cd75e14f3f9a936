package org.konbit.rules.screening;

import java.util.List;
import java.util.Optional;
import org.konbit.rules.expression.MissingFact;

/**
 * What is still to be asked of a household.
 *
 * @param next the question that settles most; empty where no answer could change anything
 * @param missing every fact that some undecided outcome waits for and that may be answered
 */
public record Ahead(Optional<Question> next, List<MissingFact> missing) {
  public Ahead {
    missing = List.copyOf(missing);
  }
}
