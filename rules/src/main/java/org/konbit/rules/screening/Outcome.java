package org.konbit.rules.screening;

import java.util.Locale;
import org.konbit.rules.household.Values;

/** How one program ends for one person. */
public enum Outcome {
  ELIGIBLE,
  INELIGIBLE,
  /** Undecided: some answer is missing that could settle it. Never a no. */
  UNKNOWN;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The result's word for it. */
  public String word() {
    return word;
  }

  static Outcome of(long truth) {
    if (truth == Values.UNKNOWN) {
      return UNKNOWN;
    }
    return truth == Values.TRUE ? ELIGIBLE : INELIGIBLE;
  }
}
