package org.konbit.simulation.reform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.pack.ExampleCase;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.Examples;
import org.konbit.rules.screening.Screener;
import org.konbit.rules.text.Rendering;

/** Every reform is only what it changes, and its examples, worked by hand, hold. */
class ReformTests {
  private static final RulePacks LAW = RulePacks.shipped(List.of());

  static Stream<String> reforms() {
    return Reforms.shipped().stream().map(Reform::id);
  }

  @Test
  void the_reforms_of_the_campaigns_are_there() {
    assertThat(reforms())
        .contains(
            "ma-cover-all-kids",
            "ma-itin-eitc-40",
            "ma-itin-eitc-50",
            "husky-r1",
            "husky-r2",
            "husky-r3",
            "husky-r4",
            "husky-r5",
            "husky-r6",
            "husky-r7",
            "ma-backfill-2026",
            "federal-2026-undone",
            "federal-2027-undone",
            "ct-credit-2027",
            "ma-credit-2027");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reforms")
  void a_reform_loads_over_the_shipped_law_and_its_examples_hold(String id) {
    var reformed = Reforms.laidOver(id, List.of());

    assertThat(reformed.law().examples()).isNotEmpty();
    var failures = new Examples(new Screener(reformed.law())).failures();
    assertThat(failures.stream().map(f -> Rendering.of(f, reformed.law().text(f.file()))).toList())
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reforms")
  void some_example_of_a_reform_does_not_hold_without_it(String id) {
    var reformed = Reforms.laidOver(id, List.of()).law();
    var examples = reformed.examples();
    var then = new Screener(reformed);
    var today = new Screener(LAW);

    var changed =
        examples.stream()
            .filter(example -> differs(example, today, then))
            .map(ExampleCase::name)
            .toList();

    assertThat(changed).isNotEmpty();
  }

  private static boolean differs(ExampleCase example, Screener today, Screener reformed) {
    var household = example.household().orElseThrow();
    var then = reformed.screen(household, Set.of(), Set.of());
    var now = today.screen(household, Set.of(), Set.of());
    for (int member = 0; member < household.size(); member++) {
      var before = now.members().get(member);
      var after = then.members().get(member);
      if (!before.best().equals(after.best()) || !amounts(before).equals(amounts(after))) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> amounts(org.konbit.rules.screening.MemberResult member) {
    return member.programs().stream()
        .filter(program -> program.amountAnnualCents().isPresent())
        .map(program -> program.program() + " " + program.amountAnnualCents().getAsLong())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("reforms")
  void a_reform_keeps_the_order_of_the_programs_there_are(String id) {
    var reformed = Reforms.laidOver(id, List.of()).law();

    assertThat(LAW.places()).isNotEmpty();
    for (var place : LAW.places()) {
      var theirs =
          reformed.places().stream()
              .filter(p -> p.id().equals(place.id()))
              .findFirst()
              .orElseThrow();
      assertThat(theirs.ranking().stream().filter(place.ranking()::contains).toList())
          .isEqualTo(place.ranking());
      assertThat(theirs.coversFrom()).isEqualTo(place.coversFrom());
      assertThat(theirs.derived().keySet()).isEqualTo(place.derived().keySet());
      assertThat(theirs.sensitivity()).isEqualTo(place.sensitivity());
    }
  }

  @Test
  void a_reform_that_is_not_there_is_told_with_the_nearest_name() {
    assertThatThrownBy(() -> Reforms.laidOver("husky-r9", List.of()))
        .isInstanceOf(ReformProblem.class)
        .hasMessageContaining("(husky-r9)")
        .hasMessageContaining("husky-r");
  }

  @Test
  void a_folder_of_ones_own_is_a_reform_too(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("ct"));
    Files.writeString(folder.resolve("reform.yaml"), OWN);
    Files.writeString(
        folder.resolve("ct/limit.yaml"),
        "parameters:\n  adult_percent: {unit: percent, cite: a bill, from: {\"2026-01-01\": 200}}\n");

    var reformed = Reforms.laidOver(folder.toString(), List.of());

    assertThat(reformed.reform().title()).isEqualTo("Ours");
    assertThat(reformed.law().digest()).isNotEqualTo(LAW.digest());
  }

  @Test
  void a_misspelt_field_is_told(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("reform.yaml"), OWN.replace("title:", "titel:"));

    assertThatThrownBy(() -> Reforms.laidOver(folder.toString(), List.of()))
        .isInstanceOf(ReformProblem.class)
        .hasMessageContaining("(titel)")
        .hasMessageContaining("title");
  }

  private static final String OWN =
      """
      reform: ours
      title: Ours
      states: [CT]
      over: []
      from: "2026-01-01"
      bill: none yet
      cite: none yet
      about: HUSKY D to 200 %.
      date: ours
      stateSharePercent: 100
      """;
}
