package org.konbit.rules.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelAttributePattern;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.PartialVars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.testing.SmallPack;

/** Our evaluator beside CEL's own, on random conditions and families that answer only in part. */
class OracleTests {
  private static final List<String> FLAGS = List.of("resident", "pregnant", "disabled");
  private static final List<String> NUMBERS = List.of("age", "expected_babies");
  private static final Cel CEL = cel();

  private static Cel cel() {
    var builder = CelFactory.plannerCelBuilder();
    FLAGS.forEach(flag -> builder.addVar(flag, SimpleType.BOOL));
    NUMBERS.forEach(number -> builder.addVar(number, SimpleType.INT));
    return builder.setResultType(SimpleType.BOOL).build();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void both_decide_alike_and_are_unsure_alike(long seed)
      throws CelValidationException, CelEvaluationException {
    var random = new Random(seed);
    // Or-ed, since a pack whose one condition contradicts itself is refused.
    var condition = flag(random, 4) + " || " + flag(random, 2);
    var packs = SmallPack.asking(condition);
    var program = CEL.createProgram(CEL.compile(condition).getAst());
    for (int i = 0; i < 20; i++) {
      var known = new HashMap<String, Object>();
      var household = family(packs, random, known);

      long ours =
          new Frame(packs.environment(), household)
              .value(packs.program("us.trial").orElseThrow().eligibility(), 0);

      var theirs =
          program.eval(PartialVars.of(known, unknown(known).toArray(CelAttributePattern[]::new)));
      assertThat(ours)
          .as(condition + " with " + known)
          .isEqualTo(
              theirs instanceof CelUnknownSet ? Values.UNKNOWN : Values.of(theirs.equals(true)));
    }
  }

  private static List<CelAttributePattern> unknown(Map<String, Object> known) {
    var patterns = new ArrayList<CelAttributePattern>();
    for (var names : List.of(FLAGS, NUMBERS)) {
      for (String name : names) {
        if (!known.containsKey(name)) {
          patterns.add(CelAttributePattern.fromQualifiedIdentifier(name));
        }
      }
    }
    return patterns;
  }

  private static Household family(
      org.konbit.rules.pack.RulePacks packs, Random random, Map<String, Object> known) {
    var household = SmallPack.household(packs, "members: [{id: p1}]");
    for (String name : FLAGS) {
      if (random.nextInt(3) > 0) {
        boolean answer = random.nextBoolean();
        known.put(name, answer);
        household = household.with(fact(name), 0, Values.of(answer));
      }
    }
    for (String name : NUMBERS) {
      if (random.nextInt(3) > 0) {
        long answer = random.nextInt(8);
        known.put(name, answer);
        household = household.with(fact(name), 0, answer);
      }
    }
    return household;
  }

  private static org.konbit.rules.household.Fact fact(String name) {
    return Vocabulary.base().facts().stream()
        .filter(fact -> fact.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  // No conditional: CEL's own gives up where the test is unknown, ours compares both branches.
  private static String flag(Random random, int depth) {
    if (depth == 0) {
      return FLAGS.get(random.nextInt(FLAGS.size()));
    }
    return switch (random.nextInt(5)) {
      case 0 -> "(" + flag(random, depth - 1) + " && " + flag(random, depth - 1) + ")";
      case 1 -> "(" + flag(random, depth - 1) + " || " + flag(random, depth - 1) + ")";
      case 2 -> "!" + flag(random, depth - 1);
      case 3 -> "(" + number(random, 2) + test(random) + number(random, 2) + ")";
      default -> FLAGS.get(random.nextInt(FLAGS.size()));
    };
  }

  private static String test(Random random) {
    return List.of(" < ", " <= ", " > ", " >= ", " == ", " != ").get(random.nextInt(6));
  }

  private static String number(Random random, int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return random.nextBoolean()
          ? NUMBERS.get(random.nextInt(NUMBERS.size()))
          : Integer.toString(random.nextInt(9));
    }
    var operation = List.of(" + ", " - ", " * ").get(random.nextInt(3));
    return "(" + number(random, depth - 1) + operation + number(random, depth - 1) + ")";
  }
}
