package org.konbit.rules.bulk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.Screener;

/**
 * Decides populations by the packs' law: the same answers as {@link Screener} gives each household,
 * millions of persons a second. A reform is decided by packs with the reform laid over.
 *
 * <pre>{@code
 * var outcomes = new BulkLaw(packs).compile(population, date).decide();
 * long covered = outcomes.eligible(outcomes.program("ma.standard"), weights);
 * }</pre>
 *
 * Safe for use by several threads.
 */
public final class BulkLaw {
  private final RulePacks packs;
  private final Screener screener;

  public BulkLaw(RulePacks packs) {
    this.packs = packs;
    this.screener = new Screener(packs);
  }

  /**
   * Compiles the law of one date for one population: its dates, figures and the population's own
   * ranges become part of the code.
   *
   * @throws NotCompiled naming every program that has no bulk form
   * @throws org.konbit.rules.screening.NotCovered if the packs hold no law for the date or for a
   *     state of the population
   */
  public CompiledLaw compile(Population population, LocalDate date) {
    var laws = new HashMap<Long, StateLaw>();
    for (var entry : firstHouseholds(population).entrySet()) {
      requireCovered(population, entry.getValue(), date);
      place(entry.getKey())
          .ifPresent(
              place -> laws.put(entry.getKey(), StateLaw.compile(packs, place, population, date)));
    }
    return new CompiledLaw(screener, population, date, laws);
  }

  private Optional<RulePacks.Place> place(long state) {
    return packs.places().stream()
        .filter(place -> place.state().filter(word -> Words.code(word) == state).isPresent())
        .findFirst();
  }

  private static Map<Long, Integer> firstHouseholds(Population population) {
    var found = new HashMap<Long, Integer>();
    for (int household = 0; household < population.households(); household++) {
      found.putIfAbsent(stateOf(population, household), household);
    }
    return found;
  }

  private void requireCovered(Population population, int household, LocalDate date) {
    screener.outcomes(population.household(household, date, packs.vocabulary(), packs::word));
  }

  /** The state's word by its code, or {@link Values#UNKNOWN}. */
  static long stateOf(Population population, int household) {
    var column = population.column(Vocabulary.STATE);
    if (column.isEmpty()) {
      return Values.UNKNOWN;
    }
    long held = column.get().get(household);
    return Values.isPresent(held) ? population.dictionary(Vocabulary.STATE).word((int) held) : held;
  }
}
