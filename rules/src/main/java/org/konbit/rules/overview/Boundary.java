package org.konbit.rules.overview;

import java.util.List;
import org.konbit.rules.screening.Outcome;

/**
 * One place where a program's outcome turns, with what it is just before, at and just after.
 *
 * @param axis what is varied: income, assets, age or date
 * @param conditions the conditions that turn, joined by a blank
 * @param limit what they hold the family against, where it can be shown; else empty
 * @param about the example it was found with
 */
public record Boundary(
    String program,
    String axis,
    String conditions,
    String limit,
    String cite,
    List<Side> sides,
    String about) {

  /** The outcome at one value. */
  public record Side(String at, Outcome outcome) {}

  /** All of it on one line. */
  public String line() {
    var line = new StringBuilder(axis).append(' ').append(conditions);
    if (!limit.isEmpty()) {
      line.append(" limit ").append(limit);
    }
    line.append(':');
    for (Side side : sides) {
      line.append(' ').append(side.at()).append(' ').append(side.outcome().word()).append(',');
    }
    line.setLength(line.length() - 1);
    return line.append(" (").append(about).append(") [").append(cite).append(']').toString();
  }

  /** What is the same of two boundaries that say the same twice. */
  String sameness() {
    // At one age many conditions turn together, others for each family: the turn counts once.
    return axis.equals("age")
        ? axis + limit + sides.getFirst().outcome() + sides.getLast().outcome()
        : axis + " " + conditions + " " + limit;
  }
}
