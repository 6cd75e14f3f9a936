package org.konbit.simulation.run;

import java.util.List;
import java.util.stream.Stream;
import org.konbit.rules.pack.RulePacks;

/** The way texts of the law are run over a population. */
public final class Evaluations {
  private Evaluations() {}

  /**
   * The fastest that there is for these.
   *
   * @param reforms of the law, in the order of their results
   */
  public static Evaluation of(RulePacks law, List<RulePacks> reforms) {
    return new BulkEvaluation(Stream.concat(Stream.of(law), reforms.stream()).toList());
  }
}
