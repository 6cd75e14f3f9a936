package org.konbit.vault;

/** What was done with a record. */
public enum AuditAction {
  READ,
  SEARCH,
  EXPORT,
  REPORT,
  CREATE,
  UPDATE,
  DELETE,
  LOGIN,
  /** Somebody asked for what they may not have. */
  DENIED,
  /** Somebody passed a guard on their own responsibility, such as by break-glass. */
  OVERRIDE,
  /** Handed outside, such as on a legal demand. */
  DISCLOSE
}
