package org.konbit.referrals.notice;

/** Takes letters away. */
interface Post {
  /** What became of a letter. */
  enum Fate {
    SENT,
    /** Nobody has got it; it may be tried again. */
    NOT_SENT,
    /** Somebody may have got it; it must not be tried again. */
    UNSURE
  }

  Fate send(Letter letter);
}
