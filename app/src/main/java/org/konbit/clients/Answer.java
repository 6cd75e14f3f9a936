package org.konbit.clients;

/** What somebody said to a question. "Not asked" is never counted as "no". */
public enum Answer {
  YES,
  NO,
  DOES_NOT_KNOW,
  PREFERS_NOT_TO_ANSWER,
  NOT_ASKED
}
