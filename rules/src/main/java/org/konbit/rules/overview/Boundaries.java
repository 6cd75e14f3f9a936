package org.konbit.rules.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.konbit.rules.household.Household;
import org.konbit.rules.pack.ExampleCase;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Program;
import org.konbit.rules.screening.Screener;
import org.konbit.rules.text.Node;

/**
 * Finds where a program's outcome turns, by trying: the households of its examples and of the table
 * of statuses are given other incomes, assets, birth dates and dates until the engine itself says
 * something else.
 */
public final class Boundaries {
  private static final List<String> STATUSES =
      List.of("citizen", "lpr", "asylee", "tps", "daca", "asylum_pending", "undocumented");

  private static final LocalDate USUAL_DATE = LocalDate.of(2026, 6, 15);

  private final Screener screener;
  private final RulePacks packs;
  private final List<ExampleCase> examples;

  public Boundaries(Screener screener) {
    this.screener = screener;
    this.packs = screener.packs();
    this.examples = packs.examples();
  }

  /** Every limit of the program once, in a fixed order. */
  public List<Boundary> of(Program program) {
    var found =
        cases(program).toList().parallelStream()
            .map(one -> new Turns(screener, program, one).all())
            .toList();
    var once = new LinkedHashMap<String, Boundary>();
    found.forEach(list -> list.forEach(one -> once.putIfAbsent(one.sameness(), one)));
    var sorted = new ArrayList<>(once.values());
    sorted.sort(
        Comparator.comparing(Boundary::axis)
            .thenComparing(Boundary::conditions)
            .thenComparingInt(boundary -> boundary.limit().length())
            .thenComparing(Boundary::limit));
    return List.copyOf(sorted);
  }

  private Stream<Turns.Case> cases(Program program) {
    return Stream.concat(
        examples.stream().flatMap(example -> cases(program, example)), usual(program));
  }

  private static Stream<Turns.Case> cases(Program program, ExampleCase example) {
    var household = example.household();
    if (household.isEmpty() || !(example.expect() instanceof Node.Mapping expected)) {
      return Stream.empty();
    }
    return expected.entries().stream()
        .filter(entry -> names(entry.value(), program))
        .map(entry -> household.get().ids().indexOf(entry.key()))
        .filter(member -> member >= 0)
        .map(member -> new Turns.Case(household.get(), member));
  }

  private static boolean names(Node expectation, Program program) {
    return expectation instanceof Node.Mapping details && details.find(program.id()).isPresent();
  }

  private Stream<Turns.Case> usual(Program program) {
    var matrices = new Matrices(screener);
    return packs.places().stream()
        .filter(place -> place.state().isPresent())
        .filter(place -> program.state().isEmpty() || program.state().equals(place.state()))
        .flatMap(place ->
            STATUSES.stream()
                .flatMap(status ->
                    Matrices.profiles().stream()
                        .flatMap(profile -> {
                          var state = place.state().orElseThrow();
                          var usual = matrices.household(state, USUAL_DATE, 100, profile, status);
                          Household early =
                              matrices.household(state, place.coversFrom(), 100, profile, status);
                          return Stream.of(new Turns.Case(usual, 0), new Turns.Case(early, 0));
                        })));
  }
}
