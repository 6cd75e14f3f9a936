package org.konbit.rules.pack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.rules.expression.RuleCannotBeEvaluated;
import org.konbit.rules.household.Words;
import org.konbit.rules.screening.Examples;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.screening.Screener;
import org.konbit.rules.testing.SmallPack;

/**
 * A pack with a mistake is refused with the place, the line, a caret and what was probably meant.
 */
class PackErrorTests {
  @Test
  void all_mistakes_are_told_at_once_each_with_its_line_and_a_caret() {
    var refused =
        refused(
            """
            program: us.trial
            parameters:
              limit: {unit: dollars, cite: "a law", from: {"2020-01-01": 12.345}}
            conditions:
              - id: asked
                holds: "age >= 19 && pregnnt"
                cite: "a law"
                mesage: us.trial.asked
            """);

    assertThat(refused.rendered())
        .isEqualTo(
            """
            us/trial.yaml:3:62: (12.345) is not an amount.
                limit: {unit: dollars, cite: "a law", from: {"2020-01-01": 12.345}}
                                                                           ^
            Write dollars with at most two decimal places.

            us/trial.yaml:6:26: This reads (pregnnt), which no pack declares and no document states.
                  holds: "age >= 19 && pregnnt"
                                       ^
            Did you mean pregnant?

            us/trial.yaml:8:5: (mesage) means nothing here.
                  mesage: us.trial.asked
                  ^
            Did you mean message?
            """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void the_mistake_is_named_where_it_stands(String message, String conditions) {
    var refused = refused("program: us.trial\nconditions:\n" + conditions.indent(2));

    assertThat(refused.rendered()).contains("us/trial.yaml:").contains(message).contains("^");
  }

  static List<Object[]> mistakes() {
    return List.of(
        new Object[] {
          "(cite) is missing here", "- {id: asked, holds: resident, message: us.trial.asked}"
        },
        new Object[] {
          "The citation is blank",
          "- {id: asked, holds: resident, cite: ' ', message: us.trial.asked}"
        },
        new Object[] {"This gives (int) where (bool) is wanted", condition("age")},
        new Object[] {"no matching overload", condition("age >= '19'")},
        new Object[] {"no matching overload", condition("age >= 18.5")},
        new Object[] {"Conditions know no function (size)", condition("size(conditions) > 0")},
        new Object[] {
          "Conditions know no function (startsWith)", condition("state.startsWith('M')")
        },
        new Object[] {"Did you mean years_between?", condition("year_between(as_of, as_of) > 1")},
        new Object[] {
          "(asylum_pendng) is no answer to immigration.status. Did you mean asylum_pending?",
          condition("immigration.status == 'asylum_pendng'")
        },
        new Object[] {
          "(refuge) is no answer", condition("immigration.status in ['lpr', 'refuge']")
        },
        new Object[] {"(hivv) is no answer", condition("'hivv' in conditions")},
        new Object[] {"use yearly(…) or monthly(…)", condition("magi.monthly_income <= assets")},
        new Object[] {
          "This is a rate already", condition("magi.monthly_income <= yearly(magi.monthly_income)")
        },
        new Object[] {"is no date", condition("as_of >= date('2026-13-01')")},
        new Object[] {"Nobody can ever meet all conditions", condition("age < 19 && age >= 21")},
        new Object[] {"rests on itself", condition("!us.trial.eligible")},
        new Object[] {
          "No message says (us.trial.unsaid)",
          "- {id: unsaid, holds: resident, cite: a law, message: us.trial.unsaid}"
        },
        new Object[] {
          "is not named after its condition",
          "- {id: asked, holds: resident, cite: a law, message: us.trial.other}"
        },
        new Object[] {
          "has a text from this day already", condition("resident") + "\n" + condition("disabled")
        },
        new Object[] {
          "overlaps its next text",
          "- {id: asked, holds: resident, cite: a law, message: us.trial.asked, from: '2020-01-01', to: '2026-01-01'}\n"
              + "- {id: asked, holds: disabled, cite: a law, message: us.trial.asked, from: '2026-01-01'}"
        },
        new Object[] {
          "leaves a gap before its next text",
          "- {id: asked, holds: resident, cite: a law, message: us.trial.asked, from: '2020-01-01', to: '2025-12-30'}\n"
              + "- {id: asked, holds: disabled, cite: a law, message: us.trial.asked, from: '2026-01-01'}"
        },
        new Object[] {
          "ends before it begins",
          "- {id: asked, holds: resident, cite: a law, message: us.trial.asked, from: '2020-01-01', to: '2019-01-01'}"
        },
        new Object[] {
          "(yesterday) is no date",
          "- {id: asked, holds: resident, cite: a law, message: us.trial.asked, from: yesterday}"
        });
  }

  private static String condition(String holds) {
    return "- {id: asked, holds: \"%s\", cite: a law, message: us.trial.asked}".formatted(holds);
  }

  @Test
  void a_table_is_kept_by_year_and_nothing_that_looks_like_one() {
    var refused =
        refused(
            """
            program: us.trial
            parameters:
              line:
                unit: dollars a year
                cite: a law
                table: {2024: 1, 20x6: 2, "2025-03": 3, 26: 4}
            """);

    assertThat(refused.rendered())
        .isEqualTo(
            """
            us/trial.yaml:6:22: (20x6) is no year.
                  table: {2024: 1, 20x6: 2, "2025-03": 3, 26: 4}
                                   ^
            Write it as 2026.

            us/trial.yaml:6:31: (2025-03) is no year.
                  table: {2024: 1, 20x6: 2, "2025-03": 3, 26: 4}
                                            ^
            Write it as 2026.

            us/trial.yaml:6:45: (26) is no year.
                  table: {2024: 1, 20x6: 2, "2025-03": 3, 26: 4}
                                                          ^
            Write it as 2026.
            """);
  }

  @Test
  void two_words_that_share_a_code_are_refused() {
    var words = List.of("arsjwaofitxji", "eqoylximvhkxs");
    assertThat(words).extracting(Words::code).containsOnly(Words.code(words.getFirst()));

    var refused =
        refused(
            """
            program: us.trial
            parameters:
              listed: {unit: list, cite: a law, from: {"2020-01-01": [lpr, arsjwaofitxji]}}
            conditions:
              - {id: asked, holds: "immigration.work_permit == 'eqoylximvhkxs'", cite: a law, message: us.trial.asked}
            """);

    assertThat(refused.rendered())
        .contains("us/trial.yaml:5:24: The words (eqoylximvhkxs) and (arsjwaofitxji)")
        .contains("^")
        .contains("choose another word");
  }

  @ParameterizedTest
  @ValueSource(strings = {"us/trial.yaml", "us/messages/en.properties"})
  void a_file_in_another_encoding_is_named_with_the_place_and_what_to_do(String name)
      throws IOException {
    var folder = SmallPack.folder(SmallPack.files("program: us.trial\n"));
    Files.write(folder.resolve(name), "# Fine\n# d\u00e9j\u00e0\n".getBytes(ISO_8859_1));

    var refused = catchThrowableOfType(PackProblems.class, () -> RulePacks.of(folder, List.of()));

    assertThat(refused.rendered())
        .isEqualTo(
            """
            %s:2:4: The text is not UTF-8 here.
              # d\ufffdj\ufffd
                 ^
            Save it as UTF-8.
            """
                .formatted(name));
  }

  @Test
  void a_file_laid_over_in_another_encoding_is_named_too() throws IOException {
    var folder = SmallPack.folder(SmallPack.files("program: us.trial\n"));
    var over = SmallPack.folder(Map.of("us/reform.yaml", ""));
    Files.write(over.resolve("us/reform.yaml"), "# caf\u00e9".getBytes(UTF_16));

    var refused =
        catchThrowableOfType(PackProblems.class, () -> RulePacks.of(folder, List.of(over)));

    assertThat(refused.rendered())
        .contains("us/reform.yaml:1:1: The text is in UTF-16")
        .contains("Save it as UTF-8.");
  }

  @Test
  void a_ranking_names_only_programs_there_are() {
    var files = new HashMap<>(SmallPack.files("program: us.trial\n"));
    files.merge("us/pack.yaml", "ranking: [us.trail]\n", String::concat);

    var refused = refused(files);

    assertThat(refused.rendered())
        .contains("The ranking names (us.trail), which no pack defines.")
        .contains("Did you mean us.trial?");
  }

  @Test
  void a_route_that_contradicts_itself_is_a_mistake() {
    var refused =
        refused(
            """
            program: us.trial
            conditions: [{id: asked, holds: "age < 19", cite: a law, message: us.trial.asked}]
            routes:
              - id: grown
                when: "age >= 21"
                conditions: []
            """);

    assertThat(refused.rendered()).contains("Nobody can ever take the route (grown) of us.trial.");
  }

  @Test
  void a_contradiction_on_every_date_is_a_mistake_and_one_of_two_dates_is_none() {
    var law =
        """
        program: us.trial
        conditions:
          - {id: asked, holds: "age < 19", cite: a law, message: us.trial.asked, from: "2000-01-01"}
          - {id: asked, holds: "age < 18", cite: a law, message: us.trial.asked, from: "2024-01-01"}
        routes:
          - {id: grown, when: "age >= 18", conditions: []}
        """;

    assertThat(SmallPack.with(law).program("us.trial")).isPresent();
    assertThat(refused(law.replace("age >= 18", "age >= 19")).rendered())
        .contains("us/trial.yaml:6:5: Nobody can ever take the route (grown) of us.trial.");
  }

  @Test
  void a_language_that_lacks_a_sentence_is_a_mistake() {
    var files = new HashMap<>(SmallPack.files("program: us.trial\n"));
    files.put("us/messages/ht.properties", "us.trial.name=Yon esè\nus.trial.offered=Gen youn\n");

    assertThat(refused(files).rendered()).contains("(ht) has no text for (us.trial.asked).");
  }

  @Test
  void an_example_that_does_not_hold_is_told_with_what_is() {
    var packs =
        SmallPack.with(
            """
            program: us.trial
            conditions: [{id: asked, holds: "age < 19", cite: a law, message: us.trial.asked}]
            examples:
              - name: a child is in
                household: {asOf: "2026-06-15", members: [{id: p1, age: 19}]}
                expect: {p1: {us.trial: eligible}}
            """);

    var failures = new Examples(new Screener(packs)).failures();

    assertThat(failures)
        .singleElement()
        .asString()
        .contains("“a child is in”: us.trial is (ineligible)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9223372036854775807 + age > 0",
        "-9223372036854775800 - age < 0",
        "100 / (age - 19) > 0",
        "ceil_div(100, age - 19) > 0"
      })
  void a_rule_that_ends_in_an_error_stops_the_screening_and_is_named(String condition) {
    var packs = SmallPack.asking(condition);

    assertThatThrownBy(() -> SmallPack.screening(packs, "members: [{id: p1, age: 19}]"))
        .isInstanceOf(RuleCannotBeEvaluated.class)
        .hasMessageContaining("Program us.trial could not be decided: condition asked: ")
        .hasMessageContaining("an error is not a no");
  }

  @Test
  void an_error_in_a_definition_names_the_definition_too() {
    var packs =
        SmallPack.with(
            """
            program: us.trial
            definitions: [{id: share, type: int, is: "100 / age", cite: a law}]
            conditions: [{id: asked, holds: "us.share > 3", cite: a law, message: us.trial.asked}]
            """);

    assertThatThrownBy(() -> SmallPack.screening(packs, "members: [{id: p1, age: 0}]"))
        .hasMessageContaining(
            "Program us.trial could not be decided: condition asked: definition us.share: / by zero");
  }

  @Test
  void a_walk_goes_on_with_its_own_member_after_asking_for_another_program() {
    var files =
        new HashMap<>(
            SmallPack.files(
                """
                program: us.trial
                conditions:
                  - {id: asked, holds: "household.members.exists(m, m.us.other.eligible && m.age < 5)", cite: a law, message: us.trial.asked}
                """));
    files.put(
        "us/other.yaml",
        """
        program: us.other
        conditions:
          - {id: big, holds: "household.members.count(n, n.age < 99) == 2", cite: a law, message: us.other.big}
        """);
    files.merge(
        "us/messages/en.properties",
        "us.other.name=Another\nus.other.big=They are two\nus.other.offered=There is one\n",
        String::concat);
    var packs = RulePacks.of(SmallPack.folder(files), List.of());

    var members = "members: [{id: p1, age: 3}, {id: p2, age: 40}]\nrelationships: []";

    assertThat(SmallPack.screening(packs, members).members())
        .allSatisfy(member ->
            assertThat(member.programs()).allMatch(result -> result.outcome() == Outcome.ELIGIBLE));
  }

  @Test
  void a_parameter_before_its_first_date_is_an_error_that_names_it() {
    var packs =
        SmallPack.with(
            """
            program: us.trial
            parameters: {limit: {unit: dollars, cite: a law, from: {"2030-01-01": 5}}}
            conditions: [{id: asked, holds: "assets < us.limit", cite: a law, message: us.trial.asked}]
            """);

    assertThatThrownBy(() -> SmallPack.screening(packs, "members: [{id: p1, assets: 3}]"))
        .isInstanceOf(RuleCannotBeEvaluated.class)
        .hasMessageContaining("us.limit")
        .hasMessageContaining("2026-06-15");
  }

  private static PackProblems refused(String file) {
    return refused(SmallPack.files(file));
  }

  private static PackProblems refused(Map<String, String> files) {
    var folder = SmallPack.folder(files);
    return catchThrowableOfType(PackProblems.class, () -> RulePacks.of(folder, List.of()));
  }
}
