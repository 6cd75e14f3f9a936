package org.konbit.rules.bulk;

/** Compiled loops over the rows of a chunk, called by their number. */
interface Steps {
  /**
   * Runs one loop.
   *
   * @param arrays as the {@link Arena} has placed them
   * @param first for each row of the chunk the row of its household's first person
   * @param from the chunk's first row in the population
   * @param rows how many rows the chunk has
   */
  void run(int loop, Object[] arrays, int[] first, int from, int rows);
}
