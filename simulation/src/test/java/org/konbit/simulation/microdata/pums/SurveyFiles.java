package org.konbit.simulation.microdata.pums;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Small files of the survey's real shape, about people who do not exist. */
final class SurveyFiles {
  private final Path folder;
  private final List<Map<String, String>> homes = new ArrayList<>();
  private final List<Map<String, String>> people = new ArrayList<>();
  private final boolean hasReplicates;

  SurveyFiles(Path folder, boolean hasReplicates) {
    this.folder = folder;
    this.hasReplicates = hasReplicates;
  }

  Map<String, String> home(String serial, int people) {
    var cells = new LinkedHashMap<String, String>();
    cells.put("RT", "H");
    cells.put("SERIALNO", serial);
    cells.put("PUMA", "00102");
    cells.put("STATE", "09");
    cells.put("NP", Integer.toString(people));
    cells.put("TYPEHUGQ", "1");
    cells.put("WGTP", "100");
    cells.put("TEN", "3");
    cells.put("ADJINC", "1019518");
    homes.add(cells);
    return cells;
  }

  Map<String, String> person(String serial, int order, int age, int relationship) {
    var cells = new LinkedHashMap<String, String>();
    cells.put("RT", "P");
    cells.put("SERIALNO", serial);
    cells.put("SPORDER", Integer.toString(order));
    cells.put("PUMA", "00102");
    cells.put("STATE", "09");
    cells.put("ADJINC", "1019518");
    cells.put("PWGTP", "100");
    cells.put("AGEP", Integer.toString(age));
    cells.put("SEX", "2");
    cells.put("CIT", "1");
    cells.put("YOEP", "");
    cells.put("POBP", "009");
    cells.put("RELSHIPP", Integer.toString(relationship));
    for (String blank : List.of("SFN", "SFR", "FER", "MIL", "COW", "ENG", "SCHL", "HIMRKS")) {
      cells.put(blank, "");
    }
    for (int i = 1; i <= 7; i++) {
      cells.put("HINS" + i, "2");
    }
    cells.put("DIS", "2");
    cells.put("SCH", "1");
    for (String income : List.of("WAGP", "SEMP", "SSP", "SSIP", "PAP", "RETP", "INTP", "OIP")) {
      cells.put(income, age < 15 ? "" : "0");
    }
    if (hasReplicates) {
      IntStream.rangeClosed(1, 80).forEach(i -> cells.put("PWGTP" + i, Integer.toString(i - 2)));
    }
    people.add(cells);
    return cells;
  }

  Path homes() {
    return write("psam_h09.csv", homes);
  }

  Path people() {
    return write("psam_p09.csv", people);
  }

  String text(List<Map<String, String>> lines) {
    var text = new StringBuilder(String.join(",", lines.getFirst().keySet())).append('\n');
    lines.forEach(line -> text.append(String.join(",", line.values())).append('\n'));
    return text.toString();
  }

  String peopleText() {
    return text(people);
  }

  private Path write(String name, List<Map<String, String>> lines) {
    try {
      return Files.writeString(folder.resolve(name), text(lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
