package org.konbit.rules.household;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.rules.testing.Households;
import org.konbit.rules.text.Problem;

class HostileDocumentTests {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

  private final HouseholdReader reader = new HouseholdReader(Vocabulary.base(), List.of());

  @Test
  void a_hundred_members_are_too_many_and_sixty_are_not() {
    assertThat(refused(members(100)).getFirst().message())
        .isEqualTo("The members (100) are more than 60.");
    assertThat(reader.read("f", members(60), TODAY)).isInstanceOf(Reading.Accepted.class);
  }

  private static String members(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{id: p" + i + "}")
        .collect(Collectors.joining(", ", "members: [", "]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>bold</b>",
        "\"p 1\"",
        "p1;DROP",
        "../p1",
        "é",
        "none",
        "true",
        "null",
        "\"\"",
        "[p1]",
        "{a: b}",
        "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffggggg"
      })
  void an_id_that_could_be_taken_for_more_is_refused_and_shown_escaped(String id) {
    var problem = refused("members: [{id: " + id + "}]").getFirst();

    assertThat(problem.path()).isEqualTo("members.#1.id");
    assertThat(problem.message()).hasSizeLessThan(100).doesNotContain("<b>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "p-1", "P_1", "007"})
  void a_plain_id_is_taken_as_it_is_written(String id) {
    var reading = (Reading.Accepted) reader.read("f", "members: [{id: " + id + "}]", TODAY);

    assertThat(reading.household().ids()).containsExactly(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "members",
        "[]",
        "42",
        "members: none",
        "members: []",
        "members: {}",
        "members: [1, 2]",
        "members: [[{id: p1}]]",
        "{}",
        "{\"members\": [null]}",
        "asOf: 2026-06-15",
        "\u0000",
        "{\"members\": [{\"id\": \"\\ud800\"}]}",
        "members: [{id: p1, id: p1}]"
      })
  void what_is_no_household_is_told_as_one_problem_or_more(String text) {
    assertThat(refused(text)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1900-01-01", "1995-12-31", "2151-01-01", "9999-12-31", "0000-00-00"})
  void a_screening_date_beyond_the_years_is_refused(String date) {
    var problem = refused("asOf: " + date + "\nmembers: [{id: p1}]").getFirst();

    assertThat(problem.path()).isEqualTo("asOf");
  }

  @Test
  void other_encodings_are_refused_by_name() {
    var problems = refused(reader.read("f", "members: [{id: p1}]".getBytes(UTF_16), TODAY));

    assertThat(problems.getFirst().message()).contains("UTF-16");
    assertThat(problems.getFirst().remedy()).isEqualTo("Save it as UTF-8.");
    assertThat(reader.read("f", "\ufeff{\"members\": [{\"id\": \"p1\"}]}".getBytes(UTF_8), TODAY))
        .isInstanceOf(Reading.Accepted.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"asOf: 2026-06-15\n# d\u00e9j\u00e0", "{\"asOf\": 1,\n  \"\u00e9\": 2}"})
  void a_document_in_another_encoding_is_refused_where_it_shows_with_what_to_do(String document) {
    var problem = refused(reader.read("f", document.getBytes(ISO_8859_1), TODAY)).getFirst();

    assertThat(problem).hasToString("f:2:4: The text is not UTF-8 here.\nSave it as UTF-8.");
  }

  @Test
  void a_number_of_a_million_digits_is_refused_shortly() {
    var digits = "9".repeat(1_000_000);

    for (String text :
        List.of(
            "members: [{id: p1, assets: " + digits + "}]",
            "members: [{id: p1, age: 0." + digits + "}]",
            "{\"members\": [{\"id\": \"p1\", \"assets\": " + digits + "}]}")) {
      assertTimeoutPreemptively(
          Duration.ofSeconds(30), () -> assertThat(refused(text).toString()).hasSizeLessThan(500));
    }
  }

  @Test
  void too_many_entries_and_sums_beyond_reason_are_refused() {
    var entry = "{kind: wages, amount: 100000000, per: week}";

    var many = String.join(", ", Collections.nCopies(41, entry));
    var large = String.join(", ", Collections.nCopies(11, entry));

    assertThat(refused("members: [{id: p1, income: [" + many + "]}]").getFirst().message())
        .contains("more than 40");
    assertThat(refused("members: [{id: p1, income: [" + large + "]}]").getFirst().message())
        .contains("6,000,000,000");
  }

  @Test
  void a_large_family_related_to_everybody_is_read_quickly() {
    var related = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      for (int j = 0; j < 33; j++) {
        related.append("  - {from: p%d, to: p%d, is: caretaker}\n".formatted(i, (i + j + 1) % 60));
      }
    }

    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> reader.read("f", members(60) + "\nrelationships:\n" + related, TODAY));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void a_damaged_document_is_read_or_refused_and_never_more(long seed) {
    var random = new Random(seed);
    var writer = new HouseholdWriter(Vocabulary.base());
    var household = Households.any(random);
    var text =
        new StringBuilder(random.nextBoolean() ? writer.json(household) : writer.yaml(household));
    for (int i = random.nextInt(5); i >= 0; i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, "{}[]:,\"'-#&*!|>%@`0 \n\t".charAt(random.nextInt(21)));
        case 2 ->
            text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(80))));
        default -> text.setCharAt(at, (char) random.nextInt(0x3000));
      }
    }

    assertThat(reader.read("f", text.toString(), TODAY)).isNotNull();
  }

  private List<Problem> refused(String text) {
    return refused(reader.read("f", text, TODAY));
  }

  private static List<Problem> refused(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    return ((Reading.Refused) reading).problems();
  }
}
