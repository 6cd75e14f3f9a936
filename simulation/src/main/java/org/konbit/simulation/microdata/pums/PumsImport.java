package org.konbit.simulation.microdata.pums;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.konbit.rules.text.Shown;
import org.konbit.simulation.figures.Margins;
import org.konbit.simulation.microdata.Home;
import org.konbit.simulation.microdata.Microdata;
import org.konbit.simulation.microdata.MicrodataBuilder;
import org.konbit.simulation.microdata.Person;
import org.konbit.simulation.microdata.Serial;

/**
 * Imports the person and household files of the American Community Survey, one-year or five-year,
 * line by line. A line that cannot be read leaves its whole home out and is told by file, line and
 * field; nothing is guessed.
 */
public final class PumsImport {
  private static final List<String> HOME_NEEDED = List.of("SERIALNO", "NP", "TEN");

  /**
   * What an import gave.
   *
   * @param rejects what was left out
   */
  public record Imported(Microdata microdata, Rejects rejects) {}

  private record HomeLine(Home.Type type, boolean isOwned, int people) {}

  // Never used: a person without a home breaks the home before it is closed.
  private static final HomeLine NO_HOME = new HomeLine(Home.Type.HOUSEHOLD, false, 0);

  /** A person of the home that is being read. */
  private static final class Line {
    private final Person person;
    private final float weight;
    private final short[] replicates;

    Line(Person person, float weight, short[] replicates) {
      this.person = person;
      this.weight = weight;
      this.replicates = replicates;
    }
  }

  private final Rejects rejects = new Rejects();
  private final Map<Long, HomeLine> homes = new HashMap<>();
  private final Set<Long> done = new HashSet<>();
  private final MicrodataBuilder builder = new MicrodataBuilder(List.of());
  private final List<Line> family = new ArrayList<>();
  private long open = -1;
  private String state = "";
  private String puma = "";
  private boolean isBroken;
  private boolean isSynthetic;
  private int people;
  private long orders;
  private String file = "";
  private long lineNumber;

  private PumsImport() {}

  /**
   * Reads the files, in any order; each is CSV (plain, zipped, gzipped) or Parquet.
   *
   * @throws ImportProblem if a file cannot be read, lacks columns, or a kind of file is missing
   */
  public static Imported read(List<Path> files) {
    return new PumsImport().all(files);
  }

  private Imported all(List<Path> files) {
    var kinds = new HashSet<Boolean>();
    for (Path file : files) {
      Opening.each(
          file,
          rows -> {
            boolean isPersons = isPersons(rows);
            kinds.add(isPersons);
            if (!isPersons) {
              readHomes(rows);
            }
          });
    }
    requireBoth(kinds);
    for (Path file : files) {
      Opening.each(
          file,
          rows -> {
            if (isPersons(rows)) {
              readPersons(rows);
            }
          });
    }
    var empty = homes.entrySet().stream();
    rejects.withoutPeople(
        empty
            .filter(home -> home.getValue().people() > 0 && !done.contains(home.getKey()))
            .count());
    var blocks = builder.blocks();
    if (blocks.isEmpty()) {
      throw new ImportProblem(
          "No home could be read.\n"
              + rejects.first().stream()
                  .findFirst()
                  .map(Reject::toString)
                  .orElse("The files hold none."));
    }
    return new Imported(
        new Microdata(source(files), isSynthetic, builder.areas(), blocks), rejects);
  }

  private String source(List<Path> files) {
    var names = files.stream().map(f -> String.valueOf(f.getFileName()));
    var what =
        isSynthetic
            ? "SYNTHETIC people read from files: "
            : "American Community Survey microdata: ";
    return what + names.collect(Collectors.joining(", "));
  }

  private static boolean isPersons(Rows rows) {
    return rows.columns().containsKey("SPORDER");
  }

  private static void requireBoth(Set<Boolean> kinds) {
    if (!kinds.contains(true)) {
      throw new ImportProblem(
          "No person file is among these.\nAdd psam_p09.csv or psam_p25.csv of the same year.");
    }
    if (!kinds.contains(false)) {
      throw new ImportProblem(
          "No household file is among these.\nAdd psam_h09.csv or psam_h25.csv of the same year.");
    }
  }

