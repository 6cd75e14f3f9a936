package org.konbit.simulation.microdata.pums;

import java.util.Map;

/** The lines of one file, one after another, with the columns asked for. */
interface Rows extends AutoCloseable {
  /** The file's name for messages. */
  String file();

  /** The columns there are, by upper-case name, and their place. */
  Map<String, Integer> columns();

  /** Goes on to the next line; false at the end. */
  boolean next();

  /** The number of the line, the header being the first. */
  long line();

  /** Whether the line has as many cells as the header. */
  boolean isWhole();

  /** The cell at a place, empty where nothing is written. */
  String cell(int place);

  @Override
  void close();
}
