package org.konbit.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.expression.Attribute;
import org.konbit.rules.expression.Definition;
import org.konbit.rules.expression.Frame;
import org.konbit.rules.expression.Registered;
import org.konbit.rules.household.Household;
import org.konbit.rules.program.Eligibility;

/** The timeline rests on this: what is remembered stays right until the day it says. */
class HorizonTests {
  private static final LocalDate LAST = LocalDate.of(2029, 6, 30);

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void what_was_found_out_holds_on_every_day_before_the_one_remembered(long seed) {
    var random = new Random(seed);
    var household = random.nextBoolean() ? Shipped.family(random) : Shipped.familyInPart(random);
    var now = new Frame(Shipped.PACKS.environment(), household);
    var wrong = new ArrayList<String>();

    decideEverything(now);
    for (Attribute attribute : remembered()) {
      for (int member = 0; member < household.size(); member++) {
        if (now.holdsUntil(attribute, member) <= now.today()) {
          continue;
        }
        long value = now.value(attribute, member);
        for (LocalDate day : days(now, attribute, member, household, random)) {
          var then = new Frame(Shipped.PACKS.environment(), household.on(day));
          long later = then.value(attribute, member);
          if (value != later) {
            wrong.add(
                "%s of %s on %s: %d, not %d as remembered until %s"
                    .formatted(
                        attribute.name(),
                        household.ids().get(member),
                        day,
                        later,
                        value,
                        LocalDate.ofEpochDay(now.holdsUntil(attribute, member))));
          }
        }
      }
    }

    assertThat(wrong).as(() -> Shipped.told(household)).isEmpty();
  }

  private static void decideEverything(Frame frame) {
    for (var program : Shipped.PACKS.programs()) {
      for (int member = 0; member < frame.household().size(); member++) {
        frame.value(program.eligibility(), member);
      }
    }
  }

  private static List<Attribute> remembered() {
    return Shipped.PACKS.environment().attributes().stream()
        .filter(a -> a instanceof Registered || a instanceof Eligibility || isPlain(a))
        .toList();
  }

  // A definition with arguments has no value of its own.
  private static boolean isPlain(Attribute attribute) {
    return attribute instanceof Definition && Shipped.PACKS.attribute(attribute.name()).isPresent();
  }

  private static List<LocalDate> days(
      Frame frame, Attribute attribute, int member, Household household, Random random) {
    var first = household.asOf().plusDays(1);
    var changes = LocalDate.ofEpochDay(frame.holdsUntil(attribute, member));
    var last = (changes.isAfter(LAST) ? LAST : changes).minusDays(1);
    if (last.isBefore(first)) {
      return List.of();
    }
    return random.nextInt(8) == 0 ? List.of(last, Shipped.someDay(random, first, last)) : List.of();
  }
}
