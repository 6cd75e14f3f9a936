package org.konbit.bench;

/**
 * One line of the report.
 *
 * @param what is measured
 * @param wall by the clock on the wall
 * @param cpu by the processor time used, empty where it says nothing
 * @param bar to reach, empty where there is none
 * @param verdict whether the bar is reached
 */
record Figure(String what, String wall, String cpu, String bar, String verdict) {
  static Figure plain(String what, String wall, String cpu) {
    return new Figure(what, wall, cpu, "", "");
  }

  String markdown() {
    return "| %s | %s | %s | %s | %s |".formatted(what, wall, cpu, bar, verdict);
  }
}
