package org.konbit.rules.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.testing.SmallPack;

/** Random conditions about time: what is remembered of them is right until the day it says. */
class HorizonTests {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 3 * 366;

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void a_frame_that_goes_on_day_by_day_says_what_a_new_one_says(long seed) {
    var random = new Random(seed);
    // Or-ed, since a pack whose one condition contradicts itself is refused.
    var condition = claim(random, 3) + " || " + claim(random, 2);
    var packs = SmallPack.asking(condition);
    var outcome = packs.program("us.trial").orElseThrow().eligibility();
    var household = family(SmallPack.household(packs, "members: [{id: p1}]"), random);
    var kept = new Frame(packs.environment(), household);
    var wrong = new ArrayList<LocalDate>();

    for (int day = 0; day < DAYS; day++) {
      var date = FIRST.plusDays(day);
      kept.moveTo(date);
      long fresh = new Frame(packs.environment(), household.on(date)).value(outcome, 0);
      if (kept.value(outcome, 0) != fresh) {
        wrong.add(date);
      }
      kept.forgetSince(0);
    }

    assertThat(wrong).as(condition).isEmpty();
  }

  private static Household family(Household household, Random random) {
    var born = FIRST.minusYears(random.nextInt(30)).plusDays(random.nextInt(366));
    var told = household.on(FIRST).with(Vocabulary.BIRTH_DATE, 0, born.toEpochDay());
    for (var fact : List.of(Vocabulary.SINCE, Vocabulary.PREGNANCY_ENDED_ON)) {
      if (random.nextInt(5) > 0) {
        var day = FIRST.minusDays(random.nextInt(2500)).toEpochDay();
        told = told.with(fact, 0, random.nextInt(6) == 0 ? Values.NONE : day);
      }
    }
    // Details of a status are looked at only once the status is told.
    return told.with(Vocabulary.STATUS, 0, Words.code("asylum_pending"));
  }

  private static String claim(Random random, int depth) {
    if (depth == 0) {
      return comparison(random);
    }
    return switch (random.nextInt(6)) {
      case 0 -> "(" + claim(random, depth - 1) + " && " + claim(random, depth - 1) + ")";
      case 1 -> "(" + claim(random, depth - 1) + " || " + claim(random, depth - 1) + ")";
      case 2 -> "!" + claim(random, depth - 1);
      case 3 ->
          "(%s ? %s : %s)"
              .formatted(
                  claim(random, depth - 1), claim(random, depth - 1), claim(random, depth - 1));
      default -> comparison(random);
    };
  }

  private static String comparison(Random random) {
    var test = List.of(" < ", " <= ", " > ", " >= ", " == ", " != ").get(random.nextInt(6));
    return switch (random.nextInt(7)) {
      case 0 -> "(age" + test + random.nextInt(33) + ")";
      case 1 -> "(as_of" + test + date(random) + ")";
      case 2 -> "(years_between(" + date(random) + ", as_of)" + test + random.nextInt(9) + ")";
      case 3 -> "(months_between(" + date(random) + ", as_of)" + test + random.nextInt(99) + ")";
      case 4 -> "(days_between(" + date(random) + ", as_of)" + test + random.nextInt(3000) + ")";
      case 5 -> "(month(as_of)" + test + (1 + random.nextInt(12)) + ")";
      default -> "(year(as_of)" + test + (2025 + random.nextInt(5)) + ")";
    };
  }

  private static String date(Random random) {
    var written = "date('%s')".formatted(FIRST.plusDays(random.nextInt(1400) - 300));
    return switch (random.nextInt(5)) {
      case 0 -> "immigration.since";
      case 1 -> "add_months(immigration.since, %d)".formatted(random.nextInt(70));
      case 2 -> "end_of_month(add_years(pregnancy_ended_on, %d))".formatted(random.nextInt(3));
      case 3 -> "add_days(pregnancy_ended_on, %d)".formatted(random.nextInt(700));
      default -> written;
    };
  }
}
