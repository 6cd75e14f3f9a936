package org.konbit.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Words;
import org.konbit.rules.screening.Aspect;
import org.konbit.rules.screening.IfThen;

class IfThenTests {
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void each_if_then_is_the_screening_with_that_answer(long seed) {
    var household = Shipped.familyInPart(new Random(seed));

    for (var member : Shipped.only(household, Aspect.IF_THEN).members()) {
      for (IfThen supposed : member.ifThen()) {
        var answered = answered(household, supposed);
        var screened = Shipped.member(Shipped.only(answered), member.id());

        assertThat(screened.best())
            .as(() -> supposed.fact() + " = " + supposed.value() + Shipped.told(household))
            .isEqualTo(supposed.best());
        screened
            .programs()
            .forEach(result ->
                assertThat(supposed.programs()).containsEntry(result.program(), result.outcome()));
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void only_what_is_missing_is_supposed(long seed) {
    var household = Shipped.familyInPart(new Random(seed));

    for (var member : Shipped.only(household, Aspect.IF_THEN).members()) {
      var missing = member.programs().stream().flatMap(r -> r.missing().stream()).toList();

      assertThat(missing).containsAll(member.ifThen().stream().map(IfThen::fact).toList());
    }
  }

  private static long value(Fact fact, String answer) {
    return switch (fact.type()) {
      case BOOL -> Values.of(answer.equals("true"));
      case COUNT -> Long.parseLong(answer);
      default -> Words.code(answer);
    };
  }

  private static Household answered(Household household, IfThen supposed) {
    for (var place : Places.of(household).all()) {
      if (place.path(household).equals(supposed.fact())) {
        return household.with(place.fact(), place.member(), value(place.fact(), supposed.value()));
      }
    }
    throw new AssertionError("No fact is called " + supposed.fact());
  }
}
