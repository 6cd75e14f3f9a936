package org.konbit.toolkit.content;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a text rests on.
 *
 * @param address where it can be read; empty where we hold the citation alone
 * @param readOn when it was last read
 */
public record Source(
    String title,
    String publisher,
    Optional<URI> address,
    Optional<When> publishedOn,
    LocalDate readOn,
    Kind kind,
    Confidence confidence) {
  /** What sort of text it is. */
  public enum Kind implements Word {
    LAW,
    RULE,
    NOTICE,
    COURT,
    AGENCY,
    GUIDE,
    NEWS
  }

  /** How far it can be relied on. */
  public enum Confidence implements Word {
    /** An official page or text that was read. */
    A,
    /** An established law firm, legal-aid group, policy body or newspaper that was read. */
    B,
    /** A single weak source or general knowledge: to be checked before anybody relies on it. */
    C
  }
}
