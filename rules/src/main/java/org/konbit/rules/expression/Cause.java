package org.konbit.rules.expression;

import java.util.Locale;

/** Why an answer changes on a date. */
public enum Cause {
  LAW,
  BIRTHDAY,
  WAITING_PERIOD;

  /** The result's word for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
