package org.konbit.rules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.testing.SmallPack;

/** The commands as a navigator or another program uses them, on the shipped law. */
class CommandLineTests {
  private static final RulePacks LAW = RulePacks.shipped(List.of());
  private static final Instant NOW = Instant.parse("2026-06-16T03:30:00Z");
  private static final String ANA =
      """
      state: MA
      members:
        - id: ana
          age: 35
          resident: true
          pregnant: false
          pregnancyEndedOn: null
          disabled: false
          immigration: {status: citizen}
          tax: {files: true, jointlyWith: null, claims: [], claimedBy: null, taxId: ssn}
          income: [{kind: wages, amount: 1835.40, per: month}]
          insurance: {medicare: [], employerOffer: none, enrolled: []}
          assets: 0
          conditions: []
      relationships: []
      """;

  private static String line(int i) {
    return "{\"asOf\": \"2026-06-15\", \"state\": \"CT\", \"members\": [{\"id\": \"p%d\", \"age\": %d}]}\n"
        .formatted(i, i % 90);
  }

  private record Ran(int status, String out, String err) {}

  private static Ran run(String in, String... args) {
    return run(
        in, Map.of(), overlays -> overlays.isEmpty() ? LAW : RulePacks.shipped(overlays), args);
  }

  private static Ran run(
      String in,
      Map<String, String> variables,
      Function<List<Path>, RulePacks> law,
      String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
            out,
            err,
            () -> NOW,
            variables,
            law);
    int status = Cli.run(terminal, args);
    return new Ran(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void a_family_gets_a_readable_answer_with_its_citation() {
    var ran = run(ANA, "screen");

    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("ana").contains("CarePlus").contains("130 CMR 505.008");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void a_readable_answer_fits_a_terminal_and_names_only_answers_that_matter() {
    var early = run(ANA.replace("immigration: {status: citizen}", "immigration: {}"), "screen");

    assertThat(early.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(early.out())
        .contains("needs immigration.status.", "With “U.S. citizen or national”")
        .contains("With any other answer: ")
        .doesNotContain("needs members.");
  }

  @Test
  void a_limit_is_told_in_what_it_counts() {
    var child = run(ANA.replace("age: 35", "age: 64"), "screen");

    assertThat(child.out()).contains("0 people (limit 1 person)");
  }

  @Test
  void a_fault_of_our_own_is_told_with_its_place_and_without_what_it_says() {
    var ran =
        run(
            ANA,
            Map.of(),
            _ -> {
              throw new IllegalStateException("ana earns 1835.40");
            },
            "screen");

    assertThat(ran.status()).isEqualTo(3);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("IllegalStateException at org.konbit.rules.cli.", "Please report")
        .doesNotContain("ana ", "1835");
  }

  @Test
  void boundaries_are_kept_in_the_project_wherever_the_command_is_called_from(@TempDir Path project)
      throws IOException {
    Files.createDirectory(project.resolve("rulepacks"));
    var home = Map.of("KONBIT_HOME", project.toString());

    var ran = run("", home, _ -> SmallPack.asking("age < 19"), "rules", "boundaries", "--write");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    assertThat(project.resolve("rulepacks/us/boundaries")).isDirectory();
  }

  @Test
  void the_json_answer_keeps_the_contract() {
    var ran = run(ANA, "screen", "--json");

    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .contains("\"asOf\":\"2026-06-15\"")
        .contains("\"best\":\"ma.careplus\"")
        .contains("\"ma.immigration_group\":\"CIT\"")
        .contains("\"magi.household_size\":1")
        .contains("\"timeline\":[")
        .contains("\"premiumMonthlyCents\":0")
        .contains("\"rules\":{\"digest\":\"sha256:");
  }

  @Test
  void a_family_s_sum_names_whose_cost_nobody_here_knows() {
    var grown = ANA.replace("1835.40", "2500");

    assertThat(run(ANA, "screen", "--json").out()).contains("\"premiumLeavesOut\":[]");
    assertThat(run(grown, "screen", "--json", "--as-of", "2027-02-01").out())
        .contains("\"best\":\"ma.connectorcare_2b\"", "\"premiumLeavesOut\":[\"ana\"]");
  }

  @Test
  void today_is_the_day_in_new_york() {
    assertThat(run(ANA, "screen", "--json").out()).contains("\"asOf\":\"2026-06-15\"");
    assertThat(run(ANA, "screen", "--json", "--as-of", "2026-12-31").out())
        .contains("\"asOf\":\"2026-12-31\"");
  }

  @Test
  void a_fault_in_the_document_names_its_line_and_what_was_meant() {
    var ran = run(ANA.replace("resident:", "residnt:"), "screen");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).contains(":5:").contains("residnt").contains("Did you mean resident?");
  }

  @Test
  void one_line_in_is_one_line_out_in_order_and_a_bad_one_stops_nothing() {
    var in = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      in.append(i == 77 ? "{\"members\": [{\"id\": \"x\", \"aeg\": 4}]}\n" : line(i));
    }

    var ran = run(in.toString(), "screen", "--jsonl");

    var lines = ran.out().lines().toList();
    assertThat(ran.status()).isEqualTo(1);
    assertThat(lines).hasSize(200);
    for (int i = 0; i < 200; i++) {
      assertThat(lines.get(i))
          .contains(i == 77 ? "{\"line\":78,\"errors\":[" : "\"id\":\"p%d\"".formatted(i));
    }
    assertThat(lines.get(77)).contains("Did you mean age?");
  }

  @Test
  void wrong_usage_says_where_to_read_on() {
    var ran = run("", "screen", "--jsno");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("--jsno").contains("--jsonl").contains("--help");
  }

  @Test
  void a_day_that_does_not_exist_is_told_with_an_example() {
    var ran = run(ANA, "screen", "--as-of", "2026-13-01");

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err())
        .contains("--as-of")
        .contains("(2026-13-01) is no date")
        .contains("2026-10-01")
        .doesNotContain("java.");
  }

