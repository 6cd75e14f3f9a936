package org.konbit.screening.interview;

import java.util.List;
import org.konbit.rules.household.Household;

/** What a filled-in question says. */
sealed interface Reply {
  /** The answers with this one. */
  record Said(Household said) implements Reply {}

  /** She prefers not to say. */
  record Declined() implements Reply {}

  /** A first, coarse answer that the page now asks about more closely. */
  record Further() implements Reply {}

  /** It cannot be read; never empty. */
  record Wrong(List<Flaw> flaws) implements Reply {
    public Wrong {
      flaws = List.copyOf(flaws);
    }

    static Wrong at(String field, String message, Object... values) {
      return new Wrong(List.of(new Flaw(field, message, List.of(values))));
    }
  }

  /**
   * What is wrong with a field.
   *
   * @param field its id on the page
   * @param message the last part of a message key
   * @param values what stands in the message
   */
  record Flaw(String field, String message, List<Object> values) {}
}
