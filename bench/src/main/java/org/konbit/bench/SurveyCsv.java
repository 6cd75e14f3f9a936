package org.konbit.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.konbit.simulation.microdata.Block;
import org.konbit.simulation.microdata.Incomes;
import org.konbit.simulation.microdata.Microdata;
import org.konbit.simulation.microdata.Person;
import org.konbit.simulation.microdata.Serial;

/**
 * Made-up people of Connecticut as files of the survey's shape, to measure how fast they are read.
 */
final class SurveyCsv {
  private static final String PEOPLE =
      "SERIALNO,SPORDER,PUMA,STATE,ADJINC,PWGTP,AGEP,SEX,CIT,YOEP,POBP,RELSHIPP,SFN,SFR,DIS,SCH,FER,"
          + "MIL,COW,ENG,SCHL,HIMRKS,HINS1,HINS2,HINS3,HINS4,HINS5,HINS6,HINS7,WAGP,SEMP,SSP,SSIP,PAP,"
          + "RETP,INTP,OIP\n";
  private static final String HOMES = "SERIALNO,PUMA,STATE,NP,TYPEHUGQ,WGTP,TEN,ADJINC\n";

  private SurveyCsv() {}

  /** Writes {@code psam_h09.csv} and {@code psam_p09.csv} into the folder. */
  static List<Path> write(Microdata people, Path folder) throws IOException {
    var homes = folder.resolve("psam_h09.csv");
    var persons = folder.resolve("psam_p09.csv");
    try (var homeLines = Files.newBufferedWriter(homes);
        var personLines = Files.newBufferedWriter(persons)) {
      homeLines.write(HOMES);
      personLines.write(PEOPLE);
      for (Block block : people.blocks()) {
        for (int home = 0; home < block.homes(); home++) {
          write(block, home, homeLines, personLines);
        }
      }
    }
    return List.of(homes, persons);
  }

  private static void write(
      Block block, int home, BufferedWriter homeLines, BufferedWriter personLines)
      throws IOException {
    var told = block.home(home);
    var serial = new Serial(block.serial(home)).toString();
    int first = block.firstPerson(home);
    int end = block.firstPerson(home + 1);
    homeLines.write(
        "%s,00102,09,%d,%d,1,%d,1000000\n"
            .formatted(serial, end - first, told.type().code(), told.isOwned() ? 1 : 3));
    for (int person = first; person < end; person++) {
      var head = "%s,%d,00102,09,1000000,1,".formatted(serial, person - first + 1);
      personLines.write(head + line(block.person(person)));
    }
  }

  private static String line(Person person) {
    var line = new StringBuilder();
    add(line, person.age());
    add(line, person.isFemale() ? 2 : 1);
    add(line, person.citizenship());
    ifAny(line, person.entered());
    add(line, person.birthplace());
    add(line, person.relationship());
    ifAny(line, person.subfamily());
    ifAny(line, person.role());
    add(line, person.isDisabled() ? 1 : 2);
    add(line, person.isInSchool() ? 2 : 1);
    line.append(person.gaveBirth() ? "1," : ",");
    ifAny(line, person.military());
    ifAny(line, person.worker());
    ifAny(line, person.english());
    ifAny(line, person.schooling());
    line.append(person.has(Person.Coverage.SUBSIDISED) ? "1," : ",");
    for (int source = 0; source < 7; source++) {
      add(line, (person.coverage() >> source & 1) == 1 ? 1 : 2);
    }
    add(line, person.incomes());
    line.setLength(line.length() - 1);
    return line.append('\n').toString();
  }

  private static void add(StringBuilder line, Incomes incomes) {
    add(line, incomes.wages());
    add(line, incomes.selfEmployment());
    add(line, incomes.socialSecurity());
    add(line, incomes.ssi());
    add(line, incomes.cashAid());
    add(line, incomes.retirement());
    add(line, incomes.interest());
    add(line, incomes.other());
  }

  private static void add(StringBuilder line, int number) {
    line.append(number).append(',');
  }

  private static void ifAny(StringBuilder line, int number) {
    line.append(number == 0 ? "" : Integer.toString(number)).append(',');
  }
}
