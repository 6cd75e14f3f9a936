package org.konbit.rules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.testing.SmallPack;

/** Whoever writes rules is told all that is wrong in one run, and each fault once. */
class CheckingPacksTests {
  private static final Map<String, String> ONE_OF_EACH =
      Map.ofEntries(
          Map.entry(
              "us/pack.yaml",
              "pack: us\nname: Everywhere\ncovers: {from: \"2000-01-01\", cite: \"a law\"}\n"),
          Map.entry(
              "us/unknown.yaml",
              """
              program: us.unknown
              conditions:
                - {id: asked, holds: "pregnnt", cite: a law, message: us.unknown.asked}
              examples:
                - name: this cannot be tried
                  household: {asOf: "2026-06-15", members: [{id: p1, age: 3}]}
                  expect: {p1: {us.unknown: eligible}}
              """),
          Map.entry(
              "us/typed.yaml",
              """
              program: us.typed
              conditions:
                - {id: asked, holds: "age", cite: a law, message: us.typed.asked}
              """),
          Map.entry(
              "us/uncited.yaml",
              """
              program: us.uncited
              conditions:
                - {id: asked, holds: "age < 19", message: us.uncited.asked}
              """),
          Map.entry(
              "us/unsaid.yaml",
              """
              program: us.unsaid
              conditions:
                - {id: asked, holds: "age < 19", cite: a law, message: us.unsaid.asked}
              """),
          Map.entry(
              "us/overlapping.yaml",
              """
              program: us.overlapping
              conditions:
                - {id: asked, holds: "age < 19", cite: a law, message: us.overlapping.asked, from: "2020-01-01", to: "2026-01-01"}
                - {id: asked, holds: "age < 21", cite: a law, message: us.overlapping.asked, from: "2026-01-01"}
              """),
          Map.entry(
              "us/gapped.yaml",
              """
              program: us.gapped
              conditions:
                - {id: asked, holds: "age < 19", cite: a law, message: us.gapped.asked, from: "2020-01-01", to: "2025-12-30"}
                - {id: asked, holds: "age < 21", cite: a law, message: us.gapped.asked, from: "2026-01-01"}
              """),
          Map.entry(
              "us/unreachable.yaml",
              """
              program: us.unreachable
              conditions: [{id: asked, holds: "age < 19", cite: a law, message: us.unreachable.asked}]
              routes:
                - {id: grown, when: "age >= 21", conditions: []}
              """),
          Map.entry(
              "us/failing.yaml",
              """
              program: us.failing
              conditions: [{id: asked, holds: "age < 19", cite: a law, message: us.failing.asked}]
              examples:
                - name: a child is in
                  household: {asOf: "2026-06-15", members: [{id: p1, age: 19}]}
                  expect: {p1: {us.failing: eligible}}
                - name: a baby is in
                  household: {asOf: "2026-06-15", members: [{id: p1, age: 0}]}
                  expect: {p1: {us.failing: eligible}}
                - name: a baby is in another, too
                  household: {asOf: "2026-06-15", members: [{id: p1, age: 0}]}
                  expect: {p1: {us.failing: eligible, us.broken: eligible}}
              """),
          Map.entry(
              "us/broken.yaml",
              """
              program: us.broken
              parameters:
                broken_limit: {unit: years, cite: a law, from: {"2020-01-01": 19}}
              conditions:
                - {id: asked, holds: "age < us.broken_limit", cite: a law, message: us.broken.asked
              """),
          Map.entry(
              "us/reader.yaml",
              """
              program: us.reader
              conditions:
                - {id: asked, holds: "age < us.broken_limit && !us.broken.eligible", cite: a law, message: us.reader.asked}
              examples:
                - name: this cannot be tried either
                  household: {asOf: "2026-06-15", members: [{id: p1, age: 3}]}
                  expect: {p1: {us.reader: eligible}}
              """),
          Map.entry(
              "us/twice.yaml",
              """
              program: us.twice
              conditions:
                - {id: asked, holds: "age < 19", holds: "age < 21", cite: a law, message: us.twice.asked}
              """),
          Map.entry("us/messages/en.properties", messages()));

