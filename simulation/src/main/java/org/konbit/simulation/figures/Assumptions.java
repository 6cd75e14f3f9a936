package org.konbit.simulation.figures;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The assumptions of a run. Of those that fit, the one meant most narrowly holds; among its dates,
 * the latest not after the day asked for, or the earliest there is.
 */
public final class Assumptions {
  /** Which end of each range a run takes. */
  public enum Scenario {
    LOW,
    CENTRAL,
    HIGH
  }

  private final Map<String, List<Assumption>> byId = new HashMap<>();
  private final Scenario scenario;

  private Assumptions(List<Assumption> all, Scenario scenario) {
    this.scenario = scenario;
    all.forEach(one -> byId.computeIfAbsent(one.id(), _ -> new ArrayList<>()).add(one));
  }

  /** Those that come with Konbit. */
  public static Assumptions shipped() {
    return new Assumptions(
        Table.shipped("assumptions.csv").stream().map(Assumption::of).toList(), Scenario.CENTRAL);
  }

  /**
   * These, with those of a table of one's own in the place of all of the same id.
   *
   * @throws FigureProblem if the table cannot be read or names what no run knows
   */
  public Assumptions with(Path table) {
    var own = Table.read(table).stream().map(Assumption::of).toList();
    for (Assumption one : own) {
      if (!byId.containsKey(one.id())) {
        throw new FigureProblem("No simulation reads an assumption (%s).".formatted(one.id()));
      }
    }
    var replaced = own.stream().map(Assumption::id).toList();
    var all =
        Stream.concat(all().stream().filter(one -> !replaced.contains(one.id())), own.stream());
    return new Assumptions(all.toList(), scenario);
  }

  /** These, with one value in the place of all of the id for a state. */
  public Assumptions with(String id, String place, double value) {
    var kept = all().stream().filter(a -> !(a.id().equals(id) && a.place().equals(place)));
    var own =
        new Assumption(
            id,
            place,
            "",
            0,
            120,
            LocalDate.EPOCH,
            value,
            value,
            value,
            "",
            "assumption",
            "chosen for this run");
    return new Assumptions(Stream.concat(kept, Stream.of(own)).toList(), scenario);
  }

  /** The same figures, read at another end of their ranges. */
  public Assumptions in(Scenario other) {
    return new Assumptions(all(), other);
  }

  /** All of them, in a fixed order. */
  public List<Assumption> all() {
    return byId.values().stream()
        .flatMap(List::stream)
        .sorted(
            Comparator.comparing(Assumption::id)
                .thenComparing(Assumption::place)
                .thenComparing(Assumption::program)
                .thenComparingInt(Assumption::ageFrom)
                .thenComparing(Assumption::from))
        .toList();
  }

  /** The figure that holds, if there is one. */
  public Optional<Assumption> find(
      String id, String state, String program, int age, LocalDate day) {
    Assumption best = null;
    for (Assumption one : byId.getOrDefault(id, List.of())) {
      if (one.isFor(state, program, age) && (best == null || isBetter(one, best, day))) {
        best = one;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean isBetter(Assumption one, Assumption than, LocalDate day) {
    if (one.rank() != than.rank()) {
      return one.rank() > than.rank();
    }
    boolean isInForce = !one.from().isAfter(day);
    boolean wasInForce = !than.from().isAfter(day);
    return isInForce == wasInForce ? isInForce == one.from().isAfter(than.from()) : isInForce;
  }

  /**
   * The figure that holds for somebody, at this scenario's end of its range.
   *
   * @throws FigureProblem if none holds
   */
  public double value(String id, String state, String program, int age, LocalDate day) {
    var found =
        find(id, state, program, age, day)
            .orElseThrow(() ->
                new FigureProblem(
                    "No assumption (%s) holds in %s at the age of %d.".formatted(id, state, age)));
    return switch (scenario) {
      case LOW -> found.low();
      case CENTRAL -> found.value();
      case HIGH -> found.high();
    };
  }

  public double value(String id, String state, int age, LocalDate day) {
    return value(id, state, "", age, day);
  }

  /** One figure of a day, for who asks for it of millions. Threads may share it. */
  public ByAge byAge(String id, LocalDate day) {
    return new ByAge(id, day);
  }

  /** One figure by state and age. */
  public final class ByAge {
    private static final int AGES = 121;

    private final String id;
    private final LocalDate day;
    private final Map<String, double[]> byState = new ConcurrentHashMap<>();

    private ByAge(String id, LocalDate day) {
      this.id = id;
      this.day = day;
    }

    /**
     * As {@link Assumptions#value(String, String, int, LocalDate)}.
     *
     * @param age 0 to 120
     * @throws FigureProblem if none holds
     */
    public double value(String state, int age) {
      var known = byState.get(state);
      double value = (known == null ? ages(state) : known)[age];
      return Double.isNaN(value) ? Assumptions.this.value(id, state, age, day) : value;
    }

    private double[] ages(String state) {
      var ages = new double[AGES];
      for (int age = 0; age < AGES; age++) {
        boolean isThere = find(id, state, "", age, day).isPresent();
        ages[age] = isThere ? Assumptions.this.value(id, state, age, day) : Double.NaN;
      }
      byState.put(state, ages);
      return ages;
    }
  }
}
