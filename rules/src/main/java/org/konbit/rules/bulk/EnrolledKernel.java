package org.konbit.rules.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;

/** Who of a chunk is enrolled in a program that conditions name, and since when. */
final class EnrolledKernel {
  private final Population population;
  // What is written for a program has the same place as the program.
  private final List<byte[]> flags = new ArrayList<>();
  private final List<Integer> flagged = new ArrayList<>();
  private final List<long[]> starts = new ArrayList<>();
  private final List<Integer> started = new ArrayList<>();

  EnrolledKernel(Population population) {
    this.population = population;
  }

  private int number(String program) {
    return population.dictionary(Vocabulary.ENROLLED_IN).find(Words.code(program));
  }

  void write(String program, byte[] into) {
    flags.add(into);
    flagged.add(number(program));
  }

  void write(String program, long[] into) {
    starts.add(into);
    started.add(number(program));
  }

  void read(int from, int rows) {
    if (flags.isEmpty() && starts.isEmpty()) {
      return;
    }
    for (int i = 0; i < flags.size(); i++) {
      Arrays.fill(flags.get(i), (byte) 0);
    }
    for (int i = 0; i < starts.size(); i++) {
      Arrays.fill(starts.get(i), Width.INT.none());
    }
    var enrolled = population.enrolled();
    for (int row = 0; row < rows; row++) {
      // Backwards, so that of two enrolments in one program the first stays.
      for (int at = enrolled.to(from + row) - 1; at >= enrolled.from(from + row); at--) {
        enter(row, (int) enrolled.part(0).get(at), enrolled.part(1).get(at));
      }
    }
  }

  private void enter(int row, int program, long since) {
    for (int i = 0; i < flags.size(); i++) {
      if (flagged.get(i) == program) {
        flags.get(i)[row] = 1;
      }
    }
    for (int i = 0; i < starts.size(); i++) {
      if (started.get(i) == program) {
        starts.get(i)[row] = since == Values.UNKNOWN ? Width.INT.unknown() : since;
      }
    }
  }
}
