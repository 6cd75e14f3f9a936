package org.konbit.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.konbit.clients.GivenClients.navigator;
import static org.konbit.clients.Resemblance.In.BIRTH_DATE;
import static org.konbit.clients.Resemblance.In.NAME;
import static org.konbit.clients.Resemblance.In.PHONE;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.testing.KonbitTest;
import org.konbit.vault.BirthDate;
import org.springframework.beans.factory.annotation.Autowired;

@KonbitTest
class LikenessTests {
  private static final LocalDate BORN = LocalDate.of(1987, 3, 14);

  @Autowired private Clients clients;
  @Autowired private GivenClients given;

  private final UUID harbor = UUID.randomUUID();

  @ParameterizedTest
  @CsvSource({
    "María González, Maria Gonzales",
    "Guerda Saint-Fleur, Gerda Saintfleur",
    "José de la Cruz, Jose Delacruz",
    "Nguyễn Thị Minh Khai, Minh Khai Nguyen",
    "Mohammed Haidari, Mohamad Haidary",
    "Ana Pérez Gómez, Ana Perez",
    "Katherine Souza, Catherine Sousa"
  })
  void somebody_is_recognised_however_the_name_is_spelt(String there, String typed) {
    var id = given.client(harbor, details(there, new BirthDate.Unknown(), ""));

    assertThat(alike(details(typed, new BirthDate.Unknown(), "")))
        .anyMatch(each -> each.client().id().equals(id) && each.alike().contains(NAME));
  }

  @Test
  void a_slip_in_the_birth_date_does_not_hide_anybody_and_another_date_does() {
    given.client(harbor, details("Maria Silva", new BirthDate.Full(BORN), ""));

    for (var slip : List.of(BORN, LocalDate.of(1987, 3, 15), LocalDate.of(1978, 3, 14))) {
      assertThat(alike(details("Maria Silva", new BirthDate.Full(slip), "")))
          .singleElement()
          .satisfies(each -> assertThat(each.alike()).containsExactlyInAnyOrder(NAME, BIRTH_DATE));
    }
    var other = new BirthDate.Full(LocalDate.of(1999, 6, 30));
    assertThat(alike(details("Maria Silva", other, ""))).isEmpty();
  }

  @Test
  void a_phone_that_many_share_says_so_and_no_more() {
    for (int i = 0; i < 20; i++) {
      given.client(harbor, details("Person" + i + "x", new BirthDate.Unknown(), "617-555-0100"));
    }

    assertThat(alike(details("Zoraida Quispe", new BirthDate.Unknown(), "617-555-0100")))
        .hasSizeBetween(1, 6)
        .allSatisfy(each -> assertThat(each.alike()).containsOnly(PHONE));
  }

  @Test
  void a_stranger_and_another_organisations_client_are_not_shown() {
    given.client(UUID.randomUUID(), details("Maria Silva", new BirthDate.Full(BORN), ""));
    given.client(harbor, details("Wilner Toussaint", new BirthDate.Full(BORN), ""));

    assertThat(alike(details("Maria Silva", new BirthDate.Full(BORN), ""))).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void whoever_is_typed_again_with_one_slip_of_the_pen_is_recognised(long seed) {
    var random = new Random(seed);
    String given = word(random);
    String surname = word(random);
    var id =
        this.given.client(harbor, details(given + " " + surname, new BirthDate.Full(BORN), ""));

    String slipped = slip(surname, random);

    assertThat(alike(details(given + " " + slipped, new BirthDate.Full(BORN), "")))
        .anyMatch(each -> each.client().id().equals(id));
  }

  private static String word(Random random) {
    var word = new StringBuilder();
    int syllables = 2 + random.nextInt(3);
    for (int i = 0; i < syllables; i++) {
      word.append("bcdfglmnprstvz".charAt(random.nextInt(14)));
      word.append("aeiou".charAt(random.nextInt(5)));
    }
    return word.toString();
  }

  /** One letter is left out, doubled, exchanged with its neighbour or another one. */
  private static String slip(String word, Random random) {
    int at = 1 + random.nextInt(word.length() - 1);
    return switch (random.nextInt(4)) {
      case 0 -> word.substring(0, at) + word.substring(at + 1);
      case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
      case 2 ->
          word.substring(0, at - 1)
              + word.charAt(at)
              + word.charAt(at - 1)
              + word.substring(at + 1);
      default -> word.substring(0, at) + "x" + word.substring(at + 1);
    };
  }

  private static Details details(String name, BirthDate born, String phone) {
    return new Details(
        PersonName.typed(name, "", "", "", ""),
        born,
        new Contact(phone, "", Set.of(), ""),
        Speech.unknown(),
        OptionalInt.empty(),
        "");
  }

  private List<Resemblance> alike(Details details) {
    return navigator(harbor).call(() -> clients.resembling(details));
  }
}
