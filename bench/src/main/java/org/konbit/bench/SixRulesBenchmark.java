package org.konbit.bench;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeEntry;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.screening.Aspect;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Six small rules, one person's household at a time, with reasons. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class SixRulesBenchmark {
  private static final int PERSONS = 1_000;

  private Law law = Law.madeUp("six");
  private Household[] persons = new Household[PERSONS];
  private int next;

  @Setup
  public void prepare() {
    var random = new Random(42);
    var statuses = Vocabulary.STATUSES;
    for (int i = 0; i < PERSONS; i++) {
      var wages = new IncomeEntry(IncomeKind.WAGES, random.nextInt(600_000), Period.MONTH);
      persons[i] =
          Household.of(law.packs().vocabulary(), LocalDate.of(2026, 6, 15), List.of("p1"))
              .with(Vocabulary.STATE, 0, Words.code("MA"))
              .with(Vocabulary.AGE, 0, random.nextInt(90))
              .with(Vocabulary.STATUS, 0, Words.code(statuses.get(random.nextInt(statuses.size()))))
              .withIncome(0, List.of(wages));
    }
  }

  @Benchmark
  public Object person() {
    return law.screener().screen(persons[next++ % PERSONS], EnumSet.of(Aspect.REASONS), Set.of());
  }
}
