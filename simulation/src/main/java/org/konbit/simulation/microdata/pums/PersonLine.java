package org.konbit.simulation.microdata.pums;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.konbit.simulation.microdata.Block;
import org.konbit.simulation.microdata.Incomes;
import org.konbit.simulation.microdata.Person;
import org.konbit.simulation.microdata.Person.Coverage;

/** The columns of the person file, as the data dictionaries of 2019 to 2024 have them. */
final class PersonLine {
  static final List<String> NEEDED =
      List.of(
          "SERIALNO",
          "SPORDER",
          "PWGTP",
          "AGEP",
          "SEX",
          "CIT",
          "YOEP",
          "POBP",
          "RELSHIPP",
          "SFN",
          "SFR",
          "HINS1",
          "HINS2",
          "HINS3",
          "HINS4",
          "HINS5",
          "HINS6",
          "HINS7",
          "DIS",
          "SCH",
          "FER",
          "MIL",
          "COW",
          "ENG",
          "SCHL",
          "WAGP",
          "SEMP",
          "SSP",
          "SSIP",
          "PAP",
          "RETP",
          "INTP",
          "OIP",
          "ADJINC",
          "PUMA");
  private static final List<String> REPLICATES =
      IntStream.rangeClosed(1, Block.REPLICATES).mapToObj(n -> "PWGTP" + n).toList();
  private static final List<String> SOURCES =
      IntStream.rangeClosed(1, 7).mapToObj(n -> "HINS" + n).toList();
  private static final double MILLIONTHS = 1e6;

  private final Cells cells;
  private final boolean hasReplicates;

  PersonLine(Cells cells) {
    this.cells = cells;
    cells.require(NEEDED);
    if (!cells.has("STATE") && !cells.has("ST")) {
      cells.require(List.of("STATE"));
    }
    hasReplicates = REPLICATES.stream().anyMatch(cells::has);
    if (hasReplicates) {
      // Some of them would give a standard error that is none.
      cells.require(REPLICATES);
    }
  }

  boolean hasReplicates() {
    return hasReplicates;
  }

  /** {@code MA} or {@code CT}; a line of another state is a problem. */
  String state() {
    int code = cells.number(cells.has("STATE") ? "STATE" : "ST", 1, 99);
    return switch (code) {
      case 9 -> "CT";
      case 25 -> "MA";
      default -> {
        cells.reject(
            "STATE", "(%d) is neither Connecticut (9) nor Massachusetts (25).".formatted(code));
        yield "MA";
      }
    };
  }

  Person person() {
    return new Person(
        cells.number("AGEP", 0, 99),
        cells.number("SEX", 1, 2) == 2,
        cells.number("CIT", 1, 5),
        entered(),
        cells.number("POBP", 1, 599),
        cells.number("RELSHIPP", 20, 38),
        cells.ifAsked("SFN", 0, 15),
        cells.ifAsked("SFR", 0, 6),
        coverage(),
        cells.ifAsked("DIS", 1, 2) == 1,
        cells.ifAsked("SCH", 1, 3) > 1,
        cells.ifAsked("FER", 1, 2) == 1,
        cells.ifAsked("MIL", 1, 4),
        cells.ifAsked("COW", 1, 9),
        cells.ifAsked("ENG", 1, 4),
        cells.ifAsked("SCHL", 1, 24),
        incomes());
  }

  private int entered() {
    int year = cells.ifAsked("YOEP", 1900, 2100);
    if (year == 0 && Stream.of("4", "5").anyMatch(cells.text("CIT")::equals)) {
      cells.reject("YOEP", "nothing is written, though CIT says born abroad.");
    }
    return year;
  }

  private int coverage() {
    int sources = 0;
    for (int i = 0; i < SOURCES.size(); i++) {
      if (cells.number(SOURCES.get(i), 1, 2) == 1) {
        sources |= 1 << i;
      }
    }
    return cells.ifAsked("HIMRKS", 0, 2) == 1 ? sources | Coverage.SUBSIDISED.bit() : sources;
  }

  private Incomes incomes() {
    double factor = cells.number("ADJINC", 500_000, 3_000_000) / MILLIONTHS;
    return new Incomes(
        dollars("WAGP", factor),
        dollars("SEMP", factor),
        dollars("SSP", factor),
        dollars("SSIP", factor),
        dollars("PAP", factor),
        dollars("RETP", factor),
        dollars("INTP", factor),
        dollars("OIP", factor));
  }

  private int dollars(String column, double factor) {
    return (int) Math.round(cells.ifAsked(column, -999_999, 9_999_999) * factor);
  }

  short[] replicates() {
    var weights = new short[Block.REPLICATES];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (short) cells.number(REPLICATES.get(i), Short.MIN_VALUE, Short.MAX_VALUE);
    }
    return weights;
  }

  float weight() {
    return cells.weight("PWGTP");
  }
}
