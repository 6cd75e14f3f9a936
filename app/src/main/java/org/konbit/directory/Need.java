package org.konbit.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may need help with, in the words of families rather than of programmes. */
public enum Need {
  LEGAL,
  DETENTION,
  COVERAGE,
  CARE,
  MIND,
  FOOD,
  HOUSING,
  MONEY,
  WORK,
  JOBS,
  ENGLISH,
  SCHOOL,
  CHILDCARE,
  SAFETY,
  CITIZENSHIP,
  TAXES,
  ELDERS,
  INTERPRETING;

  /** The need's name in tables, addresses and messages: {@code legal}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The message key of its name; with {@code -words} added, of the words people say for it. */
  public String messageKey() {
    return "directory.need." + key();
  }

  /** The need of a key that came from outside. */
  public static Optional<Need> of(String key) {
    return Stream.of(values()).filter(need -> need.key().equals(key)).findFirst();
  }
}
