package org.konbit.referrals.report;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.konbit.access.NotHere;
import org.konbit.directory.Need;
import org.konbit.referrals.exchange.Workers;
import org.konbit.referrals.lifecycle.DeclineReason;
import org.konbit.referrals.lifecycle.Outcome;
import org.konbit.referrals.report.Counts.Whole;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what came of the acting organisation's referrals. */
@Service
public class Reports {
  /** Which referrals. */
  public enum Side {
    SENT,
    GOT
  }

  // One pass over the quarter's rows, all counts at once. Programs for survivors are in none of
  // them: an answer of theirs is never told.
  private static final String COUNT =
      """
      WITH one AS (
        SELECT CASE WHEN s.begun_at IS NOT NULL THEN 'BEGUN'
                    WHEN s.taken_on_at IS NOT NULL THEN 'TAKEN_ON'
                    WHEN s.first_response_at IS NOT NULL THEN 'ANSWERED'
                    ELSE 'UNANSWERED' END AS reach,
               CASE coalesce(s.answered_in_time, s.first_response_at <= s.due_at)
                    WHEN true THEN 'IN_TIME'
                    WHEN false THEN 'LATE' END AS answer,
               CASE WHEN s.first_response_at IS NOT NULL OR s.closed_at IS NOT NULL THEN NULL
                    WHEN s.sent_at > :now - interval '3 days' THEN 'UNDER_3'
                    WHEN s.sent_at > :now - interval '7 days' THEN 'FROM_3'
                    WHEN s.sent_at > :now - interval '14 days' THEN 'FROM_7'
                    ELSE 'FROM_14' END AS age,
               s.outcome, s.reason, s.%2$s::text AS partner, %3$s AS need,
               s.closed_at IS NOT NULL AS over, s.state = 'RECALLED' AS recalled,
               s.outcome <> 'NOT_DISCLOSED' AS known, s.taken_on_at IS NOT NULL AS taken_on,
               extract(epoch FROM s.first_response_at - s.sent_at) / 3600 AS hours_to_answer,
               extract(epoch FROM s.begun_at - s.sent_at) / 3600 AS hours_to_service
          FROM referral_status s
          %4$s
         WHERE s.%1$s = (SELECT konbit_organisation())
           AND s.sent_at >= :from AND s.sent_at < :until
           AND s.track <> 'UNSEEN'
           AND (s.track <> 'LEGAL' OR :legal))
      SELECT CASE WHEN grouping(reach) = 0 THEN 'REACH'
                  WHEN grouping(answer) = 0 THEN 'ANSWER'
                  WHEN grouping(age) = 0 THEN 'AGE'
                  WHEN grouping(outcome) = 0 THEN 'OUTCOME'
                  WHEN grouping(reason) = 0 THEN 'REASON'
                  WHEN grouping(partner) = 0 THEN 'PARTNER'
                  WHEN grouping(need) = 0 THEN 'NEED'
                  ELSE 'WHOLE' END AS kind,
             coalesce(reach, answer, age, outcome, reason, partner, need) AS name,
             count(*) AS many,
             count(*) FILTER (WHERE over) AS over,
             count(*) FILTER (WHERE over AND known) AS known,
             count(*) FILTER (WHERE recalled) AS recalled,
             count(*) FILTER (WHERE taken_on) AS taken_on,
             count(hours_to_answer) AS answered,
             percentile_cont(0.5) WITHIN GROUP (ORDER BY hours_to_answer)::bigint AS answer_hours,
             count(hours_to_service) AS begun,
             percentile_cont(0.5) WITHIN GROUP (ORDER BY hours_to_service)::bigint AS service_hours
        FROM one
       GROUP BY GROUPING SETS ((), (reach), (answer), (age), (outcome), (reason), (partner), (need))
      """;

  private static final String OF_SENT =
      COUNT.formatted(
          "from_organisation_id",
          "to_organisation_id",
          "r.need",
          "LEFT JOIN referral r ON r.id = s.id");
  // Who got one keeps its need no longer than the rest of it.
  private static final String OF_GOT =
      COUNT.formatted("to_organisation_id", "from_organisation_id", "NULL::text", "");

  /** Rows that have one thing in common. */
  private record Group(Kind kind, Optional<String> name, int many, int takenOn, Whole whole) {}

  private enum Kind {
    REACH,
    ANSWER,
    AGE,
    OUTCOME,
    REASON,
    PARTNER,
    NEED,
    WHOLE
  }

  private final JdbcClient jdbc;
  private final Audit audit;
  private final Clock clock;

  Reports(JdbcClient jdbc, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What came of the referrals that were sent in a quarter.
   *
   * @throws NotHere for anybody who does not work with people
   */
  @Transactional
  public Counts counts(Side side, Quarter quarter) {
    Workers.mustBe();
    audit.note(AuditAction.REPORT, "referral", List.of());
    return counts(
        jdbc.sql(side == Side.SENT ? OF_SENT : OF_GOT)
            .param("now", clock.instant().atOffset(UTC))
            .param("from", start(quarter.first()))
            .param("until", start(quarter.last().plusDays(1)))
            .param("legal", side == Side.SENT || Workers.isLegal())
            .query((row, _) -> group(row))
            .list());
  }

  private static Counts counts(List<Group> groups) {
    var whole = of(groups, Kind.WHOLE).stream().findFirst().orElseThrow().whole();
    var unmet = of(groups, Kind.NEED).stream().filter(each -> each.takenOn() == 0).toList();
    return new Counts(
        whole,
        named(of(groups, Kind.REACH), Counts.Reach::valueOf),
        named(of(groups, Kind.ANSWER), Counts.InTime::valueOf),
        named(of(groups, Kind.AGE), Counts.Age::valueOf),
        named(of(groups, Kind.OUTCOME), Outcome::valueOf),
        named(of(groups, Kind.REASON), DeclineReason::valueOf),
        named(of(groups, Kind.PARTNER), UUID::fromString),
        named(of(groups, Kind.NEED), key -> Need.of(key).orElseThrow()),
        named(unmet, key -> Need.of(key).orElseThrow()));
  }

  private static List<Group> of(List<Group> groups, Kind kind) {
    return groups.stream().filter(each -> each.kind() == kind).toList();
  }

  private static <T> Map<T, Integer> named(List<Group> groups, Function<String, T> name) {
    return groups.stream()
        .filter(each -> each.name().isPresent())
        .collect(
            Collectors.toUnmodifiableMap(
                each -> name.apply(each.name().orElseThrow()), Group::many));
  }

  private OffsetDateTime start(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
  }

  private static Group group(ResultSet row) throws SQLException {
    return new Group(
        Kind.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getString("name")),
        row.getInt("many"),
        row.getInt("taken_on"),
        new Whole(
            row.getInt("many"),
            row.getInt("over"),
            row.getInt("known"),
            row.getInt("recalled"),
            row.getInt("answered"),
            Optional.ofNullable(row.getObject("answer_hours", Long.class)),
            row.getInt("begun"),
            Optional.ofNullable(row.getObject("service_hours", Long.class))));
  }
}
