package org.konbit.bench;

import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.Frame;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One rule of nine variables for one person after another: our evaluator, which also keeps track of
 * missing answers and of dates, and cel-java's own, which is given a map.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class OneRuleBenchmark {
  private static final int PERSONS = 4_096;
  private static final String RULE =
      """
      age >= 18 && age < 65 && people >= 1 && monthly * 12 <= 1957800 + 699400 * (people - 1)
      && (citizen || years >= 5) && region == 3 && (!student || hours >= 20) && savings < 450000\
      """;

  private Law law = Law.madeUp("one");
  private Attribute rule = law.packs().attribute("ma.rule").orElseThrow();
  private Household[] households = new Household[PERSONS];
  private Map<String, ?>[] maps = maps();
  private CelRuntime.Program program = program();
  private int next;

  @SuppressWarnings("unchecked") // an array of a generic type
  private static Map<String, ?>[] maps() {
    return (Map<String, ?>[]) new Map<?, ?>[PERSONS];
  }

  private static CelRuntime.Program program() {
    try {
      var builder = CelFactory.plannerCelBuilder();
      for (String name :
          List.of("age", "people", "monthly", "years", "region", "hours", "savings")) {
        builder.addVar(name, SimpleType.INT);
      }
      var cel =
          builder.addVar("citizen", SimpleType.BOOL).addVar("student", SimpleType.BOOL).build();
      return cel.createProgram(cel.compile(RULE).getAst());
    } catch (CelValidationException | CelEvaluationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same persons for both, for whom both must find the same. */
  @Setup
  public void prepare() throws CelEvaluationException {
    var random = new Random(42);
    for (int i = 0; i < PERSONS; i++) {
      maps[i] =
          Map.of(
              "age", (long) random.nextInt(90),
              "people", 1L + random.nextInt(6),
              "monthly", (long) random.nextInt(400_000),
              "citizen", random.nextBoolean(),
              "years", (long) random.nextInt(20),
              "region", 2L + random.nextInt(2),
              "student", random.nextInt(5) == 0,
              "hours", (long) random.nextInt(41),
              "savings", (long) random.nextInt(600_000));
      households[i] = household(maps[i]);
      boolean theirs = (Boolean) program.eval(maps[i]);
      if (decide(households[i]) != Values.of(theirs)) {
        throw new IllegalStateException("The two differ for %s.".formatted(maps[i]));
      }
    }
  }

  private Household household(Map<String, ?> person) {
    var vocabulary = law.packs().vocabulary();
    var household = Household.of(vocabulary, LocalDate.of(2026, 6, 15), List.of("p1"));
    for (Fact fact : vocabulary.facts()) {
      household =
          switch (person.get(fact.path())) {
            case Long number -> household.with(fact, 0, number);
            case Boolean flag -> household.with(fact, 0, Values.of(flag));
            case null, default -> household;
          };
    }
    return household;
  }

  private long decide(Household household) {
    return new Frame(law.packs().environment(), household).value(rule, 0);
  }

  @Benchmark
  public long ours() {
    return decide(households[next++ & (PERSONS - 1)]);
  }

  @Benchmark
  public Object celJava() throws CelEvaluationException {
    return program.eval(maps[next++ & (PERSONS - 1)]);
  }
}
