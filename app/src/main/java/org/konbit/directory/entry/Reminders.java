package org.konbit.directory.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.konbit.access.Organisations;
import org.konbit.database.Acting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reminds those who keep entries to confirm them, once a month from the day on which readers are
 * told that one may be out of date. What is not confirmed for a year hides by itself.
 */
@Service
public class Reminders {
  private static final int DAYS_BETWEEN = 30;

  private static final String REMIND =
      """
      UPDATE directory_entry
         SET reminded_on = :today
       WHERE organisation_id = konbit_organisation()
         AND NOT is_withdrawn
         AND coalesce(confirmed_on, listed_on) < :stale
         AND coalesce(reminded_on, :before) <= :before
      """;
  private static final String LAST =
      """
      SELECT max(reminded_on)
        FROM directory_entry
       WHERE organisation_id = konbit_organisation()
         AND NOT is_withdrawn
      """;

  private final JdbcClient jdbc;
  private final Organisations organisations;
  private final TransactionOperations transactions;
  private final Clock clock;

  Reminders(
      JdbcClient jdbc,
      Organisations organisations,
      TransactionOperations transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.organisations = organisations;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Reminds every organisation, each by itself: killed between two, the rest is reminded by the
   * next run, and nobody twice.
   *
   * @return how many entries somebody was reminded of
   */
  public int run() {
    return organisations.all().stream().mapToInt(each -> remind(each.id())).sum();
  }

  private int remind(UUID organisation) {
    var today = LocalDate.now(clock);
    return new Acting.SystemActor(organisation, "directory", "reminder to confirm")
        .call(() ->
            transactions.execute(_ ->
                jdbc.sql(REMIND)
                    .param("today", today)
                    .param("stale", today.minusMonths(Freshness.STALE_MONTHS))
                    .param("before", today.minusDays(DAYS_BETWEEN))
                    .update()));
  }

  /** When the organisation that acts was last reminded of something that it has not confirmed. */
  public Optional<LocalDate> last() {
    return transactions.execute(_ -> jdbc.sql(LAST).query(LocalDate.class).optional());
  }
}
