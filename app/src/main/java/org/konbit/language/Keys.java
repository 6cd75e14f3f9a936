package org.konbit.language;

import java.util.Locale;

/** How a constant is called in message keys, addresses and forms. */
public final class Keys {
  private Keys() {}

  /** The constant's name with small letters and dashes: {@code needs-information}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
