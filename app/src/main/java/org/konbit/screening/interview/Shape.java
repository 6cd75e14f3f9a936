package org.konbit.screening.interview;

import org.konbit.rules.household.Fact;
import org.konbit.rules.household.FactType;
import org.konbit.rules.household.Vocabulary;

/** How a question is asked. */
enum Shape {
  /** One of several answers. */
  CHOICE,
  /** Any number of several answers. */
  SEVERAL,
  NUMBER,
  AMOUNT,
  DAY,
  INCOME,
  ENROLLED,
  /** Coarsely first, then exactly. */
  STATUS,
  /** One of several answers, or another category to be written down. */
  PERMIT,
  /** How the members other than the first are related to each other. */
  KIN;

  static Shape of(Fact fact) {
    if (fact.equals(Vocabulary.STATUS)) {
      return STATUS;
    }
    if (fact.equals(Vocabulary.WORK_PERMIT)) {
      return PERMIT;
    }
    return switch (fact.type()) {
      case BOOL, WORD, MEMBER -> CHOICE;
      case WORDS, MEMBERS -> SEVERAL;
      case COUNT -> NUMBER;
      case CENTS -> AMOUNT;
      case DATE -> DAY;
      case INCOME -> INCOME;
      case ENROLLED -> ENROLLED;
      case RELATIONSHIPS -> KIN;
    };
  }

  /** Whether "there is none" is an answer to a question for a date or number. */
  static boolean mayBeNone(Fact fact) {
    return fact.type() == FactType.DATE && !fact.equals(Vocabulary.BIRTH_DATE);
  }
}
