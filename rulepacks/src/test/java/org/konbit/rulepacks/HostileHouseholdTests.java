package org.konbit.rulepacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.rules.household.HouseholdReader;
import org.konbit.rules.household.Reading;
import org.konbit.rules.program.Program;
import org.konbit.rules.screening.NotCovered;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.screening.Screening;
import org.konbit.rules.text.Rendering;

/** Whatever comes in, a result or a list of problems comes out, soon. */
class HostileHouseholdTests {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
  private static final Duration SOON = Duration.ofSeconds(90);

  private final HouseholdReader reader =
      new HouseholdReader(
          Shipped.PACKS.vocabulary(), Shipped.PACKS.programs().stream().map(Program::id).toList());

  private Screening screened(String text) {
    var reading = reader.read("f", text, TODAY);
    assertThat(reading)
        .as(() -> reading instanceof Reading.Refused(var p) ? Rendering.of(p, text) : "")
        .isInstanceOf(Reading.Accepted.class);
    return assertTimeoutPreemptively(
        SOON, () -> Shipped.SCREENER.screen(((Reading.Accepted) reading).household()));
  }

  private void isRefused(byte[] bytes) {
    var reading = assertTimeoutPreemptively(SOON, () -> reader.read("f", bytes, TODAY));
    assertThat(reading).isInstanceOf(Reading.Refused.class);
    assertThat(((Reading.Refused) reading).problems()).isNotEmpty();
  }

  @Test
  void a_document_of_one_empty_member_leaves_everything_open_that_hangs_on_an_answer() {
    var screening = screened("members: [{id: p1}]");

    var member = screening.members().getFirst();
    assertThat(member.best()).isEqualTo("unknown");
    // What is refused is refused by its dates alone; everything else names what it waits for.
    assertThat(member.programs())
        .allSatisfy(result ->
            assertThat(result.missing().isEmpty()).isEqualTo(result.outcome() != Outcome.UNKNOWN));
    assertThat(member.programs())
        .filteredOn(result -> result.outcome() == Outcome.UNKNOWN)
        .hasSizeGreaterThan(member.programs().size() / 2);
    assertThat(screening.next()).isPresent();
    assertThat(screening.timeline())
        .allSatisfy(change -> assertThat(change.member()).isEqualTo("p1"));
  }

