package org.konbit.rules.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.konbit.rules.testing.Households;
import org.konbit.rules.text.Problem;

class ReadingHouseholdsTests {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
  private static final Vocabulary WITH_EXTRAS =
      Vocabulary.base()
          .with(
              List.of(
                  new Vocabulary.Extra("incarcerated", "incarcerated", FactType.BOOL, Values.FALSE),
                  new Vocabulary.Extra("school.grade", "school.grade", FactType.COUNT, 0),
                  new Vocabulary.Extra(
                      "school.since", "school.since", FactType.DATE, Values.NONE)));

  private final HouseholdReader reader = new HouseholdReader(WITH_EXTRAS, Households.PROGRAMS);
  private final HouseholdWriter writer = new HouseholdWriter(WITH_EXTRAS);

  // The example of design.md, section 3.
  private static final String EXAMPLE =
      """
      asOf: 2026-06-15          # default: today
      state: MA
      members:
        - id: p1
          age: 35
          resident: true
          pregnant: false
          disabled: false
          formerFosterCare: false
          bornToMember: false
          immigration: { status: asylum_pending, since: 2025-02-01, filedOn: 2025-02-01,
                         enteredOn: 2024-05-01, nationality: CO, workPermit: c08, formerly: null,
                         finalRemovalOrder: false,
                         inProceedings: false, veteran: false, workQuarters: 0 }
          tax: { files: true, jointlyWith: null, claims: [p3], taxId: ssn }
          income: [ { kind: wages, amount: 1768.90, per: month } ]
          insurance: { medicare: [], employerOffer: none, enrolled: [] }
          assets: 1500
          conditions: []
        - id: p2
        - id: p3
          insurance:
            enrolled: [ { program: ct.state_husky_a, since: 2024-07-01 }, { program: other } ]
      relationships:
        - { from: p1, to: p2, is: spouse }
        - { from: p1, to: p3, is: parent }
      """;

