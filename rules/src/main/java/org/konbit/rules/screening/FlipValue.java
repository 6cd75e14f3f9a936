package org.konbit.rules.screening;

import java.time.LocalDate;

/** What a fact would have to be. */
public sealed interface FlipValue {
  /** An amount of money in cents. */
  record Cents(long cents) implements FlipValue {}

  record Date(LocalDate date) implements FlipValue {}

  record Flag(boolean value) implements FlipValue {}

  record Word(String word) implements FlipValue {}
}
