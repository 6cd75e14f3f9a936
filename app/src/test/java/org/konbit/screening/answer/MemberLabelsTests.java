package org.konbit.screening.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konbit.language.Spoken;

/** People have labels here, never names. */
class MemberLabelsTests {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{from: p1, to: p2, is: spouse} | Your husband or wife, 30",
        "{from: p2, to: p1, is: partner} | Your partner, 30",
        "{from: p1, to: p2, is: parent} | Your child, 30",
        "{from: p1, to: p2, is: stepparent} | Your child, 30",
        "{from: p2, to: p1, is: parent} | Your parent, 30",
        "{from: p1, to: p2, is: grandparent} | Your grandchild, 30",
        "{from: p2, to: p1, is: grandparent} | Your grandparent, 30",
        "{from: p2, to: p1, is: sibling} | Your brother or sister, 30",
        "{from: p1, to: p2, is: caretaker} | The child you take care of, 30",
        "{from: p2, to: p1, is: caretaker} | The person who takes care of you, 30",
        "'' | Another person in your home, 30"
      })
  void a_person_is_called_by_what_they_are_to_the_reader(String relationship, String heading) {
    var household =
        Families.household(
            "state: MA\nmembers: [{id: p1, age: 40}, {id: p2, age: 30}]\nrelationships: [%s]"
                .formatted(relationship));

    var label = new MemberLabels(household, Spoken.in("en")).of("p2");

    assertThat(label.heading()).isEqualTo(heading);
    assertThat(label.isReader()).isFalse();
  }

  @Test
  void twins_are_told_apart_and_a_spouses_child_is_a_child() {
    var household =
        Families.household(
            """
            state: MA
            members: [{id: p1, age: 40}, {id: p2, age: 30}, {id: p3, age: 4}, {id: p4, age: 4}]
            relationships: [{from: p1, to: p2, is: partner}, {from: p2, to: p3, is: parent}, {from: p2, to: p4, is: parent}]
            """);
    var labels = new MemberLabels(household, Spoken.in("en"));

    assertThat(labels.of("p1").heading()).isEqualTo("You");
    assertThat(labels.of("p3").heading()).isEqualTo("Your child, 4 (1)");
    assertThat(labels.of("p4").heading()).isEqualTo("Your child, 4 (2)");
  }

  @Test
  void a_baby_is_not_said_to_be_zero_years_old() {
    var household =
        Families.household(
            "asOf: \"2026-11-23\"\nstate: MA\nmembers: [{id: p1, age: 20}, {id: p2, birthDate: \"2026-10-01\"}]\nrelationships: [{from: p1, to: p2, is: parent}]");

    assertThat(new MemberLabels(household, Spoken.in("es")).of("p2").heading())
        .isEqualTo("Su hijo o hija, menos de 1 año");
  }
}
