package org.konbit.bench;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.konbit.rules.household.Household;
import org.konbit.rules.screening.Aspect;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One four-person family of Massachusetts after another, by all shipped law. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ExplainBenchmark {
  private static final int FAMILIES = 200;

  /** What is told: outcomes alone, with reasons, or the whole published contract. */
  public enum Told {
    OUTCOMES,
    REASONS,
    EVERYTHING
  }

  @Param public Told told = Told.REASONS;

  private Law law = Law.shipped();
  private Household[] families = new Household[0];
  private Set<Aspect> aspects = Set.of();
  private int next;

  @Setup
  public void prepare() {
    families = law.families(FAMILIES);
    aspects = told == Told.EVERYTHING ? EnumSet.allOf(Aspect.class) : EnumSet.of(Aspect.REASONS);
  }

  @Benchmark
  public Object family() {
    var family = families[next++ % FAMILIES];
    return told == Told.OUTCOMES
        ? law.screener().outcomes(family)
        : law.screener().screen(family, aspects, Set.of());
  }
}
