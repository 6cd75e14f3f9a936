package org.konbit.screening.form;

import java.util.Optional;

/**
 * The keys that forms are sealed with: a new one each day (UTC), each good for its own day and the
 * next, so that an answer can be thought over for a night and nothing sealed outlives 48 hours.
 */
interface SealingKeys {
  /** Today's. */
  SealingKey current();

  /** That of the day; empty if this installation made none for it. */
  Optional<SealingKey> of(int day);

  /** Whether the day's key is no longer good. */
  boolean isOver(int day);
}
