package org.konbit.simulation.run;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Program;

/** The programs of one text of the law, numbered, and how complete what each gives is. */
public final class Programs {
  /** How complete. */
  public enum Level {
    /** Nothing, or help with parts: emergency care, a child's doctor, a hospital's discount. */
    PARTIAL,
    /** Help with the price of a plan. */
    MARKETPLACE,
    /** Whole coverage. */
    COVERAGE
  }

  private final List<Program> programs;
  private final Map<String, Integer> numbers;
  private final Map<String, List<String>> rankings;

  public Programs(RulePacks law) {
    programs = law.programs();
    numbers =
        IntStream.range(0, programs.size())
            .boxed()
            .collect(Collectors.toMap(i -> programs.get(i).id(), i -> i));
    rankings =
        law.places().stream()
            .filter(place -> place.state().isPresent())
            .collect(
                Collectors.toMap(place -> place.state().orElseThrow(), RulePacks.Place::ranking));
  }

  public int size() {
    return programs.size();
  }

  public String id(int number) {
    return number < 0 ? "none" : programs.get(number).id();
  }

  /** The program's number, or -1 where this law has none of the id. */
  public int number(String id) {
    return numbers.getOrDefault(id, -1);
  }

  /** The numbers of a state's programs of coverage, the most complete first. */
  public int[] ranking(String state) {
    return rankings.getOrDefault(state, List.of()).stream().mapToInt(this::number).toArray();
  }

  /** Whether it is a tax credit of a state's own. */
  boolean isStateCredit(int number) {
    var program = programs.get(number);
    return program.kind().equals("tax_credit")
        && program.amount().isPresent()
        && !program.id().startsWith("us.");
  }

  /** The numbers of the states' own tax credits. */
  int[] stateCredits() {
    return IntStream.range(0, size()).filter(this::isStateCredit).toArray();
  }

  Level level(int number) {
    if (number < 0) {
      return Level.PARTIAL;
    }
    return switch (programs.get(number).kind()) {
      case "coverage" -> Level.COVERAGE;
      case "marketplace" -> Level.MARKETPLACE;
      default -> Level.PARTIAL;
    };
  }
}
