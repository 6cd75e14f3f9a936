package org.konbit.simulation.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.rules.household.Vocabulary;
import org.konbit.simulation.figures.Assumptions;
import org.konbit.simulation.microdata.Block;
import org.konbit.simulation.microdata.Home;
import org.konbit.simulation.microdata.Incomes;
import org.konbit.simulation.microdata.Microdata;
import org.konbit.simulation.microdata.MicrodataBuilder;
import org.konbit.simulation.microdata.Person;
import org.konbit.simulation.microdata.Person.Coverage;
import org.konbit.simulation.microdata.Serial;

/** Statuses that no survey asks for: solved to the controls, drawn again and again. */
class StatusModelTests {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

  private static Person noncitizen(int age, int entered, int birthplace, int coverage) {
    return new Person(
        age,
        false,
        5,
        entered,
        birthplace,
        20,
        0,
        0,
        coverage,
        false,
        false,
        false,
        4,
        1,
        3,
        12,
        new Incomes(20_000, 0, 0, 0, 0, 0, 0, 0));
  }

  /** 400 couples of noncitizens of all ages, half of them uninsured, of weight 300 each. */
  private static Microdata couples() {
    var builder = new MicrodataBuilder(List.of());
    for (int home = 0; home < 400; home++) {
      builder.home(
          new Home(Serial.synthetic(home), "CT", "Capitol COG", Home.Type.HOUSEHOLD, false));
      int age = 5 + home % 70;
      int coverage = home % 2 == 0 ? 0 : Coverage.EMPLOYER.bit();
      int birthplace = home % 3 == 0 ? 210 : 365;
      builder.person(noncitizen(age, 2026 - Math.min(age, 12), birthplace, coverage), 300);
      builder.person(noncitizen(age, 2026 - Math.min(age, 12), birthplace, coverage), 300);
    }
    return new Microdata("couples of a test", false, builder.areas(), builder.blocks());
  }

  private static StatusModel model(Microdata people, double wanted) {
    var assumptions = Assumptions.shipped().with("undocumented", "CT", wanted);
    return StatusModel.fitted(people, assumptions, DAY, 4);
  }

  @Test
  void the_expected_numbers_meet_the_controls_by_age_and_insurance() {
    var controls = model(couples(), 100_000).controls().getFirst();

    assertThat(controls.total()).isCloseTo(100_000, within(1_000.0));
    assertThat(controls.uninsuredReached()).isCloseTo(0.57, within(0.01));
    controls
        .wanted()
        .forEach((band, wanted) ->
            assertThat(controls.reached().getOrDefault(band, 0.0))
                .isCloseTo(wanted, within(wanted * 0.02)));
  }

  @Test
  void a_control_that_cannot_be_met_is_told_and_not_forced() {
    var controls = model(couples(), 5_000_000).controls().getFirst();

    assertThat(controls.total()).isLessThan(240_001);
    assertThat(controls.wanted().values().stream().mapToDouble(d -> d).sum())
        .isCloseTo(5_000_000, within(1.0));
  }

  @Test
  void draws_come_near_the_control_and_differ_from_each_other() {
    var people = couples();
    var model = model(people, 100_000);
    var counts = new ArrayList<Double>();

    for (int draw = 0; draw < 20; draw++) {
      counts.add(without(people.blocks().getFirst(), model, draw));
    }

    double mean = counts.stream().mapToDouble(d -> d).average().orElseThrow();
    assertThat(mean).isCloseTo(100_000, within(4_000.0));
    assertThat(counts.stream().distinct().count()).isGreaterThan(10);
  }

  private static double without(Block block, StatusModel model, int draw) {
    double sum = 0;
    for (int home = 0; home < block.homes(); home++) {
      for (int p = block.firstPerson(home); p < block.firstPerson(home + 1); p++) {
        sum += model.draw(block, home, p, draw).isWithoutStatus() ? block.weight(p) : 0;
      }
    }
    return sum;
  }

  @Test
  void people_of_one_home_and_birthplace_are_mostly_drawn_together() {
    var people = couples();
    var block = people.blocks().getFirst();
    var model = model(people, 100_000);
    int same = 0;

    for (int home = 0; home < block.homes(); home++) {
      int first = block.firstPerson(home);
      boolean one = model.draw(block, home, first, 0).isWithoutStatus();
      same += one == model.draw(block, home, first + 1, 0).isWithoutStatus() ? 1 : 0;
    }

    // Drawn apart, couples would agree about half of the time.
    assertThat(same).isGreaterThan(260);
  }

  @Test
  void a_draw_is_the_same_every_time_and_its_status_is_one_that_a_document_may_name() {
    var people = couples();
    var block = people.blocks().getFirst();
    var model = model(people, 100_000);

    for (int home = 0; home < block.homes(); home++) {
      int person = block.firstPerson(home);
      var drawn = model.draw(block, home, person, 3);
      assertThat(drawn).isEqualTo(model.draw(block, home, person, 3));
      assertThat(Vocabulary.STATUSES).contains(drawn.status());
      assertThat(drawn.enteredOn()).isBeforeOrEqualTo(DAY);
      assertThat(drawn.since()).isBetween(drawn.enteredOn(), DAY);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1975", "medicare", "veteran", "tricare", "official", "cuba", "pension"})
  void whom_logic_makes_lawful_is_never_drawn_as_without_status(String why) {
    var plain = noncitizen(50, 2015, 365, 0);
    var person =
        switch (why) {
          case "1975" -> noncitizen(60, 1975, 365, 0);
          case "medicare" -> noncitizen(50, 2015, 365, Coverage.MEDICARE.bit());
          case "tricare" -> noncitizen(50, 2015, 365, Coverage.TRICARE.bit());
          case "cuba" -> noncitizen(50, 2015, 327, 0);
          case "veteran" -> with(plain, 2, 1, plain.incomes());
          case "official" -> with(plain, 4, 4, plain.incomes());
          default -> with(plain, 4, 1, new Incomes(0, 0, 9_000, 0, 0, 0, 0, 0));
        };

    assertThat(Features.isSurelyLawful(person)).isTrue();
    assertThat(Features.isSurelyLawful(plain)).isFalse();
    // Medicaid proves nothing: both states cover people without status.
    assertThat(Features.isSurelyLawful(noncitizen(50, 2015, 365, Coverage.MEDICAID.bit())))
        .isFalse();
  }

  private static Person with(Person p, int military, int worker, Incomes incomes) {
    return new Person(
        p.age(),
        false,
        5,
        p.entered(),
        p.birthplace(),
        20,
        0,
        0,
        p.coverage(),
        false,
        false,
        false,
        military,
        worker,
        3,
        12,
        incomes);
  }
}
