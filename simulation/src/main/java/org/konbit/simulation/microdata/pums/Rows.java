package org.konbit.simulation.microdata.pums;

import java.util.Map;

/** The lines of one file, one after another, with the columns asked for. */
interface Rows extends AutoCloseable {
  /** What {@link #digits} gives where something other than a plain whole number is written. */
  int NO_DIGITS = Integer.MIN_VALUE;

  /** The file's name for messages. */
  String file();

  /** The columns there are, by upper-case name, and their place. */
  Map<String, Integer> columns();

  /** Goes on to the next line; false at the end. */
  boolean next();

  /** The number of the line, the header being the first. */
  long line();

  /** Why the line cannot be read into cells at all, or nothing; then no cell may be asked for. */
  String problem();

  /** The cell at a place, empty where nothing is written. */
  String cell(int place);

  /** The whole number at a place, or {@link #NO_DIGITS} where the text has to be looked at. */
  int digits(int place);

  @Override
  void close();
}