  @Test
  void sixty_members_of_whom_nothing_is_known_are_answered() {
    var members =
        IntStream.range(0, 60)
            .mapToObj("{id: p%d}"::formatted)
            .collect(Collectors.joining(", ", "state: MA\nmembers: [", "]"));

    assertThat(screened(members).members()).hasSize(60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MA", "CT"})
  void sixty_members_with_everything_filled_in_are_answered(String state) {
    var random = new Random(60);
    var members = new ArrayList<String>();
    var related = new ArrayList<String>();
    for (int i = 0; i < 60; i++) {
      members.add(full(i, random));
      if (i > 1) {
        related.add("{from: p%d, to: p%d, is: parent}".formatted(i % 2, i));
      }
    }
    related.add("{from: p0, to: p1, is: spouse}");
    var text =
        "asOf: 2026-06-15\nstate: %s\nmembers:\n  - %s\nrelationships: [%s]\n"
            .formatted(state, String.join("\n  - ", members), String.join(", ", related));

    assertThat(screened(text).members()).hasSize(60);
  }

  private static String full(int number, Random random) {
    var statuses = Shipped.PACKS.vocabulary().find("immigration.status").orElseThrow().options();
    return """
    {id: p%d, age: %d, resident: true, pregnant: false, disabled: %s, formerFosterCare: false, \
    bornToMember: false, immigration: {status: %s, since: 2019-03-04, filedOn: 2018-01-02, \
    enteredOn: 2017-05-06, nationality: HT, workPermit: c08, formerly: null, \
    finalRemovalOrder: false, inProceedings: false, veteran: false, workQuarters: 4, \
    paroledOn: null, paroledUntil: null, petitionApproved: false, }, tax: {files: true, \
    taxId: ssn}, income: [{kind: wages, amount: %d.37, per: week}, {kind: rent, amount: 50, \
    per: month}], insurance: {medicare: [], employerOffer: none, enrolled: []}, assets: 900, \
    conditions: []}\
    """
        .formatted(
            number,
            number < 2 ? 40 : random.nextInt(30),
            random.nextInt(5) == 0,
            statuses.get(number % statuses.size()),
            random.nextInt(300))
        .replace(", }", "}");
  }

  @ParameterizedTest
  @CsvSource({"100000000, month", "-100000000, year", "100000000, week", "0.01, year", "0, month"})
  void incomes_at_the_limits_are_calculated(String amount, String per) {
    for (String state : List.of("MA", "CT")) {
      var kind = amount.startsWith("-") ? "self_employment" : "wages";
      var text =
          """
          state: %s
          members:
            - {id: p1, age: 35, pregnant: true, expectedBabies: 3, income: [{kind: %s, amount: %s, per: %s}], assets: 100000000,
               immigration: {status: citizen}, tax: {files: true, claims: [p2], jointlyWith: null, taxId: ssn}}
            - {id: p2, age: 3, income: [], immigration: {status: lpr}}
          relationships: [{from: p1, to: p2, is: parent}]
          """
              .formatted(state, kind, amount, per);

      assertThat(screened(text).members()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1996-01-01", "2021-12-31"})
  void a_day_before_the_law_begins_is_told_as_such(String asOf) {
    var reading =
        (Reading.Accepted)
            reader.read("f", "asOf: %s\nstate: MA\nmembers: [{id: p1}]".formatted(asOf), TODAY);

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> Shipped.SCREENER.screen(reading.household()))
        .isInstanceOf(NotCovered.class)
        .hasMessageContaining(asOf);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2028-12-31", "2029-01-01", "2100-02-28", "2150-12-31"})
  void a_day_far_ahead_is_screened_by_the_law_as_it_stands(String asOf) {
    var text =
        "asOf: %s\nstate: CT\nmembers: [{id: p1, birthDate: 2020-02-29, income: []}]"
            .formatted(asOf);

    assertThat(screened(text).asOf()).isEqualTo(asOf);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asOf: 1900-01-01\nmembers: [{id: p1}]",
        "asOf: 2200-01-01\nmembers: [{id: p1}]",
        "members: [{id: p1, birthDate: 1800-01-01}]",
        "members: [{id: p1, birthDate: 2200-01-01}]",
        "members: [{id: '<script>alert(1)</script>'}]",
        "members: [{id: \"p1\\u0000\"}]",
        "members: [{id: p1, income: [{kind: wages, amount: 100000000.01, per: month}]}]",
        "members: [{id: p1, income: [{kind: wages, amount: 1e9, per: month}]}]",
        "members: [{id: p1, income: [{kind: wages, amount: .inf, per: month}]}]",
        "members: [{id: p1}]\nrelationships: [{from: p1, to: p1, is: spouse}]",
        "members: [{id: p1}, {id: p2}]\nrelationships: [{from: p1, to: p2, is: parent}, {from: p2, to: p1, is: parent}]",
        "a: &a [x]\nb: [*a, *a]\nmembers: [{id: p1}]",
        ""
      })
  void what_cannot_be_is_refused(String text) {
    isRefused(text.getBytes(UTF_8));
  }

  @Test
  void three_generations_in_a_circle_are_refused_or_answered() {
    var text =
        """
        state: MA
        members: [{id: p1, age: 30}, {id: p2, age: 31}, {id: p3, age: 32}]
        relationships: [{from: p1, to: p2, is: parent}, {from: p2, to: p3, is: parent}, {from: p3, to: p1, is: parent}]
        """;
    var reading = reader.read("f", text, TODAY);

    if (reading instanceof Reading.Accepted(var household)) {
      assertThat(Shipped.SCREENER.screen(household).members()).hasSize(3);
    }
  }

  @Test
  void other_encodings_are_refused() {
    var text = "state: MA\nmembers: [{id: p1}] # naïve";

    isRefused(text.getBytes(UTF_16));
    isRefused(text.getBytes(ISO_8859_1));
    isRefused(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0, 'a', 0, 0, 0});
    isRefused(new byte[] {(byte) 0xc0, (byte) 0xaf});
    isRefused(new byte[3_000_000]);
  }

  @Test
  void depth_and_size_are_bounded() {
    isRefused(("members: " + "[".repeat(100_000)).getBytes(UTF_8));
    isRefused(("{\"members\": " + "[".repeat(100_000)).getBytes(UTF_8));
    isRefused(("members: " + "{a: ".repeat(50_000)).getBytes(UTF_8));
    isRefused(("members: [{id: p1, " + "x".repeat(2_100_000) + ": 1}]").getBytes(UTF_8));
    isRefused(
        IntStream.range(0, 100)
            .mapToObj("{id: p%d}"::formatted)
            .collect(Collectors.joining(", ", "members: [", "]"))
            .getBytes(UTF_8));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#some")
  void a_damaged_document_is_refused_or_answered(long seed) {
    var random = new Random(seed);
    var text = new StringBuilder(Shipped.WRITER.json(Shipped.family(random)));
    for (int i = 0; i < 3; i++) {
      text.setCharAt(
          random.nextInt(text.length()), "0123456789{}[]:,\"pnt-".charAt(random.nextInt(21)));
    }

    var reading =
        reader.read("f", text.toString().toLowerCase(Locale.ROOT).replace("asof", "asOf"), TODAY);

    if (reading instanceof Reading.Accepted(var household)) {
      try {
        assertThat(Shipped.only(household).members()).isNotEmpty();
      } catch (NotCovered early) {
        assertThat(early).hasMessageContaining("asOf");
      }
    }
  }
}
