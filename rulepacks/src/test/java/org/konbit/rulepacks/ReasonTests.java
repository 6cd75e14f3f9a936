package org.konbit.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.household.Household;
import org.konbit.rules.screening.Aspect;
import org.konbit.rules.screening.Because;
import org.konbit.rules.screening.ProgramResult;

/** Nobody is refused or accepted without being told what for. */
class ReasonTests {
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void every_refusal_names_what_fails_and_every_yes_only_what_holds(long seed) {
    var random = new Random(seed);
    var household = random.nextBoolean() ? Shipped.family(random) : Shipped.familyInPart(random);
    var unfounded = new ArrayList<String>();

    for (var member : Shipped.only(household, Aspect.REASONS).members()) {
      for (var result : member.programs()) {
        if (!isFounded(result)) {
          unfounded.add(
              "%s %s %s: %s"
                  .formatted(member.id(), result.program(), result.outcome(), result.because()));
        }
      }
    }

    assertThat(unfounded).as(() -> Shipped.told(household)).isEmpty();
  }

  private static boolean isFounded(ProgramResult result) {
    return switch (result.outcome()) {
      case ELIGIBLE ->
          !result.because().isEmpty() && result.because().stream().allMatch(ReasonTests::holds);
      case INELIGIBLE -> result.because().stream().anyMatch(ReasonTests::fails);
      case UNKNOWN -> !result.missing().isEmpty();
    };
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void every_reason_has_a_citation_and_a_sentence(long seed) {
    Household household = Shipped.familyInPart(new Random(seed));

    for (var member : Shipped.only(household, Aspect.REASONS).members()) {
      assertThat(member.programs())
          .flatExtracting(ProgramResult::because)
          .isNotEmpty()
          .allSatisfy(because -> {
            assertThat(because.cite()).isNotBlank();
            assertThat(Shipped.PACKS.messages().find("en", because.message()))
                .as(because.message())
                .isPresent();
          });
    }
  }

  private static boolean holds(Because because) {
    return because.holds().orElse(false);
  }

  private static boolean fails(Because because) {
    return because.holds().filter(holds -> !holds).isPresent();
  }
}
