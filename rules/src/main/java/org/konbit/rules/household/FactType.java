package org.konbit.rules.household;

/** What kind of answer a fact takes. */
public enum FactType {
  BOOL,
  COUNT,
  CENTS,
  DATE,
  /** One word, from the fact's options where it has any. */
  WORD,
  /** A set of words. */
  WORDS,
  /** The id of one member of the document, or none. */
  MEMBER,
  /** The ids of members of the document. */
  MEMBERS,
  INCOME,
  /** Programs the member is enrolled in, each with its first day where known. */
  ENROLLED,
  RELATIONSHIPS
}
