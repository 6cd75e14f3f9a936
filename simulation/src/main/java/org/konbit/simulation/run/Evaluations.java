package org.konbit.simulation.run;

import org.konbit.rules.pack.RulePacks;

/** The way a text of the law is run over a population. */
public final class Evaluations {
  private Evaluations() {}

  /** The fastest that there is for this law. */
  public static Evaluation of(RulePacks law) {
    return new BulkEvaluation(law);
  }
}
