package org.konbit.simulation.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.konbit.simulation.figures.Table;

/** {@code konbit simulate}, from its arguments to what it writes. */
class SimulateTests {
  private static final Pattern SPACE = Pattern.compile(" ");

  @TempDir Path folder;

  private record Answer(int status, String out, String err) {}

  private static Answer simulate(String... arguments) {
    return simulate(Instant.parse("2026-11-22T12:00:00Z"), arguments);
  }

  private static Answer simulate(Instant now, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            InstantSource.fixed(now),
            Map.of());
    int status = Cli.run(console, arguments);
    return new Answer(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Answer small(String... more) {
    var arguments =
        new ArrayList<>(
            List.of("--reform", "husky-r2", "--size", "5000", "--draws", "2", "--seed", "9"));
    arguments.addAll(List.of(more));
    return simulate(arguments.toArray(String[]::new));
  }

  @Test
  void the_table_says_that_the_people_are_made_up_and_what_misses() {
    var answer = small();

    assertThat(answer.status()).isZero();
    assertThat(answer.out())
        .startsWith("SYNTHETIC PEOPLE")
        .contains("HUSKY to 25 (husky-r2)")
        .contains("newly eligible")
        .contains("By age")
        .contains("By status")
        .contains("By area")
        .contains("Held against published figures")
        .contains("MISS")
        .contains("docs/method.md");
    assertThat(answer.err()).contains("100 % of the people are decided");
  }

  @Test
  void a_manifest_makes_the_same_run_again_on_another_day() throws IOException {
    var first = folder.resolve("first.json");
    var again = folder.resolve("again.json");
    var shown = small("--reform", "husky-r1", "--format", "csv", "--manifest", first.toString());

    var same =
        simulate(
            Instant.parse("2027-02-01T12:00:00Z"),
            "--again",
            first.toString(),
            "--format",
            "csv",
            "--manifest",
            again.toString());

    assertThat(same.status()).as(same.err()).isZero();
    assertThat(same.out()).isEqualTo(shown.out()).contains(",husky-r2,", ",husky-r1,");
    assertThat(same.err()).contains("the same run");
    assertThat(Files.readString(again)).isEqualTo(Files.readString(first));
    assertThat(Files.readString(first))
        .contains("\"lawDigest\":\"sha256:", "\"populationDigest\":\"sha256:", "\"seed\":9")
        .contains("\"synthetic\":true");
  }

  @Test
  void a_run_that_is_not_the_manifests_says_what_is_another_and_writes_nothing()
      throws IOException {
    var manifest = folder.resolve("manifest.json");
    small("--manifest", manifest.toString());
    var written = Files.readString(manifest);

    Files.writeString(manifest, written.replaceAll("Digest\":\"sha256:.", "Digest\":\"sha256:x"));
    var otherLaw = simulate("--again", manifest.toString());
    Files.writeString(manifest, written.replace("results\":\"sha256:", "results\":\"sha256:x"));
    var otherResults = simulate("--again", manifest.toString());

    assertThat(otherLaw.status()).isEqualTo(1);
    assertThat(otherLaw.err())
        .contains("the law in force: (sha256:x", "the law with the reform: (", "the people: (")
        .contains("the assumptions: (");
    assertThat(otherResults.status()).isEqualTo(1);
    assertThat(otherResults.err()).contains("came other results: (sha256:x");
    assertThat(otherLaw.out() + otherResults.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "[1]|is no manifest of a run",
        "{\"konbit\":\"1\"|is no manifest of a run",
        "{\"konbit\":\"1\"}|it has no (arguments)",
        "{\"konbit\":\"1\",\"populationDigest\":\"2\",\"arguments\":[]}|is of an older Konbit (1):"
            + " it has no (before)",
        "{\"konbit\":\"1\",\"arguments\":[1]}|its (arguments) is no text",
        "{\"konbit\":\"1\",\"arguments\":[],\"before\":\"soon\"}|its (before) is no date",
      })
  void what_is_no_manifest_is_told(String text, String told) throws IOException {
    var file = Files.writeString(folder.resolve("some.json"), text);

    var answer = simulate("--again", file.toString());

    assertThat(answer.status()).isEqualTo(2);
    assertThat(answer.err()).contains(told);
  }

  @Test
  void a_file_is_whole_and_parquet_holds_what_csv_does() throws Exception {
    var csv = folder.resolve("result.csv");
    var parquet = folder.resolve("result.parquet");

    small("--format", "csv", "--output", csv.toString());
    small("--format", "parquet", "--output", parquet.toString());

    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT count(*), count(*) FILTER (people = 'synthetic') FROM '" + parquet + "'")) {
      rows.next();
      long lines = Files.readAllLines(csv).size() - 1L;
      assertThat(rows.getLong(1)).isEqualTo(lines);
      assertThat(rows.getLong(2)).isEqualTo(lines);
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("result.csv", "result.parquet");
    }
  }

