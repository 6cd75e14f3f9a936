package org.konbit.rules.household;

import java.util.Locale;
import java.util.regex.Pattern;

/** A fact's two spellings: {@code filedOn} in a document is {@code filed_on} in conditions. */
public final class FactName {
  private static final Pattern INNER_CAPITAL = Pattern.compile("([a-z])([A-Z])");
  private static final Pattern INNER_LINE = Pattern.compile("_+([a-z0-9]?)");

  private FactName() {}

  /** A document's name, with or without dots, as conditions and message keys write it. */
  public static String inConditions(String path) {
    return INNER_CAPITAL.matcher(path).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
  }

  /** A condition's name as a document writes it. */
  public static String inDocument(String name) {
    return INNER_LINE.matcher(name).replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
  }
}
