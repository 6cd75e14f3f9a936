package org.konbit.screening.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.language.Spoken;
import org.konbit.rules.household.Vocabulary;
import org.konbit.screening.Laws;

/** What a family is told. */
class AnswerPageTests {
  private static final List<String> PAROLES =
      List.of("parolee", "afghan_parolee", "ukrainian_parolee");

  static Stream<String> languages() {
    return Spoken.languages().all().stream().map(language -> language.tag());
  }

  static Stream<String> statuses() {
    return Vocabulary.STATUSES.stream();
  }

  private static String alone(String asOf, String state, String status, String amount) {
    var document =
        """
        asOf: "%s"
        state: %s
        members:
          - {id: p1, age: 35, resident: true, pregnant: false, pregnancyEndedOn: null, disabled: false, conditions: [], assets: 0,
             immigration: {status: %s, since: "2024-11-01", filedOn: "2024-11-01", enteredOn: "2024-11-01", nationality: CO, workPermit: null, formerly: null,
               inProceedings: false, finalRemovalOrder: false, veteran: false, workQuarters: 0, petitionApproved: true},
             tax: {files: true, taxId: ssn, jointlyWith: null, claims: []}, income: [{kind: wages, amount: %s, per: month}],
             insurance: {medicare: [], employerOffer: none, enrolled: []}}
        """
            .formatted(asOf, state, status, amount);
    return PAROLES.contains(status)
        ? document.replace(
            "formerly: null", "paroledOn: \"2024-11-01\", paroledUntil: \"2027-11-01\"")
        : document;
  }

  private static AnswerPage.Person first(AnswerPage page) {
    return page.persons().getFirst();
  }

  @Test
  void each_person_is_told_the_best_coverage_in_one_sentence() {
    var page = Families.page("en", Families.MIXED);

    assertThat(page.persons())
        .extracting(AnswerPage.Person::name)
        .containsExactly(
            "You",
            "Your husband or wife, 39",
            "Your child, 18",
            "Your child, 9",
            "Your child, under 1");
    assertThat(page.persons())
        .extracting(AnswerPage.Person::headline)
        .containsExactly(
            "You can get MassHealth Standard now.",
            "Your husband or wife can get MassHealth Limited now.",
            "Your child can get Children’s Medical Security Plan (CMSP) now.",
            "Your child can get MassHealth Standard now.",
            "Your child can get MassHealth Standard now.");
    assertThat(page.overview())
        .extracting(line -> line.limit().orElse(""))
        .containsExactly("", "Emergency care only", "Some care only", "", "");
  }

  @Test
  void while_a_better_program_is_open_the_best_that_is_sure_is_told() {
    var page =
        Families.page(
            "en", alone("2026-11-23", "MA", "tps", "1000").replace("disabled: false,", ""));

    assertThat(first(page).headline())
        .isEqualTo("You can get at least MassHealth Limited now. It may be more.");
    assertThat(page.overview().getFirst().best().text()).isEqualTo("Not settled yet");
    assertThat(page.overview().getFirst().limit()).contains("At least MassHealth Limited");
  }

