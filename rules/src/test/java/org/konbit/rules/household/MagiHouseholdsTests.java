package org.konbit.rules.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.konbit.rules.household.IncomeKind.PENSION;
import static org.konbit.rules.household.IncomeKind.SELF_EMPLOYMENT;
import static org.konbit.rules.household.IncomeKind.SOCIAL_SECURITY;
import static org.konbit.rules.household.IncomeKind.WAGES;
import static org.konbit.rules.household.Period.MONTH;
import static org.konbit.rules.household.Period.WEEK;
import static org.konbit.rules.household.Period.YEAR;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konbit.rules.household.Relationship.Kind;
import org.konbit.rules.testing.Family;
import org.konbit.rules.testing.FixedView;

class MagiHouseholdsTests {
  private static Family unmarriedParents(int childAge) {
    return Family.of("ana", "ben", "child")
        .aged("ana", 40)
        .aged("ben", 41)
        .aged("child", childAge)
        .related("ana", Kind.PARTNER, "ben")
        .parent("ana", "child")
        .parent("ben", "child")
        .claims("ana", "child")
        .files("ben");
  }

  private static Family threeGenerations() {
    return Family.of("gran", "mother", "child")
        .aged("gran", 60)
        .aged("mother", 30)
        .aged("child", 6)
        .parent("gran", "mother")
        .parent("mother", "child")
        .related("gran", Kind.GRANDPARENT, "child")
        .claims("gran", "child");
  }

  private static Family couple() {
    return Family.of("ana", "ben", "cleo", "dan")
        .aged("ana", 40)
        .aged("ben", 41)
        .aged("cleo", 16)
        .aged("dan", 8)
        .married("ana", "ben")
        .parent("ana", "cleo", "dan")
        .parent("ben", "cleo", "dan");
  }

  @Test
  void a_joint_return_holds_the_couple_and_everyone_they_claim() {
    var family = couple().jointly("ana", "ben").claims("ana", "cleo", "dan").andNoMore();

    for (String id : family.household().ids()) {
      assertThat(household(family, id)).containsExactly("ana", "ben", "cleo", "dan");
    }
  }

  @Test
  void spouses_at_home_count_for_each_other_even_with_separate_returns() {
    var family = couple().claims("ana", "cleo").claims("ben", "dan").andNoMore();

    assertThat(household(family, "ana")).containsExactly("ana", "ben", "cleo");
    assertThat(household(family, "ben")).containsExactly("ana", "ben", "dan");
    assertThat(household(family, "cleo")).containsExactly("ana", "ben", "cleo", "dan");
  }

  @Test
  void a_child_of_two_parents_without_a_joint_return_has_both_of_them() {
    var family = unmarriedParents(18).andNoMore();

    assertThat(household(family, "child")).containsExactly("ana", "ben", "child");
    assertThat(household(family, "ana")).containsExactly("ana", "child");
    assertThat(household(family, "ben")).containsExactly("ben");
  }

  @Test
  void from_the_states_age_on_the_claiming_parent_decides() {
    var family = unmarriedParents(19).andNoMore();

    assertThat(household(family, "child")).containsExactly("ana", "child");
    assertThat(household(family.view().setting("magi_child_age", 21), family, "child"))
        .containsExactly("ana", "ben", "child");
  }

  @Test
  void a_grandmothers_dependent_is_measured_with_the_mother() {
    var family = threeGenerations().andNoMore();

    assertThat(household(family, "child")).containsExactly("mother", "child");
    assertThat(household(family, "gran")).containsExactly("gran", "child");
    assertThat(household(family, "mother")).containsExactly("mother", "child");
  }

  @Test
  void a_family_that_does_not_file_counts_parents_children_and_brothers_under_the_age() {
    var family = couple().aged("cleo", 19).andNoMore();

    assertThat(household(family, "ana")).containsExactly("ana", "ben", "dan");
    assertThat(household(family, "dan")).containsExactly("ana", "ben", "dan");
    assertThat(household(family, "cleo")).containsExactly("cleo");
  }

  @Test
  void a_stepparent_counts_like_a_parent_stated_or_not() {
    var family =
        Family.of("ana", "ben", "cleo", "dan")
            .aged("ana", 40)
            .aged("ben", 40)
            .aged("cleo", 10)
            .aged("dan", 11)
            .married("ana", "ben")
            .parent("ana", "cleo")
            .parent("ben", "dan")
            .andNoMore();

    assertThat(household(family, "cleo")).containsExactly("ana", "ben", "cleo", "dan");
    assertThat(household(family, "ben")).containsExactly("ana", "ben", "cleo", "dan");
  }

  @Test
  void a_grown_dependent_brings_a_spouse_at_home() {
    var family =
        Family.of("ana", "son", "wife")
            .aged("ana", 50)
            .aged("son", 20)
            .aged("wife", 20)
            .parent("ana", "son")
            .married("son", "wife")
            .claims("ana", "son")
            .andNoMore();

    assertThat(household(family, "son")).containsExactly("ana", "son", "wife");
  }

  @Test
  void whoever_lives_alone_needs_no_tax_answers() {
    var family = Family.of("ana").aged("ana", 30);

    assertThat(household(family, "ana")).containsExactly("ana");
  }

  @Test
  void where_every_answer_leads_to_the_same_household_none_is_needed() {
    var couple = Family.of("ana", "ben").aged("ana", 50).aged("ben", 50).married("ana", "ben");

    assertThat(household(couple, "ana")).containsExactly("ana", "ben");
  }

