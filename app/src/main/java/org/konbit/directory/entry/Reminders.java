package org.konbit.directory.entry;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.konbit.access.Organisations;
import org.konbit.database.Acting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reminds those who keep entries to confirm them, once a month from the day on which readers are
 * told that one may be out of date. What is not confirmed for a year hides by itself.
 */
@Service
public class Reminders {
  private static final Logger log = LoggerFactory.getLogger(Reminders.class);
  private static final String NAME = "directory-reminders";
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

  /** Makes the scheduler that runs this every morning at five, on one node of however many. */
  Scheduler scheduler(DataSource dataSource) {
    var task =
        Tasks.recurring(NAME, Schedules.daily(clock.getZone(), LocalTime.of(5, 0)))
            .execute((_, _) ->
                log.info(
                    "Directory: {} entries want to be confirmed; their keepers see it.", run()));
    return Scheduler.create(dataSource)
        .startTasks(task)
        .threads(1)
        .pollingInterval(Duration.ofMinutes(5))
        .clock(clock::instant)
        .build();
  }
}
