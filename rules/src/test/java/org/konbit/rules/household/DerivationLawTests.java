package org.konbit.rules.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.testing.FixedView;
import org.konbit.rules.testing.Households;

class DerivationLawTests {
  private interface Derivation {
    long of(View view, int member);
  }

  private static final Map<String, Derivation> ALL =
      Map.ofEntries(
          Map.entry("children", Relatives::children),
          Map.entry("inCare", Relatives::inCare),
          Map.entry("parents", Relatives::parents),
          Map.entry("spouses", Relatives::spouses),
          Map.entry("partners", Relatives::partners),
          Map.entry("siblings", Relatives::siblings),
          Map.entry("magi.members", MagiHouseholds::members),
          Map.entry("magi.size", (v, m) -> MagiHouseholds.size(v, m, MagiHouseholds.members(v, m))),
          Map.entry(
              "magi.income",
              (v, m) -> MagiHouseholds.monthlyIncome(v, m, MagiHouseholds.members(v, m))),
          Map.entry("disabled.members", DisabledHouseholds::members),
          Map.entry("disabled.size", DisabledHouseholds::size),
          Map.entry("disabled.income", DisabledHouseholds::monthlyIncome),
          Map.entry("tax.exists", TaxUnits::exists),
          Map.entry("tax.filers", TaxUnits::filers),
          Map.entry("tax.dependents", TaxUnits::dependents),
          Map.entry("tax.members", TaxUnits::members),
          Map.entry("tax.joint", TaxUnits::joint),
          Map.entry("tax.firstFiler", TaxUnits::firstFiler),
          Map.entry("tax.size", TaxUnits::size),
          Map.entry("tax.income", TaxUnits::yearlyIncome),
          Map.entry("wages", (v, m) -> OwnIncome.monthly(v, m, IncomeKind.WAGES)));

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void what_is_known_early_stays_and_what_is_unknown_names_a_missing_answer(long seed) {
    var random = new Random(seed);
    var full = Households.complete(random);
    var early = Households.forgettingSome(full, random);

    ALL.forEach((name, derivation) -> {
      for (int member = 0; member < full.size(); member++) {
        var view = new FixedView(early);
        long known = derivation.of(view, member);
        if (known == Values.UNKNOWN) {
          assertThat(view.missing()).as(name).isNotEmpty();
        } else {
          assertThat(known).as(name).isEqualTo(derivation.of(new FixedView(full), member));
        }
      }
    });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void one_forgotten_answer_changes_nothing_or_is_named(long seed) {
    var full = Households.complete(new Random(seed));

    for (String path : full.answered()) {
      var fact = fact(full, path);
      int member = fact.ofHousehold() ? 0 : full.ids().indexOf(path.split("\\.", 3)[1]);
      var early = full.without(fact, member);
      ALL.forEach((name, derivation) -> {
        for (int asked = 0; asked < full.size(); asked++) {
          var view = new FixedView(early);
          if (derivation.of(view, asked) == Values.UNKNOWN) {
            assertThat(view.missing()).as(name + " without " + path).contains(asAsked(path));
          }
        }
      });
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void a_complete_household_leaves_nothing_unknown(long seed) {
    var full = Households.complete(new Random(seed));

    ALL.forEach((name, derivation) -> {
      for (int member = 0; member < full.size(); member++) {
        assertThat(derivation.of(new FixedView(full), member))
            .as(name)
            .isNotEqualTo(Values.UNKNOWN);
      }
    });
  }

  @Test
  void sixty_people_of_whom_nothing_is_known_are_no_trouble() {
    var ids = IntStream.range(0, 60).mapToObj(i -> "p" + i).toList();
    var household = Household.of(Vocabulary.base(), LocalDate.of(2026, 6, 15), List.copyOf(ids));

    for (int member = 0; member < 60; member++) {
      assertThat(MagiHouseholds.members(new FixedView(household), member))
          .isEqualTo(Values.UNKNOWN);
    }
  }

  // Age is what is asked for, whichever of the two was told.
  private static String asAsked(String path) {
    return path.replace("birthDate", "age");
  }

  private static Fact fact(Household household, String path) {
    var name = path.startsWith("members.") ? path.split("\\.", 3)[2] : path;
    return household.vocabulary().find(name).orElseThrow();
  }
}