  @Test
  void missing_tax_answers_are_named() {
    var family = couple();
    var view = family.view();

    assertThat(MagiHouseholds.members(view, 0)).isEqualTo(Values.UNKNOWN);
    assertThat(view.missing())
        .contains("members.ana.tax.files", "members.ana.tax.claims")
        .doesNotContain("relationships", "members.dan.tax.claims");
  }

  @Test
  void missing_relationships_are_named() {
    var family = Family.of("ana", "ben").aged("ana", 30).aged("ben", 30).files("ana").files("ben");
    var view = family.view();

    assertThat(MagiHouseholds.members(view, 0)).isEqualTo(Values.UNKNOWN);
    assertThat(view.missing()).contains("relationships");
  }

  @ParameterizedTest
  @CsvSource({"0,4", "1,5", "2,6", "99,7"})
  void a_mothers_babies_count_for_others_as_the_state_says(long counted, long size) {
    var family =
        couple().expecting("ana", 3).jointly("ana", "ben").claims("ana", "cleo", "dan").andNoMore();
    var view = family.view().setting("magi_expected_babies_for_others", counted);

    assertThat(MagiHouseholds.size(view, 0, 0b1111)).isEqualTo(7);
    assertThat(MagiHouseholds.size(view, 1, 0b1111)).isEqualTo(size);
  }

  @Test
  void a_pregnancy_not_asked_about_matters_only_at_an_age_for_one() {
    var old = Family.of("ana").aged("ana", 65).view();
    var young = Family.of("ana").aged("ana", 64).view();

    assertThat(MagiHouseholds.size(old, 0, 1)).isEqualTo(1);
    assertThat(MagiHouseholds.size(young, 0, 1)).isEqualTo(Values.UNKNOWN);
    assertThat(young.missing()).containsExactly("members.ana.pregnant");
  }

  @Test
  void one_baby_counts_where_nobody_knows_how_many() {
    var family = Family.of("ana").with(Vocabulary.PREGNANT, "ana", Values.TRUE);

    assertThat(MagiHouseholds.size(family.view(), 0, 1)).isEqualTo(Values.UNKNOWN);
    assertThat(MagiHouseholds.size(family.expecting("ana", 0).view(), 0, 1)).isEqualTo(2);
  }

  @Test
  void weeks_months_years_and_losses_add_up_exactly() {
    var family =
        Family.of("ana")
            .earning("ana", WAGES, 100_00, WEEK)
            .earning("ana", PENSION, 200_00, MONTH)
            .earning("ana", SELF_EMPLOYMENT, -120_00, YEAR)
            .earning("ana", IncomeKind.SSI, 900_00, MONTH)
            .andNoMore();

    assertThat(MagiHouseholds.monthlyIncome(family.view(), 0, 1))
        .isEqualTo((433_30 + 200_00 - 10_00) * 12_000L);
  }

  @ParameterizedTest
  @CsvSource({"1610000,0", "1610001,1610001"})
  void a_childs_wages_count_once_they_require_a_return(long cents, long counted) {
    var family =
        couple()
            .jointly("ana", "ben")
            .claims("ana", "cleo", "dan")
            .earning("cleo", WAGES, cents, YEAR)
            .andNoMore();

    for (int member = 0; member < 4; member++) {
      assertThat(MagiHouseholds.monthlyIncome(family.view(), member, 0b1111))
          .isEqualTo(counted * 1_000);
    }
  }

  @Test
  void social_security_alone_requires_no_return_of_a_child() {
    var family = couple().earning("cleo", SOCIAL_SECURITY, 2_000_00, MONTH).andNoMore();

    assertThat(MagiHouseholds.monthlyIncome(family.view(), 0, 0b1111)).isZero();
    assertThat(MagiHouseholds.monthlyIncome(family.view(), 2, 0b1111)).isZero();
  }

  @Test
  void a_grandchilds_income_is_left_out_for_the_claimer_and_for_the_mothers_household() {
    var family = threeGenerations().earning("child", PENSION, 100_00, MONTH).andNoMore();

    assertThat(income(family, "gran")).isZero();
    assertThat(income(family, "child")).isZero();
  }

  @Test
  void a_dependent_without_parents_counts_the_own_income_and_the_claimer_does_not() {
    var family =
        Family.of("aunt", "boy")
            .aged("aunt", 40)
            .aged("boy", 17)
            .related("aunt", Kind.CARETAKER, "boy")
            .claims("aunt", "boy")
            .earning("boy", WAGES, 500_00, MONTH)
            .andNoMore();

    assertThat(household(family, "aunt")).containsExactly("aunt", "boy");
    assertThat(income(family, "aunt")).isZero();
    assertThat(income(family, "boy")).isEqualTo(500_00 * 12_000L);
  }

  @Test
  void a_childs_unasked_income_is_named() {
    var family = couple().jointly("ana", "ben").claims("ana", "cleo", "dan").andNoMore();
    var view =
        new FixedView(family.household().without(Vocabulary.INCOME_ENTRIES, family.number("dan")));

    assertThat(MagiHouseholds.monthlyIncome(view, 0, 0b1111)).isEqualTo(Values.UNKNOWN);
    assertThat(view.missing()).containsExactly("members.dan.income");
  }

  private static List<String> household(Family family, String id) {
    return household(family.view(), family, id);
  }

  private static List<String> household(FixedView view, Family family, String id) {
    return family.ids(MagiHouseholds.members(view, family.number(id)));
  }

  private static long income(Family family, String id) {
    var view = family.view();
    int member = family.number(id);
    return MagiHouseholds.monthlyIncome(view, member, MagiHouseholds.members(view, member));
  }
}
