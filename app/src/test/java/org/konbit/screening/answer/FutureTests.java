package org.konbit.screening.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What changes for a family, and when. */
class FutureTests {
  private final AnswerPage.Future future =
      Families.page("en", Families.MIXED).future().orElseThrow();

  @Test
  void a_birthday_that_ends_coverage_is_told_with_its_day_and_what_comes_after() {
    var turn =
        future.turns().stream()
            .filter(one -> one.day().equals("2027-02-10"))
            .findFirst()
            .orElseThrow();

    assertThat(turn.date()).isEqualTo("February 10, 2027");
    assertThat(turn.shifts())
        .filteredOn(shift -> shift.person().equals("Your child, 18"))
        .singleElement()
        .satisfies(shift -> {
          assertThat(shift.cause()).isEqualTo("A birthday.");
          assertThat(shift.best().orElseThrow().from().text()).contains("CMSP");
          assertThat(shift.best().orElseThrow().to().text()).isEqualTo("MassHealth Limited");
        });
  }

  @Test
  void the_picture_shows_everyone_without_a_gap() {
    var picture = future.picture().orElseThrow();

    assertThat(picture.rows()).hasSize(5);
    assertThat(picture.rows())
        .allSatisfy(row ->
            assertThat(row.bars().stream().mapToDouble(bar -> share(bar.width())).sum())
                .isBetween(99.9, 100.1));
    assertThat(picture.spans())
        .hasSize(picture.rows().stream().mapToInt(row -> row.bars().size()).sum());
    assertThat(picture.title()).contains("November 23, 2026");
  }

  @Test
  void in_arabic_time_runs_to_the_left() {
    var english = future.picture().orElseThrow().rows().get(2).bars();
    var arabic =
        Families.page("ar", Families.MIXED)
            .future()
            .orElseThrow()
            .picture()
            .orElseThrow()
            .rows()
            .get(2)
            .bars();

    assertThat(share(english.getFirst().x())).isZero();
    assertThat(share(arabic.getFirst().x()) + share(arabic.getFirst().width()))
        .isBetween(99.9, 100.1);
  }

  @Test
  void where_nothing_changes_there_is_no_picture() {
    var steady =
        """
        asOf: "2026-11-23"
        state: MA
        members:
          - {id: p1, age: 35, resident: true, pregnant: false, pregnancyEndedOn: null, disabled: false, conditions: [], immigration: {status: citizen},
             tax: {files: true, taxId: ssn, jointlyWith: null, claims: []}, income: [{kind: wages, amount: 1000, per: month}],
             insurance: {medicare: [], employerOffer: none, enrolled: []}}
        """;

    assertThat(Families.page("en", steady).future().flatMap(AnswerPage.Future::picture)).isEmpty();
  }

  private static double share(String percent) {
    return Double.parseDouble(percent.replace("%", ""));
  }
}
