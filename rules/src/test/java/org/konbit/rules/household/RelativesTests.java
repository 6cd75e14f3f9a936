package org.konbit.rules.household;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.konbit.rules.household.Relationship.Kind;
import org.konbit.rules.testing.Family;

class RelativesTests {
  private final Family family =
      Family.of("gran", "ana", "ben", "cleo", "dan", "eva", "friend")
          .related("gran", Kind.PARENT, "ana")
          .related("gran", Kind.GRANDPARENT, "cleo")
          .married("ben", "ana")
          .parent("ana", "cleo")
          .parent("ben", "dan")
          .related("cleo", Kind.SIBLING, "eva")
          .related("ana", Kind.CARETAKER, "eva")
          .related("friend", Kind.PARTNER, "gran");

  @Test
  void children_and_parents_include_the_spouses() {
    assertThat(family.ids(Relatives.children(family.view(), 1))).containsExactly("cleo", "dan");
    assertThat(family.ids(Relatives.parents(family.view(), 4))).containsExactly("ana", "ben");
    assertThat(family.ids(Relatives.parents(family.view(), 1))).containsExactly("gran");
  }

  @Test
  void in_care_are_children_grandchildren_and_those_cared_for() {
    assertThat(family.ids(Relatives.inCare(family.view(), 0))).containsExactly("ana", "cleo");
    assertThat(family.ids(Relatives.inCare(family.view(), 1)))
        .containsExactly("cleo", "dan", "eva");
  }

  @Test
  void siblings_share_a_parent_or_are_stated_and_a_siblings_sibling_is_not_implied() {
    assertThat(family.ids(Relatives.siblings(family.view(), 3))).containsExactly("dan", "eva");
    assertThat(family.ids(Relatives.siblings(family.view(), 5))).containsExactly("cleo");
  }

  @Test
  void spouses_and_partners_are_so_in_both_directions() {
    assertThat(family.ids(Relatives.spouses(family.view(), 1))).containsExactly("ben");
    assertThat(family.ids(Relatives.spouses(family.view(), 2))).containsExactly("ana");
    assertThat(family.ids(Relatives.partners(family.view(), 0))).containsExactly("friend");
    assertThat(family.ids(Relatives.partners(family.view(), 6))).containsExactly("gran");
  }

  @Test
  void relationships_not_told_are_unknown_save_for_someone_alone() {
    var two = Family.of("ana", "ben").view();

    assertThat(Relatives.children(two, 0)).isEqualTo(Values.UNKNOWN);
    assertThat(two.missing()).containsExactly("relationships");
    assertThat(Relatives.children(Family.of("ana").view(), 0)).isZero();
  }
}
