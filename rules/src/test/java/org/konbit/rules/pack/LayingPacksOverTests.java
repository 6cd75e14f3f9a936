package org.konbit.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konbit.rules.testing.SmallPack;

/** A reform is only what it changes, laid over the law by id and date. */
class LayingPacksOverTests {
  private static final String LAW =
      """
      program: us.trial
      parameters: {limit: {unit: dollars, cite: a law, from: {"2020-01-01": 100, "2025-01-01": 200}}}
      conditions:
        - {id: asked, holds: "assets <= us.limit", cite: a law, message: us.trial.asked, from: "2020-01-01"}
      """;
  private static final String REFORM =
      """
      program: us.trial
      parameters: {limit: {unit: dollars, cite: a bill, from: {"2025-01-01": 300, "2026-01-01": 400}}}
      conditions:
        - {id: asked, holds: "assets <= us.limit || disabled", cite: a bill, message: us.trial.asked, from: "2027-01-01"}
      """;

  @ParameterizedTest
  @CsvSource({
    "2024-12-31, 100.00, eligible, eligible",
    "2024-12-31, 100.01, ineligible, ineligible",
    "2025-01-01, 200.01, ineligible, eligible",
    "2025-12-31, 300.01, ineligible, ineligible",
    "2026-01-01, 400.00, ineligible, eligible",
    "2026-12-31, 900.00, ineligible, ineligible",
    "2027-01-01, 900.00, ineligible, eligible"
  })
  void values_and_texts_are_replaced_by_date_and_all_else_stays(
      String asOf, String assets, String law, String reform) {
    var folder = SmallPack.folder(SmallPack.files(LAW));
    var reformed =
        RulePacks.of(folder, List.of(SmallPack.folder(Map.of("us/reform.yaml", REFORM))));
    var document =
        "asOf: \"%s\"\nmembers: [{id: p1, assets: %s, disabled: true}]".formatted(asOf, assets);

    assertThat(SmallPack.outcome(RulePacks.of(folder, List.of()), document).word()).isEqualTo(law);
    assertThat(SmallPack.outcome(reformed, document).word()).isEqualTo(reform);
  }
}
