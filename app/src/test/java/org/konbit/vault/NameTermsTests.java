package org.konbit.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameTermsTests {
  @ParameterizedTest(name = "{0} is found by {1}")
  @CsvSource({
    "María José Núñez García, maria nunez",
    "María José Núñez García, GARCIA",
    "María José Núñez García, García Núñez María",
    "María José Núñez García, Mariajosé García",
    "de la Cruz, Cruz",
    "de la Cruz, Delacruz",
    "de la Cruz, la cruz",
    "de la Cruz, De La Cruz",
    "Delacruz, de la Cruz",
    "Abd al-Rahman bin Khalid, Abdalrahman Khalid",
    "Abd al-Rahman bin Khalid, Rahman",
    "van der Berg, Vanderberg",
    "Vanderberg, van der Berg",
    "Jean-Baptiste Pierre, Jean Baptiste",
    "Jean-Baptiste Pierre, Jeanbaptiste",
    "Jeanbaptiste, Jean-Baptiste",
    "O'Brien, O’Brien",
    "O'Brien, O Brien",
    "O Brien, OBRIEN",
    "N'Golo, ngolo",
    "Nguyễn Thị Hoa, nguyen hoa",
    "Đỗ Văn Lê, le",
    "Lê, Le",
    "Do, Đỗ",
    "Straße, STRASSE",
    "Ångström, angstrom",
    "İpek Işık, ipek isik",
    "王小明, 王小明",
    "王小明, Wang Xiaoming",
    "محمد بن عبد الله, محمد",
    "Владимир, vladimir",
    "Γιώργος, giorgos",
    "Madonna, madonna",
    "Ｍａｒｉａ, maria",
    "🌻, 🌻",
  })
  void a_name_is_found_however_it_is_written(String kept, String typed) {
    assertThat(NameTerms.toFind(typed).isMetBy(NameTerms.toKeep(List.of(kept)))).isTrue();
  }

  @ParameterizedTest(name = "{0} is not found by {1}")
  @CsvSource({
    "María Núñez, Marta Núñez",
    "María Núñez, María Núñez López",
    "Jean Baptiste, Jeanne",
    "de la Cruz, de la Rosa",
    "Ana, An",
    "王小明, 李小明",
    "🌻, 🌹",
    "Ana, ' '",
  })
  void another_name_is_not(String kept, String typed) {
    assertThat(NameTerms.toFind(typed).isMetBy(NameTerms.toKeep(List.of(kept)))).isFalse();
  }

  @Test
  void surnames_and_given_names_are_found_together_in_any_order() {
    var kept =
        NameTerms.toKeep(List.of("Ana Lucía", "Pérez", "de la Torre", "Méndez", "y Quiñones"));

    assertThat(NameTerms.toFind("quinones ana perez").isMetBy(kept)).isTrue();
    assertThat(NameTerms.toFind("Torre Méndez").isMetBy(kept)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "'", "…"})
  void nothing_typed_finds_nobody_or_only_itself(String typed) {
    assertThat(NameTerms.toFind(typed).isMetBy(NameTerms.toKeep(List.of("Ana Pérez")))).isFalse();
  }

  @Test
  void control_and_direction_signs_change_nothing() {
    assertThat(NameTerms.toKeep(List.of("\u200fAna\u0000 \u202ePérez\u202c")))
        .containsAll(NameTerms.toKeep(List.of("Ana Pérez")));
  }

  @Test
  void a_name_of_300_letters_is_as_good_as_any() {
    String longName = "Ana ".repeat(75).strip();

    assertThat(NameTerms.toFind("ana").isMetBy(NameTerms.toKeep(List.of(longName)))).isTrue();
  }

  @Test
  void many_can_normalise_at_once() {
    var expected = NameTerms.toKeep(List.of("Đỗ Văn Lê", "王小明"));

    assertThat(
            Stream.generate(() -> List.of("Đỗ Văn Lê", "王小明"))
                .limit(5_000)
                .parallel()
                .map(NameTerms::toKeep))
        .allMatch(expected::equals);
  }
}
