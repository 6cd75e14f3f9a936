package org.konbit.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTests {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Suharto",
        "O’Brien D'Angelo",
        "محمد عبد الله",
        "👩‍👩‍👧 Luz",
        "王秀英",
        "Nguyễn Thị Minh Khai",
        "علی‌رضا",
        "X"
      })
  void every_name_is_taken_as_it_is_written(String name) {
    assertThat(PersonName.of(List.of(name), List.of()).full()).isEqualTo(name);
    assertThat(PersonName.of(List.of(), List.of(name)).full()).isEqualTo(name);
  }

  @Test
  void four_surnames_and_a_name_of_three_hundred_letters_are_names() {
    var four = PersonName.of(List.of("Ana"), List.of("de la Cruz", "Pérez", "van Dyk", "Sow"));

    assertThat(four.full()).isEqualTo("Ana de la Cruz Pérez van Dyk Sow");
    assertThat(PersonName.of(List.of("x".repeat(300)), List.of()).full()).hasSize(300);
    assertThatThrownBy(() -> PersonName.of(List.of("x".repeat(301)), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("xxx");
  }

  @Test
  void what_nobody_sees_is_taken_out_and_nothing_else() {
    var name =
        PersonName.of(List.of("  An\u0000a\u202e \t María\r\n"), List.of("\u2066Pérez\u2069"));

    assertThat(name.full()).isEqualTo("Ana María Pérez");
    assertThatThrownBy(() -> PersonName.of(List.of(" \u200e\u0007 "), List.of("")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void somebody_is_called_as_they_like_to_be() {
    var name = new PersonName(List.of("María"), List.of("Gómez"), "Mari", "", "");

    assertThat(name.called()).isEqualTo("Mari");
    assertThat(name.full()).isEqualTo("María Gómez");
    assertThat(name).hasToString("PersonName");
  }
}
