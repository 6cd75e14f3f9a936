package org.konbit.rules.household;

import java.util.Locale;

/** The kinds of income a document tells apart. */
public enum IncomeKind {
  WAGES,
  SELF_EMPLOYMENT,
  SOCIAL_SECURITY,
  SSI,
  PENSION,
  UNEMPLOYMENT,
  RENT,
  INTEREST,
  CHILD_SUPPORT,
  WORKERS_COMPENSATION,
  CASH_AID,
  OTHER;

  /** The document's word for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
