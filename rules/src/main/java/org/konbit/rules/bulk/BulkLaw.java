package org.konbit.rules.bulk;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.Screener;

/**
 * Decides populations by the packs' law: the same answers as {@link Screener} gives each household,
 * millions of persons a second. A reform is decided by packs with the reform laid over; several
 * together by {@link BulkLaws}.
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
    var texts = List.of(this);
    var states = firstHouseholds(population);
    requireCovered(population, states.values(), date);
    var outline = Outline.of(population);
    var codes = StateCode.compile(texts, states.keySet(), outline, date);
    return CompiledLaw.of(texts, codes, outline, population, date);
  }

  RulePacks packs() {
    return packs;
  }

  Screener screener() {
    return screener;
  }

  /** The place of a state, by the state's word. */
  Optional<RulePacks.Place> place(long state) {
    return packs.places().stream()
        .filter(place -> place.state().filter(word -> Words.code(word) == state).isPresent())
        .findFirst();
  }

  /** The first household of each state. */
  static Map<Long, Integer> firstHouseholds(Population population) {
    var found = new HashMap<Long, Integer>();
    var states = Reader.of(population, Vocabulary.STATE);
    for (int household = 0; household < population.households(); household++) {
      if (household == 0 || states.at(household) != states.at(household - 1)) {
        found.putIfAbsent(stateOf(population, household), household);
      }
    }
    return found;
  }

  /** Refuses a date or a state that the packs hold no law for. */
  void requireCovered(Population population, Collection<Integer> households, LocalDate date) {
    for (int number : households) {
      screener.outcomes(population.household(number, date, packs.vocabulary(), packs::word));
    }
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
