package org.konbit.vault;

import java.util.regex.Pattern;

/**
 * A column of type {@code sealed}, whose values only the application can read.
 *
 * @param table and {@code column} as the migration names them
 */
public record SealedColumn(String table, String column) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  public SealedColumn {
    for (String name : new String[] {table, column}) {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException(
            "The name (%s) is none of a table or column.".formatted(name));
      }
    }
  }

  @Override
  public String toString() {
    return table + "." + column;
  }
}