  private void readHomes(Rows rows) {
    var cells = new Cells(rows);
    cells.require(HOME_NEEDED);
    var type = cells.has("TYPEHUGQ") ? "TYPEHUGQ" : "TYPE";
    cells.require(List.of(type));
    while (rows.next()) {
      if (isWhole(rows)) {
        home(cells, type);
      }
    }
  }

  private void home(Cells cells, String type) {
    var serial = Serial.of(cells.text("SERIALNO"));
    int kind = cells.number(type, 1, 3);
    int tenure = cells.ifAsked("TEN", 1, 4);
    int livingThere = cells.number("NP", 0, 20);
    if (serial.isEmpty()) {
      cells.reject("SERIALNO", serialProblem(cells));
    } else if (homes.containsKey(serial.get().code())) {
      cells.reject("SERIALNO", "the home stands here twice.");
    }
    var problem = cells.problem();
    problem.ifPresent(rejects::add);
    if (problem.isEmpty()) {
      boolean isOwned = tenure == 1 || tenure == 2;
      var home = new HomeLine(Home.Type.of(kind), isOwned, livingThere);
      homes.put(serial.orElseThrow().code(), home);
    }
  }

  private static String serialProblem(Cells cells) {
    return "(%s) is no serial number such as 2023HU0000001."
        .formatted(Shown.of(cells.text("SERIALNO")));
  }

  // Whose line it was cannot be known. Its home has one person fewer than the household file says,
  // and is left out for that.
  private boolean isWhole(Rows rows) {
    var problem = rows.problem();
    if (!problem.isEmpty()) {
      rejects.add(new Reject(rows.file(), rows.line(), "", problem));
    }
    return problem.isEmpty();
  }

  private void readPersons(Rows rows) {
    var cells = new Cells(rows);
    var line = new PersonLine(cells);
    while (rows.next()) {
      if (!isWhole(rows)) {
        continue;
      }
      var serial = Serial.of(cells.text("SERIALNO"));
      if (serial.isEmpty()) {
        cells.reject("SERIALNO", serialProblem(cells));
      } else {
        turnTo(serial.get(), cells);
      }
      file = rows.file();
      lineNumber = rows.line();
      person(cells, line);
    }
    closeHome();
    open = -1;
  }

  private void turnTo(Serial serial, Cells cells) {
    if (serial.code() == open) {
      return;
    }
    closeHome();
    open = serial.code();
    isSynthetic |= serial.isSynthetic();
    var home = homes.get(open);
    if (!done.add(open)) {
      cells.reject("SERIALNO", "the people of a home do not stand together.");
    } else if (home == null) {
      cells.reject("SERIALNO", "no household file has this home.");
    } else if (home.people() == 0) {
      cells.reject("SERIALNO", "the household file says that nobody lives in this home.");
    }
  }

  private void person(Cells cells, PersonLine line) {
    people++;
    long order = 1L << cells.number("SPORDER", 1, 20);
    if ((orders & order) != 0) {
      cells.reject("SPORDER", "the person stands here twice.");
    }
    orders |= order;
    var person = line.person();
    float weight = line.weight();
    var weights = line.hasReplicates() ? line.replicates() : new short[0];
    state = line.state();
    puma = cells.text("PUMA");
    var problem = cells.problem();
    problem.ifPresent(rejects::add);
    isBroken |= problem.isPresent();
    family.add(new Line(person, weight, weights));
  }

  private void closeHome() {
    int expected = homes.getOrDefault(open, NO_HOME).people();
    if (!isBroken && people > 0 && people != expected) {
      isBroken = true;
      var told =
          "the household file says (%d) people, (%d) could be read.".formatted(expected, people);
      rejects.add(new Reject(file, lineNumber, "SERIALNO", told));
    }
    if (isBroken) {
      rejects.leftOut(people);
    } else if (people > 0) {
      var home = homes.getOrDefault(open, NO_HOME);
      builder.home(
          new Home(
              new Serial(open), state, Margins.areaOf(state, puma), home.type(), home.isOwned()));
      family.forEach(this::add);
    }
    family.clear();
    isBroken = false;
    people = 0;
    orders = 0;
  }

  private void add(Line line) {
    if (line.replicates.length == 0) {
      builder.person(line.person, line.weight);
    } else {
      builder.person(line.person, line.weight, line.replicates);
    }
  }
}
