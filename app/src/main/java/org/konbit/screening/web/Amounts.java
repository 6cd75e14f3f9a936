package org.konbit.screening.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import org.konbit.language.Texts;

/** Figures of the packs as readers write them. Units are in the packs' English. */
final class Amounts {
  private static final String DOLLARS = "dollars";
  private static final String SWITCH = "switch";

  private final Texts t;

  Amounts(Texts t) {
    this.t = t;
  }

  /** A figure; dollars carry their sign, and what is neither number nor switch stays as it is. */
  String shown(String value, String unit) {
    if (unit.startsWith(DOLLARS) && value.matches("-?\\d+\\.\\d{2}")) {
      return dollars(new BigDecimal(value));
    }
    if (unit.equals(SWITCH)) {
      return switch (value) {
        case "true" -> t.localize("screening.timeline.on");
        case "false" -> t.localize("screening.timeline.off");
        default -> value.replace('_', ' ');
      };
    }
    return value;
  }

  private static String dollars(BigDecimal amount) {
    var format = NumberFormat.getCurrencyInstance(Locale.US);
    if (amount.stripTrailingZeros().scale() <= 0) {
      format.setMaximumFractionDigits(0);
    }
    return format.format(amount);
  }

  /** What is left to say of a unit beside the figure. */
  static String unit(String unit) {
    return unit.equals(SWITCH) ? "" : unit.replaceFirst("^" + DOLLARS + "\\b ?", "");
  }
}
