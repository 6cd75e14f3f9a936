package org.konbit.simulation.microdata.pums;

/**
 * A record that was left out.
 *
 * @param line from 1, the header being the first
 * @param field the column, or empty where it is the whole line
 */
public record Reject(String file, long line, String field, String message) {
  @Override
  public String toString() {
    return field.isEmpty()
        ? "%s:%d: %s".formatted(file, line, message)
        : "%s:%d: %s: %s".formatted(file, line, field, message);
  }
}
