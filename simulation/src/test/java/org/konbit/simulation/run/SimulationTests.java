package org.konbit.simulation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.konbit.rules.pack.RulePacks;
import org.konbit.simulation.figures.Assumptions;
import org.konbit.simulation.microdata.Microdata;
import org.konbit.simulation.reform.Reforms;
import org.konbit.simulation.synthetic.Synthesis;

/** A whole run over made-up people, by the engine that explains. */
class SimulationTests {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
  private static final RulePacks LAW = RulePacks.shipped(List.of());
  private static final Microdata CONNECTICUT =
      Synthesis.make(List.of("CT"), 6_000, Assumptions.shipped(), DAY, 11).microdata();

  private static Settings settings(int draws) {
    return new Settings(DAY, DAY, 5, draws, 3, 0, false, 100, Assumptions.shipped());
  }

  private static Results run(String reform, int draws) {
    var reformed = Reforms.laidOver(reform, List.of()).law();
    return new Simulation(
            CONNECTICUT,
            reformed.vocabulary(),
            new ScreenerEvaluation(List.of(LAW, reformed)),
            List.of(settings(draws)))
        .run(_ -> {})
        .getFirst();
  }

  private static Simulation unchanged() {
    return new Simulation(
        CONNECTICUT,
        LAW.vocabulary(),
        new ScreenerEvaluation(List.of(LAW, LAW)),
        List.of(settings(1)));
  }

  @Test
  void nothing_changes_where_the_law_does_not() {
    var results = unchanged().run(_ -> {}).getFirst();

    assertThat(results.moves()).isEmpty();
    assertThat(results.all().figure(Quantity.NEWLY_ELIGIBLE).value()).isZero();
    assertThat(results.all().figure(Quantity.PEOPLE).value()).isGreaterThan(3_000_000);
  }

  @Test
  void every_answer_is_decided() {
    var results = run("husky-r4", 1);

    assertThat(results.all().figure(Quantity.UNDECIDED).value()).isZero();
  }

  @Test
  void opening_husky_reaches_people_without_status_and_the_larger_reform_reaches_more() {
    var children = run("husky-r1", 1);
    var adults = run("husky-r3", 1);

    double few = children.all().figure(Quantity.NEWLY_ELIGIBLE).value();
    double many = adults.all().figure(Quantity.NEWLY_ELIGIBLE).value();
    assertThat(few).isPositive();
    assertThat(many).isGreaterThan(few * 3);
    assertThat(adults.all().figure(Quantity.LOSES).value()).isZero();
    assertThat(adults.line("status", "born a citizen").figure(Quantity.NEWLY_ELIGIBLE).value())
        .isZero();
    assertThat(adults.line("age", "65 and over").figure(Quantity.NEWLY_ELIGIBLE).value()).isZero();
  }

  @Test
  void the_number_of_threads_changes_no_digit() throws Exception {
    Results alone;
    try (var one = new ForkJoinPool(1)) {
      alone = one.submit(() -> run("husky-r2", 2)).get();
    }
    Results many;
    try (var six = new ForkJoinPool(6)) {
      many = six.submit(() -> run("husky-r2", 2)).get();
    }

    assertThat(many).isEqualTo(alone);
  }

  @Test
  void people_without_status_meet_the_control_in_the_mean() {
    var results = run("husky-r7", 8);

    double without =
        results.line("status", "undocumented").figure(Quantity.PEOPLE).value()
            + results.line("status", "temporary or pending").figure(Quantity.PEOPLE).value();
    double expected = unchanged().statuses().controls().getFirst().total();
    assertThat(expected).isCloseTo(113_000, within(3_000.0));
    assertThat(without / expected).isCloseTo(1, within(0.15));
  }
}
