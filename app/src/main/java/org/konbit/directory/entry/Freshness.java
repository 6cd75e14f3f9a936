package org.konbit.directory.entry;

import java.time.LocalDate;
import java.util.Optional;

/** How far an entry can be relied on. */
public enum Freshness {
  /** Confirmed within {@value #STALE_MONTHS} months. */
  CONFIRMED,
  /** Confirmed, but longer ago. */
  STALE,
  /** Never confirmed by anybody. */
  UNCONFIRMED,
  /** Not confirmed for {@value #HIDDEN_MONTHS} months: no longer shown, and not deleted. */
  HIDDEN;

  /** After how many months readers are told that an entry may be out of date. */
  public static final int STALE_MONTHS = 6;

  /** After how many months without a confirmation an entry is no longer shown. */
  public static final int HIDDEN_MONTHS = 12;

  /** For how many days what is said about taking on new people holds. */
  public static final int INTAKE_DAYS = 14;

  static Freshness of(Optional<LocalDate> confirmedOn, LocalDate listedOn, LocalDate today) {
    if (lastShown(confirmedOn, listedOn).isBefore(today)) {
      return HIDDEN;
    }
    return confirmedOn
        .map(day -> day.plusMonths(STALE_MONTHS).isBefore(today) ? STALE : CONFIRMED)
        .orElse(UNCONFIRMED);
  }

  /** The last day on which an entry is shown unless it is confirmed again. */
  public static LocalDate lastShown(Optional<LocalDate> confirmedOn, LocalDate listedOn) {
    return confirmedOn.orElse(listedOn).plusMonths(HIDDEN_MONTHS);
  }
}