  @Test
  void a_tab_is_told_at_its_place() {
    var ran = run(ANA.replace("    age: 35", "\tage: 35"), "screen");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains(":4:").contains("A tab stands here.").contains("spaces");
  }

  @Test
  void a_pack_with_a_mistake_is_told_with_its_line(@TempDir Path packs) throws IOException {
    Files.createDirectories(packs.resolve("ma"));
    Files.writeString(
        packs.resolve("ma/careplus.yaml"),
        "program: ma.careplus\nconditions: [{id: adult, holds: agee > 3, cite: x, message: ma.careplus.adult}]\n");

    var ran = run(ANA, "screen", "--packs", packs.toString());

    assertThat(ran.status()).isEqualTo(3);
    assertThat(ran.err()).contains("ma/careplus.yaml:2:").contains("agee");
  }

  @Test
  void the_rules_are_well() {
    var ran = run("", "rules", "check");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("all well").contains("unverified");
  }

  @Test
  void the_matrix_has_a_row_for_every_status() {
    for (String format : List.of("text", "csv", "html")) {
      var ran =
          run("", "rules", "matrix", "--state", "CT", "--as-of", "2026-10-01", "--format", format);

      assertThat(ran.status()).isZero();
      assertThat(ran.out()).containsIgnoringCase("refugee").containsIgnoringCase("cofa");
    }
  }

  @Test
  void the_timeline_of_the_law_tells_what_changes_and_why() {
    var ran =
        run("", "rules", "timeline", "--state", "CT", "--from", "2024-10-01", "--to", "2024-10-01");

    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("160").contains("138").contains("PA 23-204");
  }

  @Test
  void either_side_of_every_limit_is_as_it_was_kept() {
    var ran = run("", "rules", "boundaries", "--kept", ".");

    assertThat(ran.out())
        .as("./konbit rules boundaries --write renews them")
        .endsWith(", 0 differences.\n");
    assertThat(ran.status()).isZero();
  }
}
