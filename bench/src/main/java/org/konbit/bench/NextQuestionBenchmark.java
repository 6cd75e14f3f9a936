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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long a family that answers questions waits for the next one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class NextQuestionBenchmark {
  private static final int FAMILIES = 500;

  private Law law = Law.shipped();
  private Household[] families = new Household[0];
  private int next;

  @Setup
  public void prepare() {
    families = law.halfAnswered(FAMILIES);
  }

  @Benchmark
  public Object question() {
    var family = families[next++ % FAMILIES];
    return law.screener().screen(family, EnumSet.of(Aspect.NEXT), Set.of());
  }
}
