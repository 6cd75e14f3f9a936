package org.konbit.rules.command;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A date as it is written behind an option: year, month and day. */
public final class WrittenDate implements ITypeConverter<LocalDate> {
  /**
   * Reads it.
   *
   * @throws TypeConversionException where there is no such day, with a line for whoever wrote it
   */
  @Override
  public LocalDate convert(String written) {
    try {
      return LocalDate.parse(written);
    } catch (DateTimeParseException _) {
      throw new TypeConversionException(
          "(%s) is no date. Write year, month and day, such as 2026-10-01.".formatted(written));
    }
  }
}
