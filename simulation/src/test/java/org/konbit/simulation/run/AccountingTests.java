package org.konbit.simulation.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.konbit.rules.bulk.Population;
import org.konbit.rules.pack.RulePacks;
import org.konbit.simulation.figures.Assumptions;
import org.konbit.simulation.microdata.Microdata;
import org.konbit.simulation.microdata.Person.Coverage;
import org.konbit.simulation.reform.Reforms;

/** The arithmetic of a reform, worked by hand. */
class AccountingTests {
  private static final RulePacks LAW = RulePacks.shipped(List.of());
  private static final RulePacks REFORM = Reforms.laidOver("husky-r3", List.of()).law();
  private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
  private static final int NONE = 0;

  /** A text of the law that gives each row of the population one program, and some credit. */
  private record Given(Programs programs, IntUnaryOperator of, IntToLongFunction credit)
      implements Evaluation.Decisions {
    @Override
    public boolean isEligible(int program, int person) {
      return of.applyAsInt(person) == program;
    }

    @Override
    public int best(int person) {
      return of.applyAsInt(person);
    }

    @Override
    public long creditCents(int person) {
      return credit.applyAsLong(person);
    }

    @Override
    public boolean isOpen(int person) {
      return false;
    }
  }

  private record AllGiven(List<Given> all) implements Evaluation {
    @Override
    public List<Programs> texts() {
      return all.stream().map(Given::programs).toList();
    }

    @Override
    public List<Decisions> decide(
        Population people, LocalDate asOf, List<Integer> texts, int threads) {
      return texts.stream().<Decisions>map(all::get).toList();
    }

    @Override
    public int blocksAtOnce() {
      return 1;
    }
  }

  private static Given given(RulePacks law, long[] credits, String... best) {
    var programs = new Programs(law);
    return new Given(programs, row -> programs.number(best[row]), row -> credits[row]);
  }

  private static Settings settings(int year, boolean isOverrun, int share) {
    return new Settings(DAY, DAY, 1, 2, year, 0, isOverrun, share, Assumptions.shipped());
  }

  private static Results run(Microdata people, Given law, Given reform, Settings settings) {
    return run(people, List.of(law, reform), List.of(settings)).getFirst();
  }

  private static List<Results> run(Microdata people, List<Given> texts, List<Settings> settings) {
    return new Simulation(people, REFORM.vocabulary(), new AllGiven(texts), settings).run(_ -> {});
  }

  private static double figure(Results results, Quantity quantity) {
    return results.all().figure(quantity).value();
  }

  /** An uninsured adult and child of weight 100, and an adult of weight 50 insured through work. */
  private static Microdata three() {
    return new People()
        .home("CT", 100, People.person(40, 20, 5, NONE, 20_000), People.person(17, 25, 5, NONE, 0))
        .home("CT", 50, People.person(30, 20, 5, Coverage.EMPLOYER.bit(), 18_000))
        .microdata();
  }

  private static final Given NOTHING =
      given(LAW, new long[3], "ct.emergency_medicaid", "none", "ct.emergency_medicaid");
  private static final Given ALL =
      given(REFORM, new long[3], "ct.state_husky_d", "ct.state_husky_a", "ct.state_husky_d");

  @Test
  void who_enrols_and_what_it_costs() {
    var results = run(three(), NOTHING, ALL, settings(3, false, 100));

    assertThat(figure(results, Quantity.PEOPLE)).isEqualTo(250);
    assertThat(figure(results, Quantity.NEWLY_ELIGIBLE)).isEqualTo(250);
    assertThat(figure(results, Quantity.NEWLY_ELIGIBLE_UNINSURED)).isEqualTo(200);
    // 100 x .50 adults, 100 x .75 children, 50 x .075 who change over from insurance at work
    assertThat(figure(results, Quantity.NEWLY_ENROLLED)).isCloseTo(128.75, within(1e-9));
    assertThat(figure(results, Quantity.NEWLY_INSURED)).isCloseTo(125, within(1e-9));
    // 53.75 adults at 3,910 dollars and 75 children at 1,960
    assertThat(figure(results, Quantity.COST)).isCloseTo(357_162.5, within(1e-6));
    assertThat(figure(results, Quantity.HOSPITAL)).isCloseTo(125 * 3_154, within(1e-6));
    assertThat(results.moves())
        .containsEntry("none → ct.state_husky_a", 100.0)
        .containsEntry("ct.emergency_medicaid → ct.state_husky_d", 150.0);
  }

