package org.konbit.bench;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.konbit.rules.bulk.BulkLaw;
import org.konbit.rules.bulk.CompiledLaw;
import org.konbit.rules.bulk.Population;
import org.konbit.rules.bulk.PopulationBuilder;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Persons a second, all outcomes written down: one rule, six rules, and all law of a state; and for
 * the small ones the same count by hand over plain arrays.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class BulkBenchmark {
  static final int PERSONS = 400_000;
  private static final int FAMILIES = 1_000;
  private static final int PERSONS_A_FAMILY = 4;
  private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

  /** What is decided. */
  public enum What {
    ONE_RULE,
    SIX_RULES,
    SUMS,
    MASSACHUSETTS,
    CONNECTICUT,
    ONE_RULE_BY_HAND,
    SIX_RULES_BY_HAND,
    SUMS_BY_HAND
  }

  @Param public What what = What.ONE_RULE;

  @Param("1")
  public int threads = 1;

  private Columns columns = new Columns(Law.madeUp("one"), PERSONS);
  private CompiledLaw compiled = compile("one", columns.forOneRule());

  @Setup
  public void prepare() {
    switch (what) {
      case ONE_RULE, ONE_RULE_BY_HAND -> {}
      case SIX_RULES, SIX_RULES_BY_HAND -> {
        columns = new Columns(Law.madeUp("six"), PERSONS);
        compiled = compile("six", columns.forSixRules());
      }
      case SUMS, SUMS_BY_HAND -> {
        columns = new Columns(Law.madeUp("sums"), PERSONS);
        compiled = compile("sums", columns.forSums());
      }
      case MASSACHUSETTS ->
          compiled = new BulkLaw(Law.shipped().packs()).compile(families("MA"), DAY);
      case CONNECTICUT ->
          compiled = new BulkLaw(Law.shipped().packs()).compile(families("CT"), DAY);
    }
    requireTheSame();
  }

  private static CompiledLaw compile(String packs, Population population) {
    return new BulkLaw(Law.madeUp(packs).packs()).compile(population, DAY);
  }

  private static Population families(String state) {
    var law = Law.shipped();
    var builder = new PopulationBuilder(law.packs().vocabulary());
    var families = law.families(FAMILIES);
    for (int i = 0; i < PERSONS / PERSONS_A_FAMILY; i++) {
      builder.add(families[i % FAMILIES].with(Vocabulary.STATE, 0, Words.code(state)));
    }
    return builder.build();
  }

  private void requireTheSame() {
    long expected =
        switch (what) {
          case ONE_RULE, ONE_RULE_BY_HAND -> columns.oneRule();
          case SIX_RULES, SIX_RULES_BY_HAND -> columns.sixRules();
          case SUMS, SUMS_BY_HAND -> columns.sums();
          case MASSACHUSETTS, CONNECTICUT -> yeses();
        };
    if (yeses() != expected) {
      throw new IllegalStateException(
          "By hand there are %d yeses, compiled %d.".formatted(expected, yeses()));
    }
  }

  private long yeses() {
    var outcomes = compiled.decide(threads);
    if (outcomes.householdsExplained() > 0) {
      throw new IllegalStateException(
          "%d households were decided one by one: that would be measured instead."
              .formatted(outcomes.householdsExplained()));
    }
    long yeses = 0;
    for (String program : outcomes.programs()) {
      yeses += outcomes.eligible(outcomes.program(program));
    }
    return yeses;
  }

  @Benchmark
  @OperationsPerInvocation(PERSONS)
  public Object persons() {
    return switch (what) {
      case ONE_RULE_BY_HAND -> columns.oneRule();
      case SIX_RULES_BY_HAND -> columns.sixRules();
      case SUMS_BY_HAND -> columns.sums();
      case ONE_RULE, SIX_RULES, SUMS, MASSACHUSETTS, CONNECTICUT -> compiled.decide(threads);
    };
  }
}
