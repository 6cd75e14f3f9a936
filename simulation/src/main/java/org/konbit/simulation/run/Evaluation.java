package org.konbit.simulation.run;

import java.time.LocalDate;
import java.util.List;
import org.konbit.rules.bulk.Population;

/**
 * Some texts of the law, ready to decide a population: the first is that in force, the others are
 * reforms of it. Safe for use by several threads.
 */
public interface Evaluation {
  /** The programs each text knows, and what each of them gives. */
  List<Programs> texts();

  /**
   * Decides every program for every person, as of a date.
   *
   * @param texts by which of the texts, numbered from 0
   * @param threads how many may work on it at the same time
   * @return what was decided by each of these
   */
  List<Decisions> decide(Population people, LocalDate asOf, List<Integer> texts, int threads);

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