  @Test
  void the_published_example_is_read_whole() {
    var household = accepted(EXAMPLE);

    assertThat(household.ids()).containsExactly("p1", "p2", "p3");
    assertThat(household.value(Vocabulary.STATE, 0)).isEqualTo(Words.code("MA"));
    assertThat(household.value(Vocabulary.NATIONALITY, 0)).isEqualTo(Words.code("CO"));
    assertThat(household.value(Vocabulary.FORMERLY, 0)).isEqualTo(Values.NONE);
    assertThat(household.value(Vocabulary.EMPLOYER_OFFER, 0)).isEqualTo(Words.code("none"));
    assertThat(household.value(Vocabulary.ASSETS, 0)).isEqualTo(1_500_00);
    assertThat(household.income(0))
        .containsExactly(new IncomeEntry(IncomeKind.WAGES, 1_768_90, Period.MONTH));
    assertThat(household.value(Vocabulary.CLAIMED_BY, 2)).isZero();
    assertThat(household.enrolled(2))
        .extracting(Enrollment::program)
        .containsExactly("ct.state_husky_a", "other");
    assertThat(household.isKnown(Vocabulary.AGE, 1)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pregnant: none|pregnant|0",
        "pregnant: null|pregnant|0",
        "pregnant: []|pregnant|0",
        "assets: none|assets|0",
        "assets: 0.5|assets|50",
        "assets: 100000000|assets|10000000000",
        "expectedBabies: none|expectedBabies|0",
        "expectedBabies: 2|pregnant|1",
        "birthDate: 2026-06-15|birthDate|20619",
        "birthDate: '1896-06-16'|birthDate|-26861",
        "incarcerated: true|incarcerated|1",
        "'school: {grade: 12}'|school.grade|12",
        "'immigration: {workQuarters: none}'|immigration.workQuarters|0",
        "'tax: none'|tax.files|0",
        "'tax: none'|tax.claims|0",
        "'insurance: none'|insurance.enrolled|1",
      })
  void what_a_member_says_is_read(String yaml, String path, long value) {
    var household = accepted("members: [{id: p1, " + yaml + "}]");

    assertThat(household.value(WITH_EXTRAS.find(path).orElseThrow(), 0)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({"c08,c08", "C8,c08", "(c)(8),c08", "(C)(08),c08", "A05,a05", "a5,a05", "c33,c33"})
  void a_work_permit_is_read_as_cards_and_laws_write_it(String written, String word) {
    var household = accepted("members: [{id: p1, immigration: {workPermit: " + written + "}}]");

    assertThat(household.value(Vocabulary.WORK_PERMIT, 0)).isEqualTo(Words.code(word));
  }

  @Test
  void a_document_in_json_says_the_same() {
    var household =
        accepted(
            """
            {"members": [{"id": "p1", "age": 35, "tax": {"claimedBy": "none", "taxId": "none"},
              "immigration": {"nationality": "ht", "formerly": "none"}}]}\
            """);

    assertThat(household.asOf()).isEqualTo(TODAY);
    assertThat(household.value(Vocabulary.NATIONALITY, 0)).isEqualTo(Words.code("HT"));
    assertThat(household.value(Vocabulary.FORMERLY, 0)).isEqualTo(Values.NONE);
    assertThat(household.value(Vocabulary.TAX_ID, 0)).isEqualTo(Words.code("none"));
    assertThat(household.value(Vocabulary.CLAIMED_BY, 0)).isEqualTo(Values.NONE);
  }

  @Test
  void an_entry_that_leaves_something_out_makes_the_list_unknown() {
    var household =
        accepted("members: [{id: p1, income: [{kind: wages, per: week}]}, {id: p2, income: none}]");

    assertThat(household.isKnown(Vocabulary.INCOME_ENTRIES, 0)).isFalse();
    assertThat(household.isKnown(Vocabulary.INCOME_ENTRIES, 1)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pregnent: false|members.p1.pregnent|Did you mean pregnant?",
        "status: lpr|members.p1.status|Did you mean immigration: {status: …}?",
        "birth_date: 1990-01-01|members.p1.birth_date|Did you mean birthDate?",
        "age: 131|members.p1.age|between 0 and 130",
        "age: -1|members.p1.age|between 0 and 130",
        "age: 035|members.p1.age|whole number",
        "age: 0x10|members.p1.age|whole number",
        "age: 1e1|members.p1.age|whole number",
        "age: 3_5|members.p1.age|whole number",
        "age: +35|members.p1.age|whole number",
        "age: 35.0|members.p1.age|whole number",
        "age: none|members.p1.age|not an age",
        "age: |members.p1.age|write none if there is none",
        "pregnant: yes|members.p1.pregnant|Write true or false",
        "pregnant: 1|members.p1.pregnant|Write true or false",
        "pregnant: |members.p1.pregnant|Nothing is written here",
        "assets: .5|members.p1.assets|is not an amount",
        "assets: 1.005|members.p1.assets|at most two decimal places",
        "assets: 1 000|members.p1.assets|is not an amount",
        "assets: $5|members.p1.assets|is not an amount",
        "assets: 100000000.01|members.p1.assets|more than 100,000,000",
        "assets: .inf|members.p1.assets|is not an amount",
        "assets: -1|members.p1.assets|negative",
        "birthDate: 1895-12-31|members.p1.birthDate|years 1896 to 2150",
        "birthDate: 2200-01-01|members.p1.birthDate|years 1896 to 2150",
        "birthDate: 2023-02-29|members.p1.birthDate|not in the calendar",
        "birthDate: 6/15/1990|members.p1.birthDate|year-month-day",
        "birthDate: 2026-06-16|members.p1.birthDate|after asOf",
        "birthDate: none|members.p1.birthDate|is not a date",
        "age: 30, birthDate: 1990-01-01|members.p1.age|follows from birthDate (36)",
        "pregnant: false, expectedBabies: 1|members.p1.expectedBabies|contradict",
        "expectedBabies: 13|members.p1.expectedBabies|between 0 and 12",
        "immigration: none|members.p1.immigration|is not a set of names",
        "immigration: {status: asylum}|members.p1.immigration.status|"
            + "Did you mean asylee or asylum_pending?",
        "immigration: {status: asylm_pending}|members.p1.immigration.status|"
            + "Did you mean asylum_pending?",
        "immigration: {status: green_card}|members.p1.immigration.status|one of: citizen, lpr, ",
        "immigration: {green_card: true}|members.p1.immigration.green_card|one of an immigration",
        "immigration: {status: <script>alert(1)</script>}|members.p1.immigration.status|"
            + "\\u003cscript",
        "immigration: {nationality: Haiti}|members.p1.immigration.nationality|two letters",
        "immigration: {workPermit: x123}|members.p1.immigration.workPermit|such as C08",
        "immigration: {paroledOn: 2023-05-01, paroledUntil: 2023-04-30}|"
            + "members.p1.immigration.paroledUntil|before",
        "immigration: {workQuarters: 401}|members.p1.immigration.workQuarters|between 0 and 400",
        "tax: {file: true}|members.p1.tax.file|Did you mean files?",
        "tax: {claims: [p1]}|members.p1.tax.claims|own id",
        "tax: {claims: [p9]}|members.p1.tax.claims|no member's id",
        "tax: {claims: p9}|members.p1.tax.claims|is not a list",
        "tax: {claimedBy: p1}|members.p1.tax.claimedBy|own id",
        "income: [{kind: wage, amount: 1, per: month}]|members.p1.income.kind|Did you mean wages?",
        "income: [{kind: wages, amount: 1, per: monthly}]|members.p1.income.per|"
            + "Did you mean month?",
        "income: [{kind: wages, amount: -1, per: month}]|members.p1.income.amount|negative",
        "income: [{kind: wages, ammount: 1, per: month}]|members.p1.income.ammount|"
            + "Did you mean amount?",
        "income: 1000|members.p1.income|is not a list",
        "insurance: {medicare: [C]}|members.p1.insurance.medicare|one of: A, B",
        "insurance: {employerOffer: cheap}|members.p1.insurance.employerOffer|none, affordable",
        "insurance: {enrolled: [{program: ma.standrd}]}|"
            + "members.p1.insurance.enrolled.program|Did you mean ma.standard?",
        "insurance: {enrolled: [ma.standard]}|members.p1.insurance.enrolled|{program: …",
        "conditions: [flu]|members.p1.conditions|hiv",
      })
  void what_cannot_be_read_is_told_with_its_field_and_a_remedy(
      String yaml, String path, String part) {
    var text = "members:\n  - {id: p1, " + yaml + "}\n";

    var problem = refused(text).getFirst();

    assertThat(problem.path()).isEqualTo(path);
    assertThat(problem.message() + " " + problem.remedy()).contains(part).doesNotContain("<script");
    assertThat(problem.line()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{from: a, to: b, is: wife}|Write one of",
        "{from: a, to: b, is: child}|Turn it round",
        "{from: a, to: a, is: spouse}|themself",
        "{from: a, to: x, is: spouse}|no member's id",
        "{form: a, to: b, is: spouse}|Did you mean from?",
        "{from: a, to: b, is: spouse}, {from: b, to: a, is: spouse}|stated twice",
        "{from: a, to: b, is: spouse}, {from: c, to: a, is: spouse}|two spouses",
        "{from: a, to: b, is: spouse}, {from: a, to: b, is: parent}|exclude",
        "{from: a, to: b, is: parent}, {from: b, to: a, is: parent}|exclude",
        "'{from: a, to: b, is: parent}, {from: b, to: c, is: grandparent}, {from: c, to: "
            + "a, is: stepparent}'|ancestor of themself",
      })
  void what_no_family_can_be_is_refused(String relationships, String part) {
    var text =
        "members: [{id: a}, {id: b}, {id: c}]\nrelationships: ["
            + relationships.replace("'", "")
            + "]";

    var problem = refused(text).getFirst();

    assertThat(problem.path()).startsWith("relationships");
    assertThat(problem.message() + " " + problem.remedy()).contains(part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{claims: [c], jointlyWith: none}|{claims: [c]}|{}|claimed by another",
        "{claims: [c]}|{}|{claimedBy: none}|says that nobody does",
        "{claims: []}|{}|{claimedBy: a}|claims others or nobody",
        "{files: false, claims: [c]}|{}|{}|does not file",
        "{files: false}|{}|{claimedBy: a}|does not file",
        "{jointlyWith: b}|{jointlyWith: none}|{}|does not say the same",
        "{jointlyWith: b}|{files: false}|{}|does not file",
        "{jointlyWith: c}|{}|{}|is not the spouse",
        "{claims: [b]}|{claims: [c]}|{}|who then cannot",
      })
  void contradicting_tax_answers_are_refused(String a, String b, String c, String part) {
    assertThat(refused(taxes(a, b, c)))
        .extracting(Problem::message)
        .anyMatch(m -> m.contains(part));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what a, b and c say, and then who claims a, b, c and whether they file: t, f or ?
        "{jointlyWith: b, claims: [c]}|{}|{}|--a|tt?",
        "{claims: [c]}|{files: false}|{}|--a|tf?",
        "{files: true}|{files: true}|{claimedBy: b}|???|tt?",
        "{files: true, claims: []}|{files: true}|{claimedBy: b}|?-b|tt?",
        "{files: false}|{files: false}|{files: false}|---|fff",
        "{jointlyWith: b, claims: [c]}|{claims: []}|{}|--a|tt?",
      })
  void one_sides_answer_completes_the_others(
      String a, String b, String c, String claimedBy, String files) {
    var household = accepted(taxes(a, b, c));

    var by = new StringBuilder();
    var filing = new StringBuilder();
    for (int member = 0; member < 3; member++) {
      long claimer = household.value(Vocabulary.CLAIMED_BY, member);
      by.append(claimer == Values.NONE ? '-' : claimer < 0 ? '?' : (char) ('a' + claimer));
      long filer = household.value(Vocabulary.FILES, member);
      filing.append(filer == Values.TRUE ? 't' : filer == Values.FALSE ? 'f' : '?');
    }
    assertThat(by.toString().replace('?', '.')).matches(claimedBy.replace('?', '.'));
    assertThat(filing).hasToString(files);
  }

  private static String taxes(String a, String b, String c) {
    return """
    members:
      - {id: a, tax: %s}
      - {id: b, tax: %s}
      - {id: c, tax: %s}
    relationships: [{from: a, to: b, is: spouse}, {from: a, to: c, is: parent}]
    """
        .formatted(a, b, c);
  }

  @Test
  void nobody_is_older_than_130() {
    var text = "asOf: 2027-01-01\nmembers: [{id: p1, birthDate: 1896-01-01}]";

    assertThat(refused(text).getFirst().message()).contains("older than 130");
  }

  @Test
  void all_problems_are_told_at_once_and_in_order() {
    var problems =
        refused(
            """
            stat: MA
            members:
              - {id: p1, age: old, pregnant: maybe}
              - {id: p1, assets: much}
            """);

    assertThat(problems)
        .extracting(Problem::path)
        .containsExactly(
            "stat", "members.p1.age", "members.p1.pregnant", "members.p1.id", "members.#2.assets");
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void what_is_written_reads_back_the_same(long seed) {
    var household = Households.complete(new Random(seed), WITH_EXTRAS);

    assertThat(Households.told(accepted(writer.json(household))))
        .isEqualTo(Households.told(household));
    assertThat(Households.told(accepted(writer.yaml(household))))
        .isEqualTo(Households.told(household));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("org.konbit.rules.testing.Seeds#many")
  void reading_only_completes_what_a_household_leaves_open(long seed) {
    var random = new Random(seed);
    var full = Households.complete(random, WITH_EXTRAS);
    var early = Households.forgettingSome(full, random);

    var read = accepted(writer.json(early));

    assertThat(read.answered()).containsAll(early.answered());
    assertThat(lines(full)).containsAll(lines(read));
    assertThat(Households.told(accepted(writer.yaml(read)))).isEqualTo(Households.told(read));
  }

  // Which of two joint filers is named as the claimer is of no account, nor whether age or
  // birthDate.
  private static List<String> lines(Household household) {
    return Households.told(household)
        .lines()
        .filter(line -> !line.contains("age:"))
        .map(line -> line.replace("claimedBy: 1", "claimedBy: 0"))
        .toList();
  }

  private Household accepted(String text) {
    return switch (reader.read("home.yaml", text, TODAY)) {
      case Reading.Accepted(var household) -> household;
      case Reading.Refused(var problems) -> throw new AssertionError(problems + "\n" + text);
    };
  }

  private List<Problem> refused(String text) {
    return switch (reader.read("home.yaml", text, TODAY)) {
      case Reading.Accepted(var household) -> throw new AssertionError("It was accepted.");
      case Reading.Refused(var problems) -> problems;
    };
  }
}
