package org.konbit.referrals.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.testing.Seeds;

class SmallCellsTests {
  static LongStream seeds() {
    return Seeds.some();
  }

  @Test
  void one_small_count_takes_the_next_smallest_with_it() {
    assertThat(SmallCells.hidden(List.of(40, 7, 18, 0))).hasValue(List.of(1, 2));
    assertThat(SmallCells.hidden(List.of(40, 2, 3, 30))).hasValue(List.of(1, 2, 3));
    assertThat(SmallCells.hidden(List.of(40, 11, 0))).hasValue(List.of());
    assertThat(SmallCells.hidden(List.of(7, 0, 0))).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void no_small_count_can_be_worked_out_of_the_others_and_their_total(long seed) {
    var random = new Random(seed);
    var counts =
        IntStream.range(0, 1 + random.nextInt(7))
            .mapToObj(_ -> random.nextInt(3) == 0 ? 0 : random.nextInt(30))
            .toList();

    var hidden = SmallCells.hidden(counts);

    if (hidden.isEmpty()) {
      assertThat(counts.stream().mapToInt(each -> each).sum())
          .as("a total that is not told either")
          .isBetween(1, 10);
      return;
    }
    assertThat(IntStream.range(0, counts.size()).filter(i -> !hidden.get().contains(i)))
        .noneMatch(i -> SmallCells.isSmall(counts.get(i)));
    if (!hidden.get().isEmpty()) {
      assertThat(hidden.get()).as("hidden ones").hasSizeGreaterThan(1);
      assertThat(hidden.get().stream().mapToInt(counts::get).sum())
          .as("values that one of them could have")
          .isGreaterThanOrEqualTo(SmallCells.LEAST);
    }
  }
}
