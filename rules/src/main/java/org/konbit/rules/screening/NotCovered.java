package org.konbit.rules.screening;

/** A screening for a date or place whose law these packs do not hold. */
public final class NotCovered extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotCovered(String message) {
    super(message);
  }
}
