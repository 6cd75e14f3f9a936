package org.konbit.toolkit.content;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What has become of one wording of an item.
 *
 * @param revision its number, from 1
 * @param publishedOn when the item was first published; empty while it is only a file
 * @param approvedOn when a lawyer approved this very wording; empty while none has
 */
public record Review(
    int revision, Optional<LocalDate> publishedOn, Optional<LocalDate> approvedOn) {
  /** Of a file that nobody has taken in. */
  public static final Review NONE = new Review(1, Optional.empty(), Optional.empty());
}
