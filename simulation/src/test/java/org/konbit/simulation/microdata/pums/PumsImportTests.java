package org.konbit.simulation.microdata.pums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.konbit.simulation.microdata.Home;
import org.konbit.simulation.microdata.Person.Coverage;

/** Files as the Census Bureau publishes them, whole and damaged. */
class PumsImportTests {
  private static final String ONE = "2023HU0000001";
  private static final String TWO = "2023HU0000002";

  @TempDir Path folder;
  private SurveyFiles files;

  @BeforeEach
  void a_family_and_a_person_alone() {
    files = new SurveyFiles(folder, true);
    files.home(ONE, 2);
    files.home(TWO, 1);
    var parent = files.person(ONE, 1, 34, 20);
    parent.put("CIT", "5");
    parent.put("YOEP", "2016");
    parent.put("POBP", "365");
    parent.put("WAGP", "30000");
    parent.put("HINS4", "1");
    files.person(ONE, 2, 6, 25);
    files.person(TWO, 1, 70, 20).put("HINS3", "1");
  }

  private PumsImport.Imported read() {
    return PumsImport.read(List.of(files.people(), files.homes()));
  }

  @Test
  void homes_and_people_are_joined_and_incomes_adjusted() {
    var microdata = read().microdata();

    var block = microdata.blocks().getFirst();
    assertThat(microdata.homes()).isEqualTo(2);
    assertThat(microdata.persons()).isEqualTo(3);
    assertThat(block.home(0).serial()).hasToString(ONE);
    assertThat(block.home(0).state()).isEqualTo("CT");
    assertThat(block.home(0).area()).isEqualTo("Western Connecticut COG");
    assertThat(block.home(0).type()).isEqualTo(Home.Type.HOUSEHOLD);
    var parent = block.person(0);
    assertThat(parent.incomes().wages()).isEqualTo(30_586); // 30,000 x 1.019518
    assertThat(parent.isNoncitizen()).isTrue();
    assertThat(parent.birthplace()).isEqualTo(365);
    assertThat(parent.has(Coverage.MEDICAID)).isTrue();
    assertThat(block.person(1).incomes().total()).isZero();
    assertThat(block.person(1).isUninsured()).isTrue();
    assertThat(block.weight(2)).isEqualTo(100);
  }

  @Test
  void replicate_weights_may_be_zero_or_negative() {
    var block = read().microdata().blocks().getFirst();

    assertThat(block.hasReplicates()).isTrue();
    assertThat(block.replicate(1, 0)).isEqualTo(-1);
    assertThat(block.replicate(1, 1)).isZero();
    assertThat(block.replicate(1, 79)).isEqualTo(78);
  }

