package org.konbit.simulation.run;

import java.time.LocalDate;
import org.konbit.rules.bulk.Population;

/** One text of the law, ready to decide a population. Safe for use by several threads. */
public interface Evaluation {
  /** The programs it knows, and what each gives. */
  Programs programs();

  /** Decides every program for every person, as of a date. */
  Decisions decide(Population people, LocalDate asOf);

  /** How many blocks of homes are best decided in one go. */
  int blocksAtOnce();

  /** What a population's people are entitled to; programs by their number in {@link Programs}. */
  interface Decisions {
    boolean isEligible(int program, int person);

    /** The most complete coverage, or -1 for none. */
    int best(int person);

    /** The yearly amount of the state's tax credits, in cents; stands on a return's first filer. */
    long creditCents(int person);

    /** Whether something about the person could not be decided. */
    boolean isOpen(int person);
  }
}
