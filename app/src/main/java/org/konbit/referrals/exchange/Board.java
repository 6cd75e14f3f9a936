package org.konbit.referrals.exchange;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.access.NotHere;
import org.konbit.access.Organisations;
import org.konbit.directory.Need;
import org.konbit.directory.Offers;
import org.konbit.language.Keys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who of the coalition has places: what services count, and when that was last touched. */
@Service
public class Board {
  /** The most places that a service can have. */
  public static final int MOST = 1_000_000;

  /** After so long without a change a number is shown as unconfirmed: the coalition's own rule. */
  private static final Duration FRESH = Duration.ofDays(14);

  private static final String ALL =
      """
      SELECT organisation_id, service_id, unit, available, updated_at
        FROM capacity
       ORDER BY organisation_id, service_id
      """;
  private static final String ADD =
      """
      INSERT INTO capacity (organisation_id, service_id, unit, available, updated_at)
      VALUES (konbit_organisation(), :service, :unit, :available, :now)
          ON CONFLICT (organisation_id, service_id) DO NOTHING
      """;
  // A place may have been taken since the number was read: then whoever set it looks again.
  private static final String CHANGE =
      """
      UPDATE capacity
         SET unit = :unit, available = :available, updated_at = :now
       WHERE service_id = :service
         AND organisation_id = konbit_organisation()
         AND available = :seen
      """;
  private static final String UNCOUNT =
      """
      DELETE FROM capacity
       WHERE service_id = :service
         AND organisation_id = konbit_organisation()
      """;

  /** What a place is. */
  public enum Unit {
    CASE,
    FAMILY,
    BED,
    SEAT,
    HOUR;

    /** The unit of a key that came from outside. */
    public static Optional<Unit> of(String key) {
      return Stream.of(values()).filter(each -> Keys.of(each).equals(key)).findFirst();
    }
  }

  /**
   * What a service has left.
   *
   * @param isFresh whether somebody or something changed it of late
   */
  public record Left(UUID service, Unit unit, int available, Instant at, boolean isFresh) {}

  /**
   * A service and what it has left.
   *
   * @param left nothing if it does not count its places
   */
  public record Line(Offers.Offer offer, Optional<Left> left) {}

  private record Row(UUID keeper, Left left) {}

  private final JdbcClient jdbc;
  private final Offers offers;
  private final Organisations organisations;
  private final Clock clock;

  Board(JdbcClient jdbc, Offers offers, Organisations organisations, Clock clock) {
    this.jdbc = jdbc;
    this.offers = offers;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** The services of the acting organisation, by name. */
  @Transactional(readOnly = true)
  public List<Line> ours() {
    var own = Workers.required();
    var left =
        rows().stream()
            .filter(row -> row.keeper().equals(own))
            .collect(Collectors.toMap(row -> row.left().service(), Row::left));
    return offers.of(own).stream()
        .map(offer -> new Line(offer, Optional.ofNullable(left.get(offer.service()))))
        .toList();
  }

  /** What other partners count, those with the most places first. */
  @Transactional(readOnly = true)
  public List<Line> others(Optional<Need> need) {
    var own = Workers.required();
    var byKeeper =
        rows().stream()
            .filter(row -> !row.keeper().equals(own))
            .collect(Collectors.groupingBy(Row::keeper));
    return organisations.all().stream()
        .filter(each -> !each.isSuspended() && byKeeper.containsKey(each.id()))
        .flatMap(each -> counted(each.id(), byKeeper.getOrDefault(each.id(), List.of())))
        .filter(line -> need.filter(each -> !line.offer().needs().contains(each)).isEmpty())
        .sorted(
            Comparator.comparingInt((Line line) -> -line.left().map(Left::available).orElse(0))
                .thenComparing(line -> line.offer().organisationName())
                .thenComparing(line -> line.offer().name()))
        .toList();
  }

  /** A number that somebody set for a service they do not keep is nobody's. */
  private Stream<Line> counted(UUID keeper, List<Row> rows) {
    Map<UUID, Offers.Offer> kept =
        offers.of(keeper).stream()
            .collect(Collectors.toMap(Offers.Offer::service, Function.identity()));
    return rows.stream()
        .flatMap(row ->
            Stream.ofNullable(kept.get(row.left().service()))
                .map(offer -> new Line(offer, Optional.of(row.left()))));
  }

  /**
   * Says how many places a service of the acting organisation has left.
   *
   * @param seen what it had when somebody decided; nothing if it counted none
   * @return whether it still had that; if not, nothing has changed
   * @throws NotHere if the organisation has no such service
   */
  @Transactional
  public boolean set(UUID service, Unit unit, int available, OptionalInt seen) {
    mustBeOurs(service);
    if (available < 0 || available > MOST) {
      throw new IllegalArgumentException(
          "The places (%d) are not 0 to %d.".formatted(available, MOST));
    }
    var statement = jdbc.sql(seen.isEmpty() ? ADD : CHANGE);
    seen.ifPresent(number -> statement.param("seen", number));
    return statement
            .param("service", service)
            .param("unit", unit.name())
            .param("available", available)
            .param("now", clock.instant().atOffset(UTC))
            .update()
        == 1;
  }

  /**
   * Counts the places of a service no longer: it takes on whomever it accepts.
   *
   * @throws NotHere if the organisation has no such service
   */
  @Transactional
  public void uncount(UUID service) {
    mustBeOurs(service);
    jdbc.sql(UNCOUNT).param("service", service).update();
  }

  private void mustBeOurs(UUID service) {
    var own = Workers.required();
    if (offers.one(service).filter(each -> each.keeper().equals(own)).isEmpty()) {
      throw new NotHere();
    }
  }

  private List<Row> rows() {
    var stale = clock.instant().minus(FRESH);
    return jdbc.sql(ALL)
        .query((row, _) -> {
          var at = row.getObject("updated_at", OffsetDateTime.class).toInstant();
          return new Row(
              row.getObject("organisation_id", UUID.class),
              new Left(
                  row.getObject("service_id", UUID.class),
                  Unit.valueOf(row.getString("unit")),
                  row.getInt("available"),
                  at,
                  at.isAfter(stale)));
        })
        .list();
  }
}
