package org.konbit.simulation.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.konbit.simulation.figures.Assumptions;
import org.konbit.simulation.microdata.Home;
import org.konbit.simulation.microdata.Microdata;

/** The made-up population has the published totals and is a function of its seed. */
class SynthesisTests {
  private static final List<String> BOTH = List.of("CT", "MA");
  private static final Synthesis.Made MADE = made(108_000, 7);

  private static Synthesis.Made made(int people, long seed) {
    return Synthesis.make(BOTH, people, Assumptions.shipped(), LocalDate.of(2026, 6, 15), seed);
  }

  @Test
  void every_published_total_is_met_within_one_percent() {
    assertThat(MADE.fits()).hasSizeGreaterThan(90);
    assertThat(MADE.fits().stream().filter(fit -> Math.abs(fit.miss()) > 0.01).toList()).isEmpty();
  }

  @Test
  void it_has_about_as_many_people_as_asked_and_says_that_they_are_made_up() {
    assertThat(MADE.microdata().persons()).isBetween(97_000L, 119_000L);
    assertThat(MADE.microdata().isSynthetic()).isTrue();
    assertThat(MADE.microdata().source()).startsWith("SYNTHETIC");
    assertThat(MADE.microdata().blocks().getFirst().home(0).serial().toString()).startsWith("SYN");
  }

  @Test
  void no_child_lives_without_an_adult_and_no_weight_leaves_its_bounds() {
    var start = 10_811_240.0 / 108_000;
    for (var block : MADE.microdata().blocks()) {
      for (int home = 0; home < block.homes(); home++) {
        int first = block.firstPerson(home);
        boolean isHousehold = block.home(home).type() == Home.Type.HOUSEHOLD;
        boolean hasAdult = false;
        for (int p = first; p < block.firstPerson(home + 1); p++) {
          hasAdult |= block.person(p).age() >= 18;
          assertThat(block.weight(p) / start).isBetween(0.19, 5.1);
        }
        assertThat(hasAdult || !isHousehold).isTrue();
      }
    }
  }

  @Test
  void the_number_of_threads_changes_nothing_and_the_seed_everything() throws Exception {
    String alone;
    try (var one = new ForkJoinPool(1)) {
      alone = one.submit(() -> made(20_000, 3).microdata().digest()).get();
    }
    String many;
    try (var seven = new ForkJoinPool(7)) {
      many = seven.submit(() -> made(20_000, 3).microdata().digest()).get();
    }

    assertThat(many).isEqualTo(alone);
    assertThat(made(20_000, 4).microdata().digest()).isNotEqualTo(alone);
  }

  @Test
  void a_person_takes_little_memory() {
    Microdata people = MADE.microdata();

    assertThat(people.bytes() / people.persons()).isLessThan(64);
  }

  @Test
  void a_size_that_cannot_be_is_refused() {
    assertThatThrownBy(() -> made(10, 1)).hasMessageContaining("(10)");
  }
}
