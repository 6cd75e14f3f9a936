package org.konbit.referrals.exchange;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.konbit.access.Organisations;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What time does to referrals, one organisation after another: it reminds, ends what nobody
 * answered, and removes whatever is no longer shared. Killed between any two steps, the next run
 * does what is left.
 */
@Service
public class ClockWork {
  private static final int AT_ONCE = 5_000;

  // After so long what a sending left behind belongs to none that still runs.
  private static final Duration CUT_OFF = Duration.ofHours(1);

  // A list of its own: within IN the planner may work it out once a row, each time with others.
  private static final String DUE =
      """
      WITH due AS MATERIALIZED (
        SELECT id
          FROM referral_status
         WHERE to_organisation_id = (SELECT konbit_organisation())
           AND %s
         LIMIT :atOnce
           FOR UPDATE SKIP LOCKED)
      """;
  private static final String EXPIRE =
      DUE.formatted("state = 'SENT' AND expires_at <= :now")
          + """
          UPDATE referral_status
             SET state = CASE track WHEN 'ORDINARY' THEN 'EXPIRED' ELSE 'CLOSED' END,
                 closed_at = :now, changed_at = :now
           WHERE id IN (SELECT id FROM due)
          """;
  private static final String END_WAITING =
      DUE.formatted("state = 'WAITLISTED' AND (shared_until <= :now OR withdrawn_at IS NOT NULL)")
          + """
          UPDATE referral_status
             SET state = 'EXPIRED', closed_at = :now, changed_at = :now
           WHERE id IN (SELECT id FROM due)
          """;
  private static final String REMIND =
      DUE.formatted(
              """
              state = 'SENT'
                   AND (due_at <= :now AND reminded < 100
                        OR half_at <= :now AND reminded < 50)
              """)
          + """
          UPDATE referral_status
             SET reminded = CASE WHEN due_at <= :now THEN 100 ELSE 50 END
           WHERE id IN (SELECT id FROM due)
          """;
  private static final String SWEEP =
      """
      WITH ended AS MATERIALIZED (
        SELECT o.id
          FROM handover o
          LEFT JOIN referral_status s ON s.id = o.id
         WHERE s.id IS NULL AND o.made_at < :cutOff
            OR NOT referral_is_shared(s.state, s.shared_until, s.withdrawn_at)
            OR s.shared_until <= :now
         LIMIT :atOnce)
      DELETE FROM handover h
       WHERE h.id IN (SELECT id FROM ended)
      RETURNING h.id
      """;
  private static final String SWEEP_NOTES =
      """
      DELETE FROM %1$s n
       WHERE n.at < :cutOff
         AND NOT EXISTS (SELECT FROM referral_status s
                          WHERE s.id = n.referral_id
                            AND n.id = ANY (s.notes))
      """;
  private static final String FREED =
      """
      WITH gone AS (
        DELETE FROM capacity_place p
         USING referral_status s
         WHERE s.id = p.referral_id
           AND s.state NOT IN ('ACCEPTED', 'IN_SERVICE', 'ON_HOLD', 'APPOINTMENT_OFFERED')
        RETURNING p.service_id, s.state = 'CLOSED'
          OR coalesce(s.outcome IN ('RECEIVED_SERVICE', 'PARTIAL', 'NOT_DISCLOSED'), false) AS used)
      UPDATE capacity c
         SET available = least(1000000, c.available + freed.places), updated_at = :now
        FROM (SELECT service_id, count(*)::int AS places
                FROM gone
               WHERE NOT used
               GROUP BY service_id) freed
       WHERE freed.service_id = c.service_id
         AND c.organisation_id = (SELECT konbit_organisation())
      """;

  /** Whatever the status says is over is over for the sender too. */
  static final String SETTLE =
      """
      UPDATE referral r
         SET is_open = false, ended_on = cast(s.closed_at AT TIME ZONE 'America/New_York' AS date)
        FROM referral_status s
       WHERE s.id = r.id
         AND r.is_open
         AND s.closed_at IS NOT NULL
      """;

  private final JdbcClient jdbc;
  private final Organisations organisations;
  private final Audit audit;
  private final TransactionOperations transactions;
  private final Clock clock;

  ClockWork(
      JdbcClient jdbc,
      Organisations organisations,
      Audit audit,
      TransactionOperations transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.organisations = organisations;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Goes through all organisations.
   *
   * @return how many referrals time moved or reminded of
   */
  public int run() {
    return organisations.all().stream().mapToInt(each -> run(each.id())).sum();
  }

  private int run(UUID organisation) {
    return Handovers.konbitFor(organisation, "clock")
        .call(() -> {
          int moved = all(EXPIRE) + all(END_WAITING) + all(REMIND);
          sweep();
          transactions.executeWithoutResult(_ -> {
            cutOff(SWEEP_NOTES.formatted("referral_note")).update();
            cutOff(SWEEP_NOTES.formatted("handover_note")).update();
            at(FREED).update();
            at(SETTLE).update();
          });
          return moved;
        });
  }

  /** Repeats a statement, a transaction each time, until it finds nothing more. */
  private int all(String sql) {
    int all = 0;
    int some;
    do {
      some = transactions.execute(_ -> at(sql).param("atOnce", AT_ONCE).update());
      all += some;
    } while (some == AT_ONCE);
    return all;
  }

  private void sweep() {
    List<UUID> swept;
    do {
      swept =
          transactions.execute(_ -> {
            var ids = cutOff(SWEEP).param("atOnce", AT_ONCE).query(UUID.class).list();
            if (!ids.isEmpty()) {
              audit.note(AuditAction.DELETE, "handover", ids);
            }
            return ids;
          });
    } while (swept.size() == AT_ONCE);
  }

  private JdbcClient.StatementSpec cutOff(String sql) {
    return at(sql).param("cutOff", clock.instant().minus(CUT_OFF).atOffset(UTC));
  }

  private JdbcClient.StatementSpec at(String sql) {
    return jdbc.sql(sql).param("now", clock.instant().atOffset(UTC));
  }
}
