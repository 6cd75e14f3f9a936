package org.konbit.vault.retention;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.konbit.database.Acting;
import org.konbit.vault.RecordKind;
import org.konbit.vault.Retention;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The acting organisation's clocks, inside the caller's transaction. */
@Component
class Clocks {
  private record Own(String kind, int months, String source, LocalDate fromDay) {}

  private static final String OWN =
      """
      SELECT DISTINCT ON (kind) kind, months, source, from_day
        FROM retention_clock
       WHERE from_day <= :today
       ORDER BY kind, from_day DESC
      """;

  private static final String SET =
      """
      INSERT INTO retention_clock (organisation_id, kind, from_day, months, source, set_by, set_at)
      VALUES (konbit_organisation(), :kind, :from, :months, :source, :by, :now)
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Clocks(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The organisation's own clocks by kind. */
  Map<String, Retention.Clock> own() {
    return jdbc.sql(OWN).param("today", today()).query(Own.class).list().stream()
        .map(own ->
            new Retention.Clock(own.kind(), own.months(), own.source(), Optional.of(own.fromDay())))
        .collect(Collectors.toMap(Retention.Clock::kind, Function.identity()));
  }

  static Retention.Clock standard(RecordKind kind) {
    return new Retention.Clock(kind.name(), kind.months(), kind.source(), Optional.empty());
  }

  void set(RecordKind kind, int months, LocalDate from, String source) {
    if (months < 1 || months > 1_200 || source.isBlank()) {
      throw new IllegalArgumentException(
          "A clock needs 1 to 1,200 months (not %d) and who decided so.".formatted(months));
    }
    jdbc.sql(SET)
        .param("kind", kind.name())
        .param("from", from)
        .param("months", months)
        .param("source", source.strip())
        .param("by", Acting.now().actingPerson().orElse(null))
        .param("now", clock.instant().atOffset(UTC))
        .update();
  }
}
