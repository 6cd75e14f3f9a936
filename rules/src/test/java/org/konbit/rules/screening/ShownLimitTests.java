package org.konbit.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.testing.SmallPack;

/** What is told of a limit between two cents stays true of every income. */
class ShownLimitTests {
  /** 33,541.99 a year is 2,795.1658 a month. */
  private static final String LIMIT = "yearly(3354199)";

  @ParameterizedTest(name = "{0}: {1} a {2}")
  @CsvSource({
    "<=, 2795.16, month, true, 2795.16, 2795.16",
    "<=, 2795.17, month, false, 2795.17, 2795.16",
    "<=, 33541.98, year, true, 2795.16, 2795.16",
    "<=, 33541.99, year, true, 2795.16, 2795.16",
    "<=, 33542.00, year, false, 2795.17, 2795.16",
    ">, 2795.16, month, false, 2795.16, 2795.16",
    ">, 2795.17, month, true, 2795.17, 2795.16",
    ">, 33541.99, year, false, 2795.16, 2795.16",
    ">, 33542.00, year, true, 2795.17, 2795.16",
    "<, 2795.16, month, true, 2795.16, 2795.17",
    "<, 2795.17, month, false, 2795.17, 2795.17",
    "<, 33541.98, year, true, 2795.16, 2795.17",
    "<, 33541.99, year, false, 2795.17, 2795.17",
    ">=, 2795.16, month, false, 2795.16, 2795.17",
    ">=, 2795.17, month, true, 2795.17, 2795.17",
    ">=, 33541.98, year, false, 2795.16, 2795.17",
    ">=, 33541.99, year, true, 2795.17, 2795.17",
    "<=, 645.08, week, true, 2795.13, 2795.16",
    "<=, 645.09, week, false, 2795.18, 2795.16"
  })
  void a_limit_and_an_income_are_rounded_to_their_own_sides(
      String test, String income, String per, boolean holds, String value, String limit) {
    var because = because("income.wages %s %s".formatted(test, LIMIT), income, per);

    assertThat(because.holds()).contains(holds);
    assertThat(because.value().map(PlainText::of)).contains(value);
    assertThat(because.limit().map(PlainText::of)).contains(limit);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void the_two_amounts_compare_as_the_family_does(long seed) {
    var random = new Random(seed);
    long limit = 1_000_00L + random.nextInt(10_000);
    long income = limit - 2 + random.nextInt(5);
    var dollars = BigDecimal.valueOf(income, 2).toPlainString();

    for (var test : List.of("<=", "<", ">=", ">")) {
      var because = because("income.wages %s yearly(%d)".formatted(test, limit), dollars, "year");

      var shown = because.value().orElseThrow().number();
      var against = because.limit().orElseThrow().number();
      assertThat(because.holds()).contains(holds(test, shown, against));
    }
  }

  private static boolean holds(String test, long value, long limit) {
    return switch (test) {
      case "<=" -> value <= limit;
      case "<" -> value < limit;
      case ">=" -> value >= limit;
      default -> value > limit;
    };
  }

  private static Because because(String condition, String income, String per) {
    var document =
        "members: [{id: p1, income: [{kind: wages, amount: %s, per: %s}]}]".formatted(income, per);
    var screening = SmallPack.screening(SmallPack.asking(condition), document);
    return screening.members().getFirst().programs().getFirst().because().getFirst();
  }
}
