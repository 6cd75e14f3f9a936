package org.konbit.rules.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.konbit.rules.pack.RulePacks;

/**
 * Several texts of the law, such as that in force and reforms of it, which decide one population
 * after another: what was compiled for an earlier one is used again where it fits, and is made to
 * fit with some room to spare. Where two texts say the same for a state, it is compiled once, and
 * decided once. What comes of it is what each text's {@link BulkLaw} comes to.
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

  /** What it was compiled to: the states' code of each text. */
  private record Kept(Outline outline, List<Map<Long, StateCode>> codes) {}

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
    var compiled = compile(population, date, numbers);
    var decided = new ArrayList<Outcomes>();
    for (int i = 0; i < compiled.size(); i++) {
      var known = known(i, compiled, decided, texts.get(numbers.get(i)));
      decided.add(known.isPresent() ? known.get() : compiled.get(i).decide(threads));
    }
    return decided;
  }

  // A household that was explained was so by the other's packs.
  private static Optional<Outcomes> known(
      int number, List<CompiledLaw> compiled, List<Outcomes> before, BulkLaw text) {
    return IntStream.range(0, number)
        .filter(other -> before.get(other).householdsExplained() == 0)
        .filter(other -> compiled.get(number).isSameAs(compiled.get(other)))
        .mapToObj(other -> before.get(other).of(text.programs()))
        .findFirst();
  }

  List<CompiledLaw> compile(Population population, LocalDate date, List<Integer> numbers) {
    var states = BulkLaw.firstHouseholds(population);
    var known = kept(population, states, new Of(numbers, date, Set.copyOf(states.keySet())));
    var laws = new IdentityHashMap<StateCode, StateLaw>();
    var compiled = new ArrayList<CompiledLaw>();
    for (int i = 0; i < numbers.size(); i++) {
      var byState = new HashMap<Long, StateLaw>();
      known
          .codes()
          .get(i)
          .forEach((state, code) ->
              byState.put(
                  state,
                  laws.computeIfAbsent(
                      code, one -> StateLaw.of(one, known.outline(), population))));
      compiled.add(texts.get(numbers.get(i)).of(population, date, byState));
    }
    return compiled;
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
    var codes = new ArrayList<Map<Long, StateCode>>();
    for (int number : of.texts()) {
      var text = texts.get(number);
      text.requireCovered(population, states.values(), of.date());
      codes.add(text.codes(outline, states.keySet(), of.date(), codes));
    }
    outline.close();
    return new Kept(outline, codes);
  }
}