  private static String messages() {
    var text = new StringBuilder();
    for (String program :
        List.of(
            "unknown",
            "typed",
            "uncited",
            "overlapping",
            "gapped",
            "unreachable",
            "failing",
            "broken",
            "reader",
            "twice")) {
      text.append("us.%s.name=One\nus.%s.asked=It is asked for\n".formatted(program, program));
    }
    return text.append("us.unsaid.name=One\n").toString();
  }

  private record Ran(int status, String out) {}

  private static Ran check(Map<String, String> files) {
    var folder = SmallPack.folder(files);
    var out = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            out,
            new ByteArrayOutputStream(),
            () -> Instant.EPOCH,
            Map.of(),
            overlays -> RulePacks.of(folder, overlays));
    int status = Cli.run(terminal, "rules", "check");
    return new Ran(status, out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void one_fault_of_each_kind_is_told_once_and_all_in_one_run() {
    var ran = check(ONE_OF_EACH);

    assertThat(ran.out())
        .isEqualTo(
            """
            us/broken.yaml:6:1: The YAML cannot be followed here: expected (,) or (}), but got the stream end.
            \s\s
              ^

            us/failing.yaml:6:31: Example “a child is in”: us.failing is (ineligible).
                  expect: {p1: {us.failing: eligible}}
                                            ^

            us/gapped.yaml:3:5: (asked) leaves a gap before its next text: nothing holds from 2025-12-31 to 2025-12-31.
                - {id: asked, holds: "age < 19", cite: a l…
                  ^
            Let each text end on the day before the next begins.

            us/overlapping.yaml:3:5: (asked) overlaps its next text, of 2026-01-01.
                - {id: asked, holds: "age < 19", cite: a l…
                  ^
            Let each text end on the day before the next begins.

            us/twice.yaml:3:36: The name (holds) occurs twice.
                - {id: asked, holds: "age < 19", holds: "age < 21", cite: a law, message:…
                                                 ^
            Keep one of the two.

            us/typed.yaml:3:25: This gives (int) where (bool) is wanted.
                - {id: asked, holds: "age", cite: a law, message: us.typed.ask…
                                      ^

            us/uncited.yaml:3:5: (cite) is missing here.
                - {id: asked, holds: "age < 19", message: …
                  ^

            us/unknown.yaml:3:25: This reads (pregnnt), which no pack declares and no document states.
                - {id: asked, holds: "pregnnt", cite: a law, message: us.unkno…
                                      ^
            Did you mean pregnant?

            us/unreachable.yaml:4:5: Nobody can ever take the route (grown) of us.unreachable.
                - {id: grown, when: "age >= 21", condition…
                  ^
            Two of its conditions contradict each other.

            us/unsaid.yaml:3:5: No message says (us.unsaid.asked).
                - {id: asked, holds: "age < 19", cite: a l…
                  ^
            Add us.unsaid.asked=… to us/messages/en.properties.

            10 problems.
            Examples tried: 2. Skipped, because they rest on what is faulty: us.unknown (1),
            us/broken.yaml (2).
            """);
    assertThat(ran.status()).isEqualTo(1);
  }

  private static final Map<String, String> WHOLE = whole();

  private static Map<String, String> whole() {
    var files = new TreeMap<String, String>();
    var english = new StringBuilder("us.assume.helper=It is assumed\n");
    files.put(
        "us/pack.yaml",
        """
        pack: us
        name: Everywhere
        covers: {from: "2000-01-01", cite: a law}
        ranking: [us.one, us.two, us.three, us.four]
        derived: {size: magi.household_size}
        facts: {helper: {type: bool, assume: false, cite: a law, message: us.assume.helper}}
        """);
    files.put(
        "us/shared.yaml",
        """
        parameters:
          limit: {unit: dollars, cite: a law, from: {"2020-01-01": 100}}
        definitions:
          - {id: young, is: "age < 19", cite: a law}
        """);
    for (String name : List.of("one", "two", "three", "four")) {
      files.put(
          "us/%s.yaml".formatted(name),
          """
          program: us.NAME
          conditions:
            - {id: asked, holds: "us.young && assets <= us.limit && !facts.helper", cite: a law, message: us.NAME.asked}
            - {id: other, holds: "us.one.eligible || !us.one.eligible", cite: a law, message: us.NAME.other}
          examples:
            - name: a child
              household: {asOf: "2026-06-15", members: [{id: p1, age: 3, assets: 5, helper: false}]}
              expect: {p1: {us.NAME: eligible}}
          """
              .replace("NAME", name)
              .replace(
                  name.equals("one") ? "us.one.eligible || !us.one.eligible" : "nothing",
                  "age < 99"));
      english.append(
          "us.NAME.name=One\nus.NAME.asked=Asked\nus.NAME.other=Other\n".replace("NAME", name));
    }
    files.put("us/messages/en.properties", english.toString());
    files.put("us/messages/ht.properties", english.toString());
    files.put("us/messages/es.properties", english.toString());
    return files;
  }

  @Test
  void packs_without_a_fault_are_well() {
    var ran = check(WHOLE);

    assertThat(ran.out())
        .isEqualTo("4 programs, 8 conditions, 1 parameters, 4 examples: all well.\n");
    assertThat(ran.status()).isZero();
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "shared | unit: dollars, | | (unit) is missing here",
        "shared | {\"2020-01-01\": 100} | {\"2020-13-01\": 100} | (2020-13-01) is no date",
        "shared | 100}} | 100} | The YAML cannot be followed here",
        "shared | 100}} | 100, \"2020-01-01\": 7}} | The name (2020-01-01) occurs twice",
        "shared | id: young | id: yuong | It is read at us/one.yaml:3:25, us/three.yaml:3:25, us/two.yaml:3:25, too",
        "shared | id: young | iid: young | (iid) means nothing here",
        "shared | is: \"age < 19\" | is: age | This gives (int) where (bool) is wanted",
        "shared | id: young, | id: young, type: boool, | (boool) is no type",
        "shared | \"age < 19\" | us.young | (us.young) rests on itself",
        "shared | 2020-01-01 | 2030-01-01 | 3 more examples stop at it",
        "shared | parameters: | paramters: | Did you mean parameters?",
        "shared | from: {\"2020-01-01\": 100} | from: 7 | Names with values are wanted here",
        "shared | , is: \"age < 19\", cite: a law | | (is), (cite) are missing here",
        "pack | magi.household_size | us.yuong | Did you mean us.young?",
        "one | - {id: other, | , | The YAML cannot be followed here",
        "shared | definitions: | definitions:\\ndefinitions: | The name (definitions) occurs twice",
        "one | program: us.one | program: 7 | (7) is no program id",
        "one | examples: | `  - {id: n, when: resident, cite: a law, message: us.one.n}\\nexamples:` | A note stands among",
        "pack | pack: us | pack: [us | The YAML cannot be followed here",
        "pack | type: bool, | type: boool, | (boool) is no type",
        "pack | type: bool, | | (type) is missing here",
        "pack | us.four] | us.fuor] | Did you mean us.four?",
        "one | program: us.one | programm: us.one | (programm) means nothing here",
        "one | program: us.one | program: one | (one) is no program id",
        "one | id: asked, | iid: asked, | (iid) means nothing here",
        "one | conditions: | conditions: [ | The YAML cannot be followed here",
        "one | cite: a law, message: us.one.asked | message: us.one.asked | (cite) is missing here",
        "one | cite: a law, message: us.one.asked | cite: ' ', message: us.one.asked | The citation is blank",
        "one | message: us.one.asked | message: us.one.aksed | is not named after its condition",
        "one | message: us.one.asked | mesage: us.one.asked | (mesage) means nothing here",
        "messages/en | us.one.asked=Asked | us.one.asked Asked | (us.one.asked Asked) is no message",
        "messages/ht | us.one.asked=Asked | | (ht) has no text for (us.one.asked)"
      })
  void a_fault_that_much_rests_on_is_told_once(
      String file, String right, String wrong, String told) {
    var files = new HashMap<>(WHOLE);
    var name = "us/%s.%s".formatted(file, file.contains("/") ? "properties" : "yaml");
    var text = WHOLE.getOrDefault(name, "");
    assertThat(text).contains(right);
    files.put(
        name,
        text.replaceFirst(
            Pattern.quote(right),
            Matcher.quoteReplacement(wrong == null ? "" : wrong.replace("\\n", "\n"))));

    var ran = check(files);

    assertThat(ran.out()).contains(told);
    assertThat(ran.out().lines().filter(line -> line.matches("us/\\S+:\\d+:\\d+: .*"))).hasSize(1);
    assertThat(ran.status()).isEqualTo(1);
  }

