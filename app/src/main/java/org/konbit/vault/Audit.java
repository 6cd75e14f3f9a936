package org.konbit.vault;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Notes every read and write of client records in a chain that each organisation has of its own.
 * Every entry is keyed outside the database and builds on the one before, so that {@code konbit
 * audit verify} finds an entry that was changed, removed, inserted or cut off.
 *
 * <p>What is noted is written at the very end of the open transaction, together with it or not at
 * all; who, for which organisation and why is taken from {@link org.konbit.database.Acting}.
 */
public interface Audit {
  /**
   * Notes what the open transaction does. The same action on the same kind twice becomes one entry.
   *
   * @param kind of record, such as {@code client}: lower-case letters, digits and underscores
   * @throws IllegalStateException outside a transaction, inside a read-only one, or if no
   *     organisation acts
   */
  void note(AuditAction action, String kind, Collection<UUID> ids);

  /**
   * Notes something in a transaction of its own, which stays when the open one is rolled back: a
   * refusal, above all.
   */
  void noteApart(AuditAction action, String kind, Collection<UUID> ids);

  /**
   * The acting organisation's entries, newest first. Only auditors, privacy officers and the
   * organisation's administrators see any.
   *
   * @param before entries with a smaller {@code seq}; {@link Long#MAX_VALUE} for the newest
   * @param atMost 1 to 1,000
   */
  List<AuditEntry> entries(long before, int atMost);

  /** The acting organisation's entries about one record, newest first; see {@link #entries}. */
  List<AuditEntry> entriesAbout(UUID record, long before, int atMost);
}
