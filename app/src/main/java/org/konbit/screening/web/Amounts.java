package org.konbit.screening.web;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** Figures of the packs as readers of English write them, whose units they carry. */
final class Amounts {
  private Amounts() {}

  /** A figure with its unit's sign; what is no number stays as it is. */
  static String shown(String value, String unit) {
    if (!unit.startsWith("dollars") || !value.matches("-?\\d+\\.\\d{2}")) {
      return value;
    }
    var format = NumberFormat.getCurrencyInstance(Locale.US);
    var amount = new BigDecimal(value);
    if (amount.stripTrailingZeros().scale() <= 0) {
      format.setMaximumFractionDigits(0);
    }
    return format.format(amount);
  }
}
