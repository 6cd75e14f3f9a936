package org.konbit.toolkit.content;

/** What a new wording of an item changed. */
public enum ChangeClass implements Word {
  /** A slip of the pen: readers need not be told, and translations stay fresh. */
  TYPO,
  WORDING,
  DATES,
  /** What keeps people safe, so that no old translation may be shown. */
  SAFETY
}
