package org.konbit.simulation.report;

import java.util.List;
import java.util.Locale;
import org.konbit.simulation.run.Quantity;

/** Every figure of one or more runs on a line of its own. */
public final class CsvText {
  private CsvText() {}

  /** Comma-separated text with a header; figures with three decimals, so that no digit wavers. */
  public static String of(List<Run> runs) {
    var text =
        new StringBuilder("people,reform,by,group,quantity,unit,value,standard_error,margin_90\n");
    runs.forEach(run -> lines(text, run));
    return text.toString();
  }

  private static void lines(StringBuilder text, Run run) {
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
  }

  private static String quoted(String text) {
    return text.contains(",") ? "\"" + text + "\"" : text;
  }
}
