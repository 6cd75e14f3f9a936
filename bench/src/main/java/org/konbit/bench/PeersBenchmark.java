package org.konbit.bench;

import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.konbit.rules.household.Vocabulary;
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
 * The small rules of {@link BulkBenchmark} by other engines, a person at a time as these want it:
 * cel-java's planner and Drools DMN. What a household earns is given to them, not added up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("InlineFormatString") // the templates are read together
public class PeersBenchmark {
  private static final int PERSONS = 2_048;
  private static final String MODEL =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="rules" name="rules" namespace="bench">
      %s%s</definitions>
      """;
  private static final String INPUT =
      """
      <inputData id="%1$s" name="%1$s"><variable id="v-%1$s" name="%1$s" typeRef="%2$s"/></inputData>
      """;
  private static final String DECISION =
      """
      <decision id="%1$s" name="%1$s"><variable id="v-%1$s" name="%1$s" typeRef="boolean"/>
      %2$s<literalExpression id="e-%1$s"><text>%3$s</text></literalExpression></decision>
      """;
  private static final String NEEDS =
      """
      <informationRequirement id="%1$s-%2$s"><requiredInput href="#%2$s"/></informationRequirement>
      """;

  /** A rule as each engine writes it. */
  private record Rule(String name, String cel, String feel) {}

  private static final List<Rule> ONE =
      List.of(
          new Rule(
              "ruled",
              "age >= 18 && age < 65 && people >= 1"
                  + " && monthly * 12 <= 1957800 + 699400 * (people - 1)"
                  + " && (citizen || residence >= 5) && region == 3 && (!student || worked >= 20)"
                  + " && savings < 450000",
              "age >= 18 and age < 65 and people >= 1"
                  + " and monthly * 12 <= 1957800 + 699400 * (people - 1)"
                  + " and (citizen or residence >= 5) and region = 3"
                  + " and (not(student) or worked >= 20) and savings < 450000"));
  private static final List<Rule> SIX =
      List.of(
          new Rule("grant", "age >= 18 && earned <= 500000", "age >= 18 and earned <= 500000"),
          new Rule("loan", "age >= 18 && earned > 200000", "age >= 18 and earned > 200000"),
          new Rule(
              "newcomer",
              "status in ['refugee', 'asylee', 'asylum_pending', 'parolee']",
              "status in (\"refugee\", \"asylee\", \"asylum_pending\", \"parolee\")"),
          new Rule("pension", "age >= 65 && earned <= 800000", "age >= 65 and earned <= 800000"),
          new Rule("school", "age < 19", "age < 19"),
          new Rule(
              "vote", "age >= 18 && status == 'citizen'", "age >= 18 and status = \"citizen\""));

  /** What is decided. */
  public enum What {
    ONE_RULE,
    SUMS
  }

  @Param public What what = What.ONE_RULE;

  private final List<Map<String, Object>> persons = new ArrayList<>();
  private final List<CelRuntime.Program> programs = new ArrayList<>();
  private DMNRuntime drools = runtime(List.of(), Map.of());
  private DMNModel model = drools.getModels().getFirst();

  /** The same persons as in a population's columns, of whom all must find the same. */
  @Setup
  public void prepare() throws CelEvaluationException, CelValidationException {
    var columns = new Columns(Law.madeUp(what == What.SUMS ? "sums" : "one"), PERSONS);
    for (int household = 0; household + 1 < columns.households.length; household++) {
      for (int i = columns.households[household]; i < columns.households[household + 1]; i++) {
        persons.add(what == What.SUMS ? inSums(columns, household, i) : inOne(columns, i));
      }
    }
    var rules = what == What.SUMS ? SIX : ONE;
    var builder = CelFactory.plannerCelBuilder();
    persons
        .getFirst()
        .forEach((name, value) ->
            builder.addVar(
                name,
                switch (value) {
                  case Boolean _ -> SimpleType.BOOL;
                  case String _ -> SimpleType.STRING;
                  default -> SimpleType.INT;
                }));
    var cel = builder.build();
    for (Rule rule : rules) {
      programs.add(cel.createProgram(cel.compile(rule.cel()).getAst()));
    }
    drools = runtime(rules, persons.getFirst());
    model = drools.getModels().getFirst();
    long expected = what == What.SUMS ? columns.sums() : columns.oneRule();
    if (celJava() != expected || droolsDmn() != expected) {
      throw new IllegalStateException(
          "By hand there are %d yeses, by cel-java %d, by Drools %d."
              .formatted(expected, celJava(), droolsDmn()));
    }
  }

  private static Map<String, Object> inOne(Columns columns, int i) {
    return Map.of(
        "age", (long) columns.age[i],
        "people", (long) columns.people[i],
        "monthly", (long) columns.monthly[i],
        "citizen", columns.citizen[i] == 1,
        "residence", (long) columns.years[i],
        "region", (long) columns.region[i],
        "student", columns.student[i] == 1,
        "worked", (long) columns.hours[i],
        "savings", (long) columns.savings[i]);
  }

  private static Map<String, Object> inSums(Columns columns, int household, int i) {
    return Map.of(
        "age", (long) columns.age[i],
        "status", Vocabulary.STATUSES.get(columns.status[i]),
        "earned", (long) columns.earned(household));
  }

  private static DMNRuntime runtime(List<Rule> rules, Map<String, Object> person) {
    var types = new LinkedHashMap<String, String>();
    person.forEach((name, value) ->
        types.put(
            name,
            switch (value) {
              case Boolean _ -> "boolean";
              case String _ -> "string";
              default -> "number";
            }));
    var inputs = new StringBuilder();
    types.forEach((name, type) -> inputs.append(INPUT.formatted(name, type)));
    var decisions = new StringBuilder();
    for (Rule rule : rules) {
      var needs = new StringBuilder();
      types.keySet().forEach(name -> needs.append(NEEDS.formatted(rule.name(), name)));
      var text = rule.feel().replace("<", "&lt;").replace(">", "&gt;");
      decisions.append(DECISION.formatted(rule.name(), needs, text));
    }
    var xml = MODEL.formatted(inputs, decisions).getBytes(StandardCharsets.UTF_8);
    return DMNRuntimeBuilder.fromDefaults()
        .buildConfiguration()
        .fromResources(List.of(ResourceFactory.newByteArrayResource(xml)))
        .getOrElseThrow(IllegalStateException::new);
  }

  /** All persons by cel-java's planner, which is given a map. */
  @Benchmark
  @OperationsPerInvocation(PERSONS)
  public long celJava() throws CelEvaluationException {
    long yeses = 0;
    for (var person : persons) {
      for (CelRuntime.Program program : programs) {
        yeses += (Boolean) program.eval(person) ? 1 : 0;
      }
    }
    return yeses;
  }

  /** All persons by Drools DMN, which is given a map as its context. */
  @Benchmark
  @OperationsPerInvocation(PERSONS)
  public long droolsDmn() {
    long yeses = 0;
    for (var person : persons) {
      var context = drools.newContext();
      person.forEach(context::set);
      for (var decision : drools.evaluateAll(model, context).getDecisionResults()) {
        yeses += Boolean.TRUE.equals(decision.getResult()) ? 1 : 0;
      }
    }
    return yeses;
  }
}