  @Test
  void a_sentence_that_two_languages_lack_is_told_once() {
    var files = new HashMap<>(WHOLE);
    for (String language : List.of("es", "ht")) {
      files.computeIfPresent(
          "us/messages/%s.properties".formatted(language),
          (_, text) -> text.replace("us.one.asked=Asked\n", ""));
    }

    assertThat(check(files).out())
        .contains("(es, ht) has no text for (us.one.asked).")
        .contains("Add it to es.properties, ht.properties beside this file.")
        .contains("\n1 problem.\n");
  }

  @Test
  void what_a_place_derives_from_something_faulty_stops_no_example() {
    var files = new HashMap<>(WHOLE);
    files.replaceAll((_, text) -> text.replace("15\", members", "15\", state: MA, members"));
    files.computeIfPresent(
        "us/pack.yaml",
        (_, text) -> text.replace("{size:", "{young: us.young, size:") + "state: MA\n");
    files.computeIfPresent(
        "us/two.yaml",
        (_, text) ->
            text.replace("us.young && ", "")
                .replace("us.one.eligible || !us.one.eligible", "age < 99"));
    files.computeIfPresent("us/shared.yaml", (_, text) -> text.replace("age < 19", "agee < 19"));

    var out = check(files).out();

    assertThat(out.lines().filter(line -> line.matches("us/\\S+:\\d+:\\d+: .*"))).hasSize(1);
    assertThat(out).contains("Did you mean age?").contains("Examples tried: 1. Skipped");
  }

  @Test
  void only_what_ranks_before_the_best_program_must_be_whole_to_try_an_example() {
    var files = new HashMap<>(WHOLE);
    files.replaceAll((_, text) -> text.replace("15\", members", "15\", state: MA, members"));
    files.computeIfPresent(
        "us/pack.yaml",
        (_, text) -> text.replace("us.one, us.two", "us.two, us.one") + "state: MA\n");
    files.computeIfPresent(
        "us/two.yaml",
        (_, text) ->
            text.replace("us.one.eligible || !us.one.eligible", "age < 99")
                .replace("us.two: eligible", "us.two: eligible, best: us.two"));
    var sound = check(files).out();
    files.computeIfPresent("us/one.yaml", (_, text) -> text.replace("us.young &&", "us.yuong &&"));
    var faulty = check(files).out();

    assertThat(sound).contains("4 examples: all well.");
    assertThat(faulty)
        .contains("Did you mean us.young?")
        .endsWith(
            """
            1 problem.
            Examples tried: 1. Skipped, because they rest on what is faulty: us.one (3).
            """);
  }
}
