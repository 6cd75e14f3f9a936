package org.konbit.referrals.exchange;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for the acting organisation's people, and what is late. */
@Service
public class Waiting {
  /** The most of a kind. */
  public static final int MOST = 8;

  // A family that nobody sent on for so long has found another way, or nobody will.
  private static final Duration REROUTED_FOR = Duration.ofDays(30);

  /** For what one waits. */
  public enum Kind {
    /** Came, and the time to answer has passed. */
    LATE(true, "to_organisation_id", Kind.UNANSWERED_IN_TIME),
    /** Came and wants an answer; or is to be ended, since the family took its consent back. */
    TO_ANSWER(
        true,
        "to_organisation_id",
        """
        (s.state = 'SENT' AND (s.due_at > :now OR s.track = 'UNSEEN') OR s.state = 'RECEIVED'
         OR s.withdrawn_at IS NOT NULL AND s.closed_at IS NULL)
        """),
    /** Was sent, and the partner asks something or names somebody else. */
    TO_GO_ON(
        false,
        "from_organisation_id",
        """
        (s.state = 'NEEDS_INFORMATION'
         OR s.state = 'REROUTED' AND s.closed_at > :recent
            AND NOT EXISTS (SELECT FROM referral n
                             WHERE n.parent_id = s.id AND n.state <> 'DISCARDED'))
        """),
    /** Was sent, and the time to answer has passed. */
    UNANSWERED(false, "from_organisation_id", Kind.UNANSWERED_IN_TIME),
    /** Came and was taken on, or waits for a place. */
    TAKEN_ON(
        true,
        "to_organisation_id",
        """
        s.state IN ('ACCEPTED', 'APPOINTMENT_OFFERED', 'IN_SERVICE', 'ON_HOLD', 'WAITLISTED')
        AND s.withdrawn_at IS NULL
        """);

    // What a family took back waits for nothing but its end.
    private static final String UNANSWERED_IN_TIME =
        "s.state = 'SENT' AND s.due_at <= :now AND s.track <> 'UNSEEN' AND s.withdrawn_at IS NULL";

    private final boolean isOurs;
    private final String side;
    private final String which;

    Kind(boolean isOurs, String side, String which) {
      this.isOurs = isOurs;
      this.side = side;
      this.which = which;
    }

    /** Whether such came to the acting organisation; if not, it sent them. */
    public boolean cameIn() {
      return isOurs;
    }

    private String sql() {
      return """
      (SELECT '%s' AS kind, %s
         %s
        ORDER BY s.due_at, s.id
        LIMIT :most)
      """
          .formatted(name(), Status.COLUMNS, those());
    }

    private String count() {
      return "SELECT '%s' AS kind, count(*) AS many %s".formatted(name(), those());
    }

    private String those() {
      return """
      FROM referral_status s
        WHERE s.%s = (SELECT konbit_organisation())
          AND %s
          AND (s.track <> 'LEGAL' OR :legal OR %s)
      """
          .formatted(side, which, !isOurs);
    }
  }

  // All kinds in one statement, each by its index.
  private static final String ALL =
      Arrays.stream(Kind.values()).map(Kind::sql).collect(Collectors.joining(" UNION ALL "));

  private static final String COUNT =
      Arrays.stream(Kind.values()).map(Kind::count).collect(Collectors.joining(" UNION ALL "));

  private record Waits(Kind kind, Status status) {}

  private final JdbcClient jdbc;
  private final Referrals referrals;
  private final Clock clock;

  Waiting(JdbcClient jdbc, Referrals referrals, Clock clock) {
    this.jdbc = jdbc;
    this.referrals = referrals;
    this.clock = clock;
  }

  /**
   * What waits, the most pressing first.
   *
   * @param got by kind, for kinds that came in; one more than {@link #MOST} if there are more
   * @param sent the same for kinds that were sent
   */
  public record Today(Map<Kind, List<Referrals.Got>> got, Map<Kind, List<Referrals.Sent>> sent) {
    @Override
    public String toString() { // it names people
      return "Today";
    }
  }

  /** What waits now. */
  @Transactional
  public Today today() {
    Workers.required();
    var all =
        at(ALL)
            .param("most", MOST + 1)
            .query((row, _) -> new Waits(Kind.valueOf(row.getString("kind")), Status.of(row)))
            .list();
    var statuses =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    Waits::kind, Collectors.mapping(Waits::status, Collectors.toList())));
    return new Today(
        statuses.entrySet().stream()
            .filter(each -> each.getKey().cameIn())
            .collect(Collectors.toMap(Map.Entry::getKey, each -> referrals.got(each.getValue()))),
        statuses.entrySet().stream()
            .filter(each -> !each.getKey().cameIn())
            .collect(Collectors.toMap(Map.Entry::getKey, each -> referrals.sent(each.getValue()))));
  }

  /** How many of each kind wait now. */
  @Transactional(readOnly = true)
  public Map<Kind, Integer> numbers() {
    Workers.required();
    return at(COUNT)
        .query((row, _) -> Map.entry(Kind.valueOf(row.getString("kind")), row.getInt("many")))
        .stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private JdbcClient.StatementSpec at(String sql) {
    return jdbc.sql(sql)
        .param("now", clock.instant().atOffset(UTC))
        .param("recent", clock.instant().minus(REROUTED_FOR).atOffset(UTC))
        .param("legal", Workers.isLegal());
  }
}
