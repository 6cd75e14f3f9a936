package org.konbit.vault.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konbit.testing.KonbitTest;
import org.konbit.vault.BlindIndexes;
import org.konbit.vault.NameTerms;
import org.konbit.vault.testing.Clients;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@KonbitTest
@Import(Clients.class)
class BlindIndexesTests {
  private static final BlindIndexes.Field NAME = new BlindIndexes.Field("sample_client.name", 16);
  private static final BlindIndexes.Field OTHER = new BlindIndexes.Field("sample_client.kin", 16);
  private static final Set<String> SURNAMES =
      IntStream.range(0, 200).mapToObj("surname%d"::formatted).collect(Collectors.toSet());

  @Autowired private BlindIndexes indexes;
  @Autowired private Clients clients;

  private final UUID harbor = UUID.randomUUID();
  private final UUID valley = UUID.randomUUID();

  @BeforeEach
  void makeATable() {
    clients.create();
  }

  @AfterEach
  void dropIt() {
    clients.drop();
  }

  @Test
  void a_client_is_found_by_name_and_another_organisations_is_not() {
    var ana = clients.add(harbor, "Ana Pérez de la Torre", "");
    clients.add(harbor, "Luis Pérez", "");
    clients.add(valley, "Ana Pérez de la Torre", "");

    assertThat(clients.find(harbor, "perez ana")).containsExactly(ana);
    assertThat(clients.find(harbor, "Delatorre")).containsExactly(ana);
    assertThat(clients.find(harbor, "pérez")).hasSize(2);
    assertThat(clients.find(harbor, "torres")).isEmpty();
    assertThat(clients.find(harbor, "")).isEmpty();
  }

  @Test
  void no_index_links_a_family_across_organisations_or_fields() {
    var atHarbor = numbers(harbor, NAME);

    // Of 200 numbers of 16 bits, half a pair is equal by chance.
    assertThat(common(atHarbor, numbers(valley, NAME))).hasSizeLessThan(8);
    assertThat(common(atHarbor, numbers(harbor, OTHER))).hasSizeLessThan(8);
    assertThat(numbers(harbor, NAME)).isEqualTo(atHarbor);
  }

  @Test
  void numbers_stay_within_their_bits_and_a_rotation_does_not_change_them() {
    assertThat(numbers(harbor, NAME)).allMatch(number -> number >= 0 && number < 1 << 16);
    assertThat(numbers(harbor, new BlindIndexes.Field("x", 32)))
        .hasSizeGreaterThan(195)
        .anyMatch(number -> number < 0);
  }

  @Test
  void numbers_to_find_are_among_those_kept() {
    var kept =
        clients.within(
            harbor, () -> indexes.toKeep(NAME, NameTerms.toKeep(List.of("Ana", "de la Cruz"))));

    var found = clients.within(harbor, () -> indexes.toFind(NAME, NameTerms.toFind("Cruz Ana")));

    assertThat(found.groups()).isEqualTo(2);
    for (int group : Set.of(0, 1)) {
      assertThat(
              IntStream.range(0, found.group().size())
                  .filter(i -> found.group().get(i) == group)
                  .mapToObj(found.number()::get))
          .containsAnyElementsOf(kept);
    }
  }

  private Set<Integer> numbers(UUID organisation, BlindIndexes.Field field) {
    return clients.within(organisation, () -> indexes.toKeep(field, SURNAMES));
  }

  private static Set<Integer> common(Set<Integer> one, Set<Integer> other) {
    var common = new HashSet<>(one);
    common.retainAll(other);
    return common;
  }
}