  @Test
  void several_reforms_in_one_run_come_to_what_each_comes_to_alone() {
    var half = settings(3, false, 50);
    var whole = settings(3, false, 100);

    var together = run(three(), List.of(NOTHING, ALL, NOTHING), List.of(half, whole));

    assertThat(together)
        .containsExactly(run(three(), NOTHING, ALL, half), run(three(), NOTHING, NOTHING, whole));
    assertThat(figure(together.getFirst(), Quantity.NEWLY_ELIGIBLE)).isEqualTo(250);
    assertThat(figure(together.getLast(), Quantity.NEWLY_ELIGIBLE)).isZero();
  }

  @Test
  void the_first_year_the_overrun_and_the_states_share() {
    var first = run(three(), NOTHING, ALL, settings(1, false, 50));
    var overrun = run(three(), NOTHING, ALL, settings(3, true, 100));

    assertThat(figure(first, Quantity.NEWLY_ENROLLED)).isCloseTo(128.75 * 0.35, within(1e-9));
    assertThat(figure(first, Quantity.STATE_COST))
        .isCloseTo(figure(first, Quantity.COST) / 2, within(1e-9));
    // Twice as many, but no more than there are: 100 adults, 100 children, 7.5 from work
    assertThat(figure(overrun, Quantity.NEWLY_ENROLLED)).isCloseTo(207.5, within(1e-9));
  }

  @Test
  void the_parts_of_every_division_add_up_to_everyone() {
    var results = run(three(), NOTHING, ALL, settings(3, false, 100));

    for (String by : List.of("age", "status", "income of the home", "area")) {
      for (Quantity quantity : Quantity.values()) {
        double sum =
            results.lines().stream()
                .filter(line -> line.by().equals(by))
                .mapToDouble(line -> line.figure(quantity).value())
                .sum();
        assertThat(sum).as(by + " " + quantity).isCloseTo(figure(results, quantity), within(1e-6));
      }
    }
  }

  @Test
  void who_loses_is_told_and_only_those_who_have_it_disenrol() {
    var people =
        new People()
            .home("CT", 100, People.person(40, 20, 5, Coverage.MEDICAID.bit(), 20_000))
            .home("CT", 10, People.person(40, 20, 5, Coverage.EMPLOYER.bit(), 20_000))
            .home("CT", 1, People.person(40, 20, 5, NONE, 20_000))
            .microdata();
    var before = given(LAW, new long[3], "ct.husky_d", "ct.husky_d", "none");
    var after = given(LAW, new long[3], "us.aptc", "none", "none");

    var results = run(people, before, after, settings(3, false, 100));

    assertThat(figure(results, Quantity.LOSES)).isEqualTo(110);
    assertThat(figure(results, Quantity.DISENROLLED)).isCloseTo(89, within(1e-9));
    assertThat(figure(results, Quantity.SAVED)).isCloseTo(89 * 3_910.0, within(1e-6));
    assertThat(figure(results, Quantity.NEWLY_ELIGIBLE)).isZero();
  }

  @Test
  void a_credit_that_grows_is_counted_once_a_return() {
    var people = three();
    var before = given(LAW, new long[3], "none", "none", "none");
    var after = given(LAW, new long[] {177_080, 0, 26_560}, "none", "none", "none");

    var results = run(people, before, after, settings(3, false, 100));

    assertThat(figure(results, Quantity.CREDIT_GAINERS)).isCloseTo(150 * 0.8, within(1e-9));
    assertThat(figure(results, Quantity.CREDIT))
        .isCloseTo(0.8 * (100 * 1_770.80 + 50 * 265.60), within(1e-6));
  }

  @Test
  void the_standard_error_is_that_of_successive_differences() {
    var replicates = new short[80];
    Arrays.fill(replicates, (short) 100);
    replicates[0] = 110;
    replicates[1] = 80;
    var people =
        new People().home("CT", 100, replicates, People.person(40, 20, 1, NONE, 9_000)).microdata();
    var none = given(LAW, new long[1], "none");

    var results = run(people, none, none, settings(3, false, 100));

    var everyone = results.all().figure(Quantity.PEOPLE);
    assertThat(everyone.value()).isEqualTo(100);
    // 4/80 of 10 squared and 20 squared
    assertThat(everyone.standardError()).isCloseTo(5, within(1e-12));
    assertThat(everyone.margin()).isCloseTo(8.225, within(1e-12));
  }

  @Test
  void draws_are_put_together_by_rubins_rules() {
    // mean 20; within 4; between 100: 4 + 1.5 x 100 for two draws
    var estimate = Estimate.of(List.of(12.928932188134524, 27.071067811865476), List.of(3.0, 5.0));

    assertThat(estimate.value()).isCloseTo(20, within(1e-9));
    assertThat(estimate.standardError()).isCloseTo(Math.sqrt(154), within(1e-9));
  }
}
