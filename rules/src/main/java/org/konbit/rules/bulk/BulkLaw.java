package org.konbit.rules.bulk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Map<LocalDate, Kept> kept = new HashMap<>();

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
    var found = firstHouseholds(population);
    return compiled(Outline.of(population), population, found, date)
        .of(screener, population, found.keySet());
  }

  /**
   * As {@link #compile}, for one of many populations of the same making that are decided one after
   * another: what was compiled for an earlier one is used again where it fits, and is made to fit
   * with some room to spare. What comes of it is the same.
   *
   * @throws NotCompiled naming every program that has no bulk form
   * @throws org.konbit.rules.screening.NotCovered if the packs hold no law for the date or for a
   *     state of the population
   */
  public CompiledLaw compileAlike(Population population, LocalDate date) {
    var outline = Outline.of(population);
    var found = firstHouseholds(population);
    synchronized (kept) {
      var known = kept.get(date);
      if (known == null
          || !known.codes().keySet().containsAll(found.keySet())
          || !known.outline().holds(outline)) {
        var roomy =
            Optional.ofNullable(known)
                .flatMap(earlier -> earlier.outline().or(outline))
                .map(both -> both.withRoom(date))
                .filter(both -> both.holds(outline))
                .orElseGet(() -> outline.withRoom(date));
        known = compiled(roomy, population, found, date);
        kept.put(date, known);
      }
      return known.of(screener, population, found.keySet());
    }
  }

  /** The law of one date as it was compiled, by the states' words. */
  private record Kept(LocalDate date, Outline outline, Map<Long, StateCode> codes) {
    CompiledLaw of(Screener screener, Population population, Set<Long> states) {
      var laws = new HashMap<Long, StateLaw>();
      codes.forEach((state, code) -> {
        if (states.contains(state)) {
          laws.put(state, StateLaw.of(code, outline, population));
        }
      });
      return new CompiledLaw(screener, population, date, laws);
    }
  }

  private Kept compiled(
      Outline outline, Population population, Map<Long, Integer> found, LocalDate date) {
    var codes = new HashMap<Long, StateCode>();
    for (var entry : found.entrySet()) {
      requireCovered(population, entry.getValue(), date);
      place(entry.getKey())
          .ifPresent(
              place -> codes.put(entry.getKey(), StateCode.compile(packs, place, outline, date)));
    }
    outline.close();
    return new Kept(date, outline, codes);
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