  @Test
  void without_any_coverage_it_is_told_that_something_remains() {
    var page = Families.page("en", alone("2026-11-23", "CT", "undocumented", "9000"));

    assertThat(first(page).headline())
        .isEqualTo(
            "None of the health coverage that we know of is open to you now. What is open to you stands below.");
    assertThat(first(page).also()).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("statuses")
  void nobody_is_told_no_without_what_remains(String status) {
    for (String state : List.of("MA", "CT")) {
      var page = Families.page("en", alone("2026-11-23", state, status, "20000"));

      assertThat(first(page).also().stream().flatMap(kind -> kind.programs().stream()))
          .extracting(AnswerPage.Coverage::program)
          .contains("us.emergency_room", "us.health_center");
      assertThat(page.legalHelp()).isNotEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("languages")
  void every_program_says_what_it_covers_how_to_apply_and_what_to_bring(String language) {
    var law = Laws.shipped();
    var words = new FactWords(law, Spoken.in(language));

    assertThat(law.packs().programs())
        .hasSizeGreaterThan(40)
        .allSatisfy(program -> {
          for (String part : List.of(".name", ".summary", ".how")) {
            assertThat(words.find(program.id() + part).orElseThrow().language()).as(part).isEmpty();
          }
          var apply = program.apply().orElseThrow();
          var channel = law.packs().guidance().channel(apply.through()).orElseThrow();
          assertThat(words.find(channel.message()).orElseThrow().language()).isEmpty();
          for (String paper : apply.bring()) {
            var message = law.packs().guidance().paper(paper).orElseThrow().message();
            assertThat(words.find(message).orElseThrow().language()).isEmpty();
          }
        });
  }

  // federal.md §8: the rule of 2026-09-18, and 8 USC 1182(a)(4) with whom it exempts.
  @ParameterizedTest(name = "{0} on {1}: {2}")
  @CsvSource({
    "asylum_pending, 2026-09-17, false",
    "asylum_pending, 2026-09-18, true",
    "undocumented, 2026-09-18, true",
    "daca, 2026-11-23, true",
    "tps, 2026-11-23, true",
    "nonimmigrant, 2026-11-23, true",
    "adjustment_pending, 2026-11-23, true",
    "parolee, 2026-11-23, true",
    "citizen, 2026-11-23, false",
    "lpr, 2026-11-23, false",
    "refugee, 2026-11-23, false",
    "asylee, 2026-11-23, false",
    "trafficking_victim, 2026-11-23, false",
    "u_visa, 2026-11-23, false",
    "vawa, 2026-11-23, false",
    "sij_pending, 2026-11-23, false"
  })
  void who_may_ask_for_a_green_card_is_sent_to_a_lawyer_first(
      String status, String asOf, boolean isCautioned) {
    for (String state : List.of("MA", "CT")) {
      var charge = first(Families.page("en", alone(asOf, state, status, "800"))).charge();

      assertThat(charge.isPresent()).as(state).isEqualTo(isCautioned);
      assertThat(charge.map(AnswerPage.Charge::cautions).orElse(List.of()))
          .allSatisfy(caution -> {
            assertThat(caution.text().text()).contains("September 18, 2026", "lawyer", "deciding");
            assertThat(caution.cite()).contains("91 FR 45324");
          });
    }
  }

  @Test
  void who_did_not_tell_a_status_is_cautioned_too() {
    assertThat(first(Families.page("en", Families.UNDISCLOSED)).charge()).isPresent();
  }

  @Test
  void the_caution_says_plainly_of_what_it_does_not_speak() {
    var charge =
        first(Families.page("en", alone("2026-11-23", "MA", "daca", "800"))).charge().orElseThrow();

    assertThat(charge.isNotAbout().orElseThrow())
        .contains("Hospital emergency room", "Community health center")
        .doesNotContain("MassHealth");
    assertThat(charge.cautions())
        .extracting(AnswerPage.Caution::about)
        .allSatisfy(about -> assertThat(about).doesNotContain("emergency room"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "unfold"})
  void everything_folded_can_be_opened_at_once(String go) {
    var html = Families.html(Families.page("en", Families.MIXED, go));
    int folds = html.split("<details", -1).length - 1;
    int open = html.split("<details class=\"[a-z -]+\" open", -1).length - 1;

    assertThat(folds).isGreaterThan(30);
    assertThat(open).isEqualTo(go.equals("unfold") ? folds : 0);
  }

  @Test
  void no_page_promises_that_using_help_is_harmless() {
    assertThat(Families.html("en", Families.MIXED))
        .doesNotContainIgnoringCase("will not affect")
        .doesNotContainIgnoringCase("does not affect");
  }

  @Test
  void what_was_withheld_is_told_for_each_possible_answer() {
    var person = first(Families.page("en", Families.UNDISCLOSED));

    assertThat(person.supposed())
        .anySatisfy(supposed -> {
          assertThat(supposed.question().text()).contains("immigration status");
          assertThat(supposed.cases())
              .extracting(one -> one.best().text())
              .contains("MassHealth CarePlus", "MassHealth Limited");
        });
    assertThat(person.asks())
        .extracting(AnswerPage.Ask::go)
        .contains("edit:members.p1.immigration.status");
  }

  @Test
  void a_reason_carries_its_value_its_limit_and_the_law_with_its_date() {
    var income =
        first(Families.page("en", alone("2026-11-23", "MA", "citizen", "1000"))).why().stream()
            .filter(reason -> reason.says().text().contains("income"))
            .findFirst()
            .orElseThrow();

    assertThat(income.verdict()).isEqualTo("yes");
    assertThat(income.value()).hasValue("$1,000 a month");
    assertThat(income.limit().orElseThrow()).endsWith(" a month");
    assertThat(income.cite()).isEqualTo("130 CMR 505.008(A)(2)(c)");
    assertThat(income.inForce()).hasValue("in force since January 1, 2014");
  }

  @Test
  void what_would_turn_a_refusal_is_told_in_dollars() {
    var page = Families.page("en", alone("2026-11-23", "MA", "citizen", "2000"));

    assertThat(first(page).changes())
        .flatExtracting(AnswerPage.Turning::ways)
        .anySatisfy(way ->
            assertThat(way).startsWith("You: Wages from a job, $1,8").endsWith("a month or less"));
  }

  @Test
  void a_figure_that_nobody_could_verify_is_marked() {
    var page = Families.page("en", alone("2026-11-23", "CT", "undocumented", "9000"));

    assertThat(first(page).refusals())
        .flatExtracting(AnswerPage.Refusal::reasons)
        .anyMatch(AnswerPage.Reason::isUnverified)
        .anyMatch(reason -> !reason.isUnverified());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("languages")
  void english_stands_beside_what_nobody_has_reviewed(String language) {
    var covers = first(Families.page(language, Families.MIXED)).coverage().orElseThrow().covers();

    if (language.equals("en")) {
      assertThat(covers.orElseThrow().english()).isEmpty();
    } else {
      assertThat(covers.orElseThrow().english().orElseThrow()).startsWith("Full health coverage");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ar"})
  void whatever_comes_from_outside_stays_text(String language) {
    var hostile = "\"><script>alert(1)</script>";
    var form =
        AnswerForm.sealed("/screening", hostile, List.of(new AnswerForm.Action(hostile, hostile)));
    var family = Families.screening(Families.MIXED);
    var asked =
        new FamilyScreening(
            family.law(), family.household(), family.screening(), List.of("x" + hostile));

    assertThat(Families.html(new AnswerPages().page(Families.frame(language), asked, form, "")))
        .contains("&#34;>&lt;script>alert(1)", "&lt;script>alert")
        .doesNotContain("<script");
  }

  @Test
  void what_the_family_pays_together_is_told_once() {
    var page =
        Families.page(
            "en",
            Families.MIXED
                .replace("state: MA", "state: CT")
                .replace("amount: 1500", "amount: 5300")
                .replace("amount: 420", "amount: 700"));

    assertThat(page.premium()).hasValueSatisfying(text -> assertThat(text).contains("$50"));
  }
}
