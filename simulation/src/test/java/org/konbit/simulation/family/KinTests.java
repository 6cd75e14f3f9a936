package org.konbit.simulation.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.konbit.rules.household.Relationship;
import org.konbit.rules.household.Relationship.Kind;
import org.konbit.simulation.microdata.Incomes;
import org.konbit.simulation.microdata.Person;

/** The survey names everyone's relation to one person; the law asks who is whose. */
class KinTests {
  private static Person person(int age, int relationship) {
    return person(age, relationship, 0, 0, false);
  }

  private static Person person(int age, int relationship, int subfamily, int role, boolean school) {
    return new Person(
        age,
        true,
        1,
        0,
        25,
        relationship,
        subfamily,
        role,
        0,
        false,
        school,
        false,
        4,
        0,
        0,
        16,
        Incomes.NONE);
  }

  @Test
  void a_couple_are_both_parents_and_a_stepchild_has_one_of_each() {
    var kin = new Kin(List.of(person(40, 20), person(38, 21), person(10, 25), person(12, 27)));

    assertThat(kin.relationships())
        .containsExactlyInAnyOrder(
            new Relationship(0, 1, Kind.SPOUSE),
            new Relationship(0, 2, Kind.PARENT),
            new Relationship(1, 2, Kind.PARENT),
            new Relationship(0, 3, Kind.STEPPARENT),
            new Relationship(1, 3, Kind.PARENT));
    assertThat(kin.spouse(0)).isEqualTo(1);
    assertThat(kin.supporter(2)).isZero();
  }

  @Test
  void an_unmarried_partner_is_no_spouse() {
    var kin = new Kin(List.of(person(40, 20), person(38, 22), person(10, 25)));

    assertThat(kin.spouse(0)).isEqualTo(-1);
    assertThat(kin.relationships())
        .containsExactlyInAnyOrder(
            new Relationship(0, 1, Kind.PARTNER), new Relationship(0, 2, Kind.PARENT));
  }

  @Test
  void a_grandchild_belongs_to_its_own_mother_where_the_survey_shows_her() {
    var kin =
        new Kin(
            List.of(
                person(60, 20),
                person(30, 25, 1, 3, false),
                person(5, 30, 1, 5, false),
                person(9, 30)));

    assertThat(kin.relationships())
        .contains(
            new Relationship(1, 2, Kind.PARENT),
            new Relationship(0, 2, Kind.GRANDPARENT),
            new Relationship(0, 3, Kind.GRANDPARENT));
    assertThat(kin.supporter(2)).isEqualTo(1);
    assertThat(kin.supporter(3)).isZero();
    assertThat(kin.supporter(1)).isEqualTo(-1);
  }

  @Test
  void students_are_supported_to_23_and_others_to_18() {
    var kin =
        new Kin(
            List.of(
                person(50, 20),
                person(18, 25),
                person(19, 25),
                person(23, 25, 0, 0, true),
                person(24, 25, 0, 0, true)));

    assertThat(List.of(kin.supporter(1), kin.supporter(2), kin.supporter(3), kin.supporter(4)))
        .containsExactly(0, -1, 0, -1);
  }

  @Test
  void a_parent_who_would_be_younger_than_the_child_is_none() {
    var kin = new Kin(List.of(person(20, 20), person(30, 25)));

    assertThat(kin.relationships()).isEmpty();
  }

  @Test
  void a_mother_at_home_and_brothers_and_sisters_are_told() {
    var kin = new Kin(List.of(person(30, 20), person(60, 29), person(28, 28)));

    assertThat(kin.relationships())
        .containsExactlyInAnyOrder(
            new Relationship(1, 0, Kind.PARENT), new Relationship(0, 2, Kind.SIBLING));
  }
}
