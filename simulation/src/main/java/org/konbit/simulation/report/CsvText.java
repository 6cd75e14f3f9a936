package org.konbit.simulation.report;

import java.util.Locale;
import org.konbit.simulation.run.Quantity;

/** Every figure of a run on a line of its own. */
public final class CsvText {
  private CsvText() {}

  /** Comma-separated text with a header; figures with three decimals, so that no digit wavers. */
  public static String of(Run run) {
    var text =
        new StringBuilder("people,reform,by,group,quantity,unit,value,standard_error,margin_90\n");
    var people = run.people().isSynthetic() ? "synthetic" : "survey";
    for (var line : run.results().lines()) {
      for (Quantity quantity : Quantity.values()) {
        var figure = line.figure(quantity);
        text.append(
            String.format(
                Locale.ROOT,
                "%s,%s,%s,%s,%s,%s,%.3f,%.3f,%.3f\n",
                people,
                run.reform().id(),
                line.by(),
                quoted(line.name()),
                quantity.name().toLowerCase(Locale.ROOT),
                quantity.isDollars() ? "dollars a year" : "people",
                figure.value(),
                figure.standardError(),
                figure.margin()));
      }
    }
    return text.toString();
  }

  private static String quoted(String text) {
    return text.contains(",") ? "\"" + text + "\"" : text;
  }
}
