package org.konbit.rules.bulk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.konbit.rules.pack.RulePacks;

/**
 * Several texts of the law, such as that in force and reforms of it, which decide one population
 * after another: what was compiled for an earlier one is used again where it fits, and is made to
 * fit with some room to spare. Texts are compiled together: what they say alike is calculated once
 * for all. What comes of it is what each text's {@link BulkLaw} comes to.
 *
 * <p>Safe for use by several threads.
 */
public final class BulkLaws {
  private final List<BulkLaw> texts;
  private final Map<Of, Kept> kept = new HashMap<>();

  public BulkLaws(List<RulePacks> texts) {
    this.texts = texts.stream().map(BulkLaw::new).toList();
  }

  /** What is compiled together: some texts, by their numbers, of one date and so many states. */
  private record Of(List<Integer> texts, LocalDate date, Set<Long> states) {}

  /** What it was compiled to. */
  private record Kept(Outline outline, Map<Long, List<StateCode>> codes) {}

  /**
   * Decides everyone by some of the texts.
   *
   * @param numbers of the texts, in the order given, from 0
   * @param threads how many work at the same time
   * @return the outcomes by each of these texts
   * @throws NotCompiled naming every program that has no bulk form
   * @throws org.konbit.rules.screening.NotCovered if one holds no law for the date or for a state
   *     of the population
   * @throws org.konbit.rules.expression.RuleCannotBeEvaluated if a rule ends in an error for anyone
   */
  public List<Outcomes> decide(
      Population population, LocalDate date, List<Integer> numbers, int threads) {
    return compile(population, date, numbers).decideAll(threads);
  }

  CompiledLaw compile(Population population, LocalDate date, List<Integer> numbers) {
    var states = BulkLaw.firstHouseholds(population);
    var known = kept(population, states, new Of(numbers, date, Set.copyOf(states.keySet())));
    return CompiledLaw.of(texts(numbers), known.codes(), known.outline(), population, date);
  }

  private List<BulkLaw> texts(List<Integer> numbers) {
    return numbers.stream().map(texts::get).toList();
  }

  private Kept kept(Population population, Map<Long, Integer> states, Of of) {
    var outline = Outline.of(population);
    synchronized (kept) {
      var known = kept.get(of);
      if (known == null || !known.outline().holds(outline)) {
        var roomy =
            Optional.ofNullable(known)
                .flatMap(earlier -> earlier.outline().widened(outline, of.date()))
                .filter(both -> both.holds(outline))
                .orElseGet(() -> outline.withRoom(of.date()));
        known = compiled(roomy, population, states, of);
        kept.put(of, known);
      }
      return known;
    }
  }

  private Kept compiled(Outline outline, Population population, Map<Long, Integer> states, Of of) {
    var together = texts(of.texts());
    together.forEach(text -> text.requireCovered(population, states.values(), of.date()));
    return new Kept(outline, StateCode.compile(together, states.keySet(), outline, of.date()));
  }
}
