package org.konbit.rules.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konbit.rules.testing.SmallPack;

/** An income that leads in only between two limits that lie close together. */
class IncomeBandTests {
  @ParameterizedTest
  @CsvSource({
    "3000, month, 200000, 200050, 200050",
    "1000, month, 200000, 200050, 200000",
    "0, month, 200000, 200050, 200000",
    "3000, month, 200000, 200000, 200000",
    "1000, month, 200000, 200000, 200000",
    "900000, month, 200000, 200001, 200001",
    "36000, year, 200000, 200050, 2400600",
    "12000, year, 200000, 200050, 2400000",
    "1, week, 200000, 200050, 46158",
    "700, week, 200000, 200050, 46168"
  })
  void a_narrow_band_is_found_from_below_and_from_above(
      String amount, String per, long from, long to, long cents) {
    var packs =
        SmallPack.asking(
            "income.wages >= monthly(%d) && income.wages <= monthly(%d)".formatted(from, to));

    var screening =
        SmallPack.screening(
            packs,
            "members: [{id: ana, age: 30, income: [{kind: wages, amount: %s, per: %s}]}]"
                .formatted(amount, per));

    var result = screening.members().getFirst().programs().getFirst();
    assertThat(result.outcome()).isEqualTo(Outcome.INELIGIBLE);
    assertThat(result.flips()).extracting(Flip::at).containsExactly(new FlipValue.Cents(cents));
  }
}
