package org.konbit.rules.expression;

/** The types a condition can read. */
public enum Kind {
  BOOL,
  INT,
  DATE,
  WORD,
  /** Members of the household: a bit for each. */
  MEMBERS,
  /** A set of words that a member has, such as medical conditions. */
  WORDS,
  /** Whole numbers by year. */
  TABLE;

  /** Whether one value of it can be shown to a reader. */
  public boolean isSingle() {
    return switch (this) {
      case BOOL, INT, DATE, WORD -> true;
      case MEMBERS, WORDS, TABLE -> false;
    };
  }
}
