package org.konbit.rules.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.konbit.rules.household.IncomeKind.WAGES;
import static org.konbit.rules.household.Period.WEEK;
import static org.konbit.rules.household.Period.YEAR;

import org.junit.jupiter.api.Test;
import org.konbit.rules.testing.Family;

class TaxUnitsTests {
  private static Family jointFamily() {
    return Family.of("ana", "ben", "cleo", "dan")
        .married("ana", "ben")
        .parent("ana", "cleo")
        .jointly("ana", "ben")
        .claims("ana", "cleo");
  }

  @Test
  void a_joint_return_is_one_unit_for_all_on_it() {
    var family = jointFamily().andNoMore();
    var view = family.view();

    for (int member = 0; member < 3; member++) {
      assertThat(family.ids(TaxUnits.filers(view, member))).containsExactly("ana", "ben");
      assertThat(family.ids(TaxUnits.dependents(view, member))).containsExactly("cleo");
      assertThat(TaxUnits.joint(view, member)).isEqualTo(Values.TRUE);
      assertThat(TaxUnits.size(view, member)).isEqualTo(3);
      assertThat(TaxUnits.firstFiler(view, member)).isEqualTo(Values.of(member == 0));
    }
  }

  @Test
  void whoever_neither_files_nor_is_claimed_has_none() {
    var view = jointFamily().andNoMore().view();

    assertThat(TaxUnits.exists(view, 3)).isEqualTo(Values.FALSE);
    assertThat(TaxUnits.members(view, 3)).isZero();
    assertThat(TaxUnits.size(view, 3)).isEqualTo(Values.NONE);
    assertThat(TaxUnits.yearlyIncome(view, 3)).isEqualTo(Values.NONE);
  }

  @Test
  void a_dependents_income_counts_only_where_it_requires_a_return() {
    var family = jointFamily().earning("ana", WAGES, 1_000_00, WEEK).andNoMore();

    var little = family.earning("cleo", WAGES, 16_100_00, YEAR).view();
    assertThat(TaxUnits.yearlyIncome(little, 0)).isEqualTo(52_000_00);
    var more = family.earning("cleo", WAGES, 1, YEAR).view();
    assertThat(TaxUnits.yearlyIncome(more, 0)).isEqualTo(68_100_01);
  }

  @Test
  void an_unanswered_question_about_filing_is_named() {
    var view = Family.of("ana").view();

    assertThat(TaxUnits.members(view, 0)).isEqualTo(Values.UNKNOWN);
    assertThat(view.missing()).containsExactly("members.ana.tax.files");
  }

  @Test
  void a_disabled_adults_household_takes_no_notice_of_taxes() {
    var family =
        Family.of("ana", "ben", "young", "grown")
            .aged("young", 18)
            .aged("grown", 19)
            .married("ana", "ben")
            .parent("ana", "young", "grown")
            .expecting("ben", 2)
            .earning("ana", WAGES, 1_000_00, YEAR)
            .earning("ben", WAGES, 2_000_00, YEAR)
            .earning("young", WAGES, 3_000_00, YEAR)
            .earning("grown", WAGES, 4_000_00, YEAR)
            .andNoMore();

    assertThat(family.ids(DisabledHouseholds.members(family.view(), 0)))
        .containsExactly("ana", "ben", "young");
    assertThat(DisabledHouseholds.size(family.view(), 0)).isEqualTo(5);
    assertThat(DisabledHouseholds.monthlyIncome(family.view(), 0)).isEqualTo(3_000_00 * 1_000L);
  }
}