  @Test
  void a_zip_a_gzip_and_a_parquet_file_give_the_same_people() throws Exception {
    var expected = read().microdata();
    var zip = folder.resolve("csv_pct.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("README.txt"));
      out.putNextEntry(new ZipEntry("psam_p09.csv"));
      out.write(files.peopleText().getBytes(StandardCharsets.UTF_8));
    }
    var gzip = folder.resolve("p.csv.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(gzip))) {
      out.write(files.peopleText().getBytes(StandardCharsets.UTF_8));
    }
    var parquet = folder.resolve("p.parquet");
    var fractions = folder.resolve("fractions.parquet");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM read_csv('%s', all_varchar = true)) TO '%s' (FORMAT parquet)"
              .formatted(files.people(), parquet));
      statement.execute(
          """
          COPY (SELECT * REPLACE (AGEP::DOUBLE AS AGEP, coalesce(YOEP::DOUBLE, 'nan'::DOUBLE) AS YOEP,
                                  WAGP::FLOAT AS WAGP, ENG::DOUBLE AS ENG)
                  FROM read_parquet('%s'))
            TO '%s' (FORMAT parquet)
          """
              .formatted(parquet, fractions));
    }

    for (Path people : List.of(zip, gzip, parquet, fractions)) {
      var found = PumsImport.read(List.of(people, files.homes())).microdata();
      assertThat(found.digest()).as(people.toString()).isEqualTo(expected.digest());
    }
  }

  @Test
  void a_five_year_file_may_call_the_state_ST_and_have_its_columns_in_any_order()
      throws IOException {
    var expected = read().microdata().digest();
    var text = files.peopleText();
    var reversed = new StringBuilder();
    for (String line : text.replaceFirst("STATE", "ST").lines().toList()) {
      var cells = List.of(line.split(",", -1)).reversed();
      reversed.append(String.join(",", cells)).append('\n');
    }
    var file = Files.writeString(folder.resolve("other.csv"), reversed);

    assertThat(PumsImport.read(List.of(file, files.homes())).microdata().digest())
        .isEqualTo(expected);
  }

  @Test
  void a_line_that_cannot_be_read_leaves_its_home_out_and_is_told() {
    files.person("2023HU0000003", 1, 40, 20).put("WAGP", "lots");
    files.home("2023HU0000003", 2);
    files.person("2023HU0000003", 2, 4, 25);

    var imported = read();

    assertThat(imported.microdata().homes()).isEqualTo(2);
    assertThat(imported.rejects().homes()).isEqualTo(1);
    assertThat(imported.rejects().persons()).isEqualTo(2);
    assertThat(imported.rejects().first())
        .singleElement()
        .hasToString("psam_p09.csv:5: WAGP: (lots) is no whole number.");
  }

  @Test
  void ages_codes_and_years_out_of_range_are_told() {
    files.home("2023HU0000004", 1);
    files.person("2023HU0000004", 1, 120, 20);
    files.home("2023HU0000005", 1);
    files.person("2023HU0000005", 1, 30, 20).put("CIT", "4");

    assertThat(read().rejects().first())
        .extracting(Reject::toString)
        .containsExactly(
            "psam_p09.csv:5: AGEP: (120) is not from 0 to 99.",
            "psam_p09.csv:6: YOEP: nothing is written, though CIT says born abroad.");
  }

  @Test
  void a_person_without_a_home_and_a_family_torn_apart_are_told() {
    files.person("2023HU0000009", 1, 30, 20);
    files.person(ONE, 3, 2, 25);

    var rejects = read().rejects();

    assertThat(rejects.first())
        .extracting(Reject::message)
        .containsExactly(
            "no household file has this home.", "the people of a home do not stand together.");
  }

  @Test
  void a_family_of_which_somebody_is_missing_or_stands_twice_is_left_out() {
    files.home("2023HU0000003", 3);
    files.person("2023HU0000003", 1, 40, 20);
    files.person("2023HU0000003", 2, 4, 25);
    files.home("2023HU0000004", 2);
    files.person("2023HU0000004", 1, 40, 20);
    files.person("2023HU0000004", 1, 40, 20);
    files.home("2023HU0000005", 2);

    var imported = read();

    assertThat(imported.microdata().homes()).isEqualTo(2);
    assertThat(imported.rejects().first())
        .extracting(Reject::toString)
        .containsExactly(
            "psam_p09.csv:6: SERIALNO: the household file says (3) people, (2) could be read.",
            "psam_p09.csv:8: SPORDER: the person stands here twice.");
    assertThat(imported.rejects().withoutPeople()).isEqualTo(1);
  }

  @Test
  void a_vacant_home_is_no_home_and_one_that_stands_twice_is_told() {
    files.home("2023HU0000003", 0).put("TEN", "");
    files.home("2023HU0000004", 0).put("TEN", "");
    files.person("2023HU0000004", 1, 40, 20);
    files.home(ONE, 2);

    var imported = read();

    assertThat(imported.microdata().homes()).isEqualTo(2);
    assertThat(imported.rejects().first())
        .extracting(Reject::toString)
        .containsExactly(
            "psam_h09.csv:6: SERIALNO: the home stands here twice.",
            "psam_p09.csv:5: SERIALNO: the household file says that nobody lives in this home.");
  }

  @Test
  void people_in_group_quarters_come_with_the_home_that_stands_for_them() {
    files.home("2023GQ0000001", 1).putAll(Map.of("TYPEHUGQ", "2", "WGTP", "0", "TEN", ""));
    files.person("2023GQ0000001", 1, 81, 37);
    files.home("2023GQ0000002", 1).putAll(Map.of("TYPEHUGQ", "3", "WGTP", "0", "TEN", ""));
    files.person("2023GQ0000002", 1, 19, 38);

    var imported = read();

    assertThat(imported.rejects().lines()).isZero();
    var block = imported.microdata().blocks().getFirst();
    assertThat(block.home(2).type()).isEqualTo(Home.Type.INSTITUTION);
    assertThat(block.home(3).type()).isEqualTo(Home.Type.OTHER_GROUP_QUARTERS);
    assertThat(block.weight(3)).isEqualTo(100);
  }

  @Test
  void each_year_of_a_five_year_file_has_its_own_adjustment() {
    files.home("2019HU0000007", 1);
    var earlier = files.person("2019HU0000007", 1, 40, 20);
    earlier.put("ADJINC", "1206116");
    earlier.put("WAGP", "30000");
    earlier.put("SEMP", "-1500");

    var incomes = read().microdata().blocks().getFirst().person(3).incomes();

    assertThat(incomes.wages()).isEqualTo(36_183); // 30,000 x 1.206116
    assertThat(incomes.selfEmployment()).isEqualTo(-1_809);
  }

  @Test
  void quotation_marks_a_byte_order_mark_and_the_ends_of_lines_change_nothing() throws IOException {
    var expected = read().microdata().digest();
    var quoted =
        "\ufeff"
            + files
                .peopleText()
                .toLowerCase(Locale.ROOT)
                .lines()
                .map(line -> "\"" + line.replace(",", "\",\"") + "\"\r\n")
                .map(line -> line.replace("2023hu", "2023HU"))
                .collect(Collectors.joining());
    var file = Files.writeString(folder.resolve("quoted.csv"), quoted);

    assertThat(PumsImport.read(List.of(file, files.homes())).microdata().digest())
        .isEqualTo(expected);
  }

  @Test
  void another_encoding_is_told_and_a_letter_in_one_is_a_reject() throws IOException {
    var wide = folder.resolve("wide.csv");
    Files.writeString(wide, files.peopleText(), StandardCharsets.UTF_16);
    var latin = folder.resolve("latin.csv");
    Files.writeString(
        latin,
        files.peopleText().replaceFirst("(\n[^\n]*\n[^\n]*\n[^\n]*),100,", "$1,1\u00e900,"),
        StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> PumsImport.read(List.of(wide, files.homes())))
        .isInstanceOf(ImportProblem.class)
        .hasMessageContaining("UTF-16")
        .hasMessageContaining("Save it as CSV in UTF-8");
    assertThat(PumsImport.read(List.of(latin, files.homes())).rejects().first())
        .singleElement()
        .extracting(Reject::field)
        .isEqualTo("PWGTP");
  }

  @Test
  void a_line_without_end_is_passed_over_without_being_kept() throws IOException {
    var lines = new ArrayList<>(files.peopleText().lines().toList());
    lines.add(3, "9".repeat(30_000_000));
    var file = Files.write(folder.resolve("long.csv"), lines);

    var imported = PumsImport.read(List.of(file, files.homes()));

    assertThat(imported.microdata().homes()).isEqualTo(2);
    assertThat(imported.rejects().first())
        .singleElement()
        .hasToString("long.csv:4: the line is longer than 100,000 characters.");
  }

  @Test
  void a_file_is_taken_for_what_it_is_whatever_its_name() throws IOException {
    var expected = read().microdata().digest();
    var zip = folder.resolve("people.csv");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("psam_p09.csv"));
      out.write(files.peopleText().getBytes(StandardCharsets.UTF_8));
    }
    var broken = Files.write(folder.resolve("cut.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});

    assertThat(PumsImport.read(List.of(zip, files.homes())).microdata().digest())
        .isEqualTo(expected);
    assertThatThrownBy(() -> PumsImport.read(List.of(broken, files.homes())))
        .isInstanceOf(ImportProblem.class)
        .hasMessageContaining("download is complete");
  }

  @Test
  void replicate_weights_are_all_there_or_none() throws IOException {
    var text = files.peopleText().replaceFirst("PWGTP44", "SPARE");
    var file = Files.writeString(folder.resolve("some.csv"), text);

    assertThatThrownBy(() -> PumsImport.read(List.of(file, files.homes())))
        .isInstanceOf(ImportProblem.class)
        .hasMessageContaining("(PWGTP44)");
  }

  @Test
  void a_line_cut_short_is_told() throws IOException {
    var lines = files.peopleText().lines().toList();
    var file =
        Files.writeString(
            folder.resolve("cut.csv"),
            String.join("\n", lines.subList(0, 3)) + "\n" + lines.get(3).substring(0, 60) + "\n");

    var imported = PumsImport.read(List.of(file, files.homes()));

    assertThat(imported.microdata().homes()).isEqualTo(1);
    assertThat(imported.rejects().first().getFirst().message())
        .matches("the line has \\(\\d+\\) cells, the header \\(118\\)\\.");
    assertThat(imported.rejects().withoutPeople()).isEqualTo(1);
  }

  @Test
  void every_missing_column_is_named_at_once() throws IOException {
    var text = files.peopleText().replaceFirst("AGEP", "YEARS").replaceFirst("SEX", "GENDER");
    var file = Files.writeString(folder.resolve("other.csv"), text);

    assertThatThrownBy(() -> PumsImport.read(List.of(file, files.homes())))
        .isInstanceOf(ImportProblem.class)
        .hasMessageContaining("(AGEP, SEX)")
        .hasMessageContaining("other.csv");
  }

  @Test
  void a_missing_kind_of_file_or_an_empty_one_is_told() throws IOException {
    var empty = Files.writeString(folder.resolve("empty.csv"), "");

    assertThatThrownBy(() -> PumsImport.read(List.of(files.people())))
        .hasMessageContaining("No household file");
    assertThatThrownBy(() -> PumsImport.read(List.of(files.homes())))
        .hasMessageContaining("No person file");
    assertThatThrownBy(() -> PumsImport.read(List.of(empty))).hasMessageContaining("is empty");
    assertThatThrownBy(() -> PumsImport.read(List.of(folder.resolve("none.csv"))))
        .hasMessageContaining("There is no file");
  }
}
