package org.konbit.directory.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konbit.directory.Need;
import org.konbit.directory.Offers;
import org.konbit.directory.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The entries that partners keep, as other partners use them. */
@Service
class ListedOffers implements Offers {
  private static final ZoneId HERE = ZoneId.of("America/New_York");

  private static final String ENTRY_OF =
      """
      SELECT entry_id
        FROM directory_service
       WHERE id = :id
      """;
  private static final String MEETING =
      """
      SELECT DISTINCT entry_id
        FROM directory_service
       WHERE :need = ANY (needs)
      """;
  private static final String KEPT_BY =
      """
      SELECT DISTINCT entry_id
        FROM directory_service
       WHERE organisation_id = :keeper
      """;
  private static final String SERVES_SURVIVORS =
      """
      SELECT EXISTS (
        SELECT FROM directory_service
         WHERE organisation_id = :keeper
           AND (is_place_secret OR :safety = ANY (needs)))
      """;
  private static final String RELIANCE =
      """
      SELECT count(*) FILTER (WHERE confirmed_on >= :fresh) AS confirmed,
             count(*) FILTER (WHERE confirmed_on < :fresh) AS stale,
             count(*) FILTER (WHERE confirmed_on IS NULL) AS never
        FROM directory_entry
       WHERE NOT is_withdrawn
         AND coalesce(confirmed_on, listed_on) >= :oldest
      """;
  private static final String RELIANCE_OF = RELIANCE + " AND organisation_id = :keeper";

  private final Entries entries;
  private final JdbcClient jdbc;
  private final Clock clock;

  ListedOffers(Entries entries, JdbcClient jdbc, Clock clock) {
    this.entries = entries;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Reliance reliance() {
    return dated(RELIANCE).query(Reliance.class).single();
  }

  @Override
  @Transactional(readOnly = true)
  public Reliance reliance(UUID keeper) {
    return dated(RELIANCE_OF).param("keeper", keeper).query(Reliance.class).single();
  }

  private JdbcClient.StatementSpec dated(String sql) {
    var today = LocalDate.now(clock);
    return jdbc.sql(sql)
        .param("fresh", today.minusMonths(Freshness.STALE_MONTHS))
        .param("oldest", today.minusMonths(Freshness.HIDDEN_MONTHS));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Offer> one(UUID service) {
    return offers(jdbc.sql(ENTRY_OF).param("id", service).query(UUID.class).list()).stream()
        .filter(each -> each.service().equals(service))
        .findFirst();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Offer> meeting(Need need) {
    return offers(jdbc.sql(MEETING).param("need", need.key()).query(UUID.class).list()).stream()
        .filter(each -> each.needs().contains(need))
        .sorted(
            Comparator.comparing(Offer::organisationName, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Offer::name))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Offer> of(UUID keeper) {
    return offers(jdbc.sql(KEPT_BY).param("keeper", keeper).query(UUID.class).list()).stream()
        .filter(each -> each.keeper().equals(keeper))
        .sorted(Comparator.comparing(Offer::name, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public boolean servesSurvivors(UUID organisation) {
    return jdbc.sql(SERVES_SURVIVORS)
        .param("keeper", organisation)
        .param("safety", Need.SAFETY.key())
        .query(Boolean.class)
        .single();
  }

  private List<Offer> offers(List<UUID> ids) {
    return entries.wholes(ids).stream()
        .filter(each -> each.entry().isShown(LocalDate.now(clock)))
        .flatMap(each -> each.services().stream().map(service -> offer(each.entry(), service)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Offer> offer(Entry entry, ListedService service) {
    return service.status().isShown()
        ? Optional.of(
            new Offer(
                service.keeper(),
                service.id(),
                entry.name(),
                service.name(),
                service.needs(),
                days(service.hours()),
                service.answersWithin().orElse(USUAL_ANSWER),
                isTaking(service),
                service.isPlaceSecret()))
        : Optional.empty();
  }

  private static boolean isTaking(ListedService service) {
    return service.status() == ListedService.Status.ACTIVE
        && service.intake().filter(each -> each.state() == Intake.State.CLOSED).isEmpty();
  }

  private static WorkingDays days(Optional<Hours> hours) {
    var week = WorkingDays.ofTheWeek(hours.map(Hours::zone).orElse(HERE));
    var days = new HashSet<>(week.days());
    hours.ifPresent(each -> each.weekly().forEach(weekly -> days.addAll(weekly.days())));
    var closed =
        hours.stream()
            .flatMap(each -> each.closures().stream())
            .map(each -> new WorkingDays.Closed(each.from(), each.until()))
            .toList();
    return new WorkingDays(week.zone(), days, closed);
  }
}