  @Test
  void json_has_every_group_and_the_calibration() {
    var answer = small("--format", "json");

    assertThat(answer.out())
        .startsWith("{\"konbit\":")
        .contains("\"by\":\"status\",\"group\":\"undocumented\"")
        .contains("\"newly_eligible\":{\"value\":")
        .contains("\"calibration\":[{\"id\":");
  }

  @Test
  void a_home_that_the_table_names_is_explained_before_and_after() {
    var named = Pattern.compile("--explain: (SYN\\d{10})").matcher(small().out());
    assertThat(named.find()).isTrue();

    var answer = small("--reform", "husky-r3", "--explain", named.group(1));

    assertThat(answer.status()).isZero();
    assertThat(answer.out())
        .startsWith("SYNTHETIC home " + named.group(1) + " under husky-r")
        .contains("SYNTHETIC home " + named.group(1) + " under husky-r3 (")
        .contains("no statement about any person")
        .contains("members:")
        .containsPattern("p\\d+: \\S+ → \\S+\n")
        .containsPattern("ct\\.state_husky_\\w+: .* → eligible")
        .contains("after: ");
  }

  @ParameterizedTest
  @CsvSource({
    "--reform husky-r9, husky-r, 2",
    "--size 5000, --list names, 2",
    "--reform husky-r2 --size 10, (10), 2",
    "--reform husky-r2 --draws 0, (0), 2",
    "--reform husky-r2 --year 4, (4), 2",
    "--reform husky-r2 --state NY, (NY), 2",
    "--reform husky-r2 --as-of 2020-01-01, Choose a later --as-of, 2",
    "--reform husky-r2 --format parquet, --output FILE, 2",
    "--reform husky-r2 --people nowhere.csv, There is no file (nowhere.csv), 1",
    "--reform husky-r2 --assumptions nowhere.csv, cannot be read, 2",
    "--reform husky-r2 --undocumented CT=-5, (-5), 2",
    "--reform husky-r2 --size 5000 --explain 17, no serial number, 2",
    "--reform husky-r2 --size 5000 --explain SYN9999999999, No home of these people, 2",
    "--reform husky-r2 --packs nowhere, are no folder, 2",
    "--reform husky-r2 --manifst x, --manifst, 2",
    "--again nowhere.json, There is no manifest (nowhere.json), 2",
    "--again nowhere.json --seed 4, (--seed) cannot stand beside --again, 2",
  })
  void what_cannot_be_followed_is_told(String arguments, String told, int status) {
    var answer = simulate(SPACE.splitAsStream(arguments).toArray(String[]::new));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.err()).contains(told);
    assertThat(answer.out()).isEmpty();
  }

  @Test
  void a_table_of_ones_own_takes_the_place_of_the_shipped_figures() throws IOException {
    var none =
        Files.writeString(
            folder.resolve("own.csv"),
            """
            id,place,program,age_from,age_to,from,value,low,high,unit,confidence,source
            cost,,,0,120,2022-01-01,1000,1000,1000,dollars a year,assumption,ours
            """);

    var shipped = small("--format", "csv").out();
    var own = small("--format", "csv", "--assumptions", none.toString()).out();

    assertThat(figure(own, "cost") / figure(own, "newly_enrolled")).isBetween(999.99, 1000.01);
    assertThat(figure(own, "newly_enrolled")).isEqualTo(figure(shipped, "newly_enrolled"));
  }

  private static double figure(String csv, String quantity) {
    return csv.lines()
        .filter(line -> line.contains(",all,everyone," + quantity + ","))
        .map(line -> Table.cells(line).get(6))
        .mapToDouble(Double::parseDouble)
        .findFirst()
        .orElseThrow();
  }
}
