package org.konbit.directory.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.konbit.directory.Need;
import org.konbit.directory.place.Point;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Entries that come by the hundred: a statement for all of a kind. What is as it was stays
 * untouched, so that the same file brought in again changes nothing. Inside the caller's
 * transaction, for the organisation that acts.
 */
@Component
public class Arrivals {
  /** An organisation of a file. */
  public record NewEntry(UUID id, String name, Document document) {}

  /** Whose an entry is, and the day on which it was last confirmed, if it was. */
  public record Owner(UUID id, UUID keeper, @Nullable LocalDate confirmedOn) {}

  /** What was done to a thing. */
  public enum Done {
    ADDED,
    CHANGED
  }

  private record Row(UUID id, boolean isNew) {}

  private static final String OWNERS_OF_ENTRIES =
      """
      SELECT id, organisation_id AS keeper, confirmed_on
        FROM directory_entry
       WHERE id = ANY (:ids)
      """;
  private static final String LOCATIONS =
      """
      SELECT organisation_id, id, entry_id, document, latitude, longitude
        FROM directory_location
       WHERE id = ANY (:ids)
      """;
  private static final String SERVICES =
      """
      SELECT organisation_id, id, entry_id, name, status, document, needs, modality, intake,
             intake_on, hours, answer_hours, is_place_secret, changed_at
        FROM directory_service
       WHERE id = ANY (:ids)
      """;
  private static final String PUT_ENTRIES =
      """
      INSERT INTO directory_entry AS was
             (organisation_id, id, name, document, source, listed_on, changed_at)
      SELECT konbit_organisation(), n.id, n.name, cast(n.document AS jsonb), 'IMPORT', :today, :now
        FROM unnest(:ids, :names, :documents) AS n (id, name, document)
      ON CONFLICT (organisation_id, id) DO UPDATE
         SET name = excluded.name, document = excluded.document, changed_at = excluded.changed_at
       WHERE (was.name, was.document) IS DISTINCT FROM (excluded.name, excluded.document)
      RETURNING id, xmax = 0 AS is_new
      """;
  private static final String PUT_LOCATIONS =
      """
      INSERT INTO directory_location AS was
             (organisation_id, id, entry_id, document, latitude, longitude)
      SELECT konbit_organisation(), n.id, n.entry_id, cast(n.document AS jsonb), n.latitude,
             n.longitude
        FROM unnest(:ids, :entries, :documents, :latitudes, :longitudes)
             AS n (id, entry_id, document, latitude, longitude)
      ON CONFLICT (organisation_id, id) DO UPDATE
         SET document = excluded.document, latitude = excluded.latitude,
             longitude = excluded.longitude
       WHERE was.document IS DISTINCT FROM excluded.document
      RETURNING id, xmax = 0 AS is_new
      """;
  private static final String PUT_SERVICES =
      """
      INSERT INTO directory_service AS was
             (organisation_id, id, entry_id, name, status, document, needs, modality, intake,
              intake_on, hours, is_place_secret, changed_at)
      SELECT konbit_organisation(), n.id, n.entry_id, n.name, n.status, cast(n.document AS jsonb),
             string_to_array(n.needs, ','), n.modality, n.intake, cast(n.intake_on AS date),
             cast(n.hours AS jsonb), n.is_place_secret, :now
        FROM unnest(:ids, :entries, :names, :states, :documents, :needs, :modalities, :intakes,
                    :intakesOn, :hours, :secrets)
             AS n (id, entry_id, name, status, document, needs, modality, intake, intake_on, hours,
                   is_place_secret)
      ON CONFLICT (organisation_id, id) DO UPDATE
         SET name = excluded.name, status = excluded.status, document = excluded.document,
             needs = excluded.needs, modality = excluded.modality, intake = excluded.intake,
             intake_on = excluded.intake_on, hours = excluded.hours,
             is_place_secret = excluded.is_place_secret, changed_at = excluded.changed_at
       WHERE (was.name, was.status, was.document, was.needs, was.modality, was.intake,
              was.intake_on)
             IS DISTINCT FROM
             (excluded.name, excluded.status, excluded.document, excluded.needs,
              excluded.modality, excluded.intake, excluded.intake_on)
      RETURNING id, xmax = 0 AS is_new
      """;
  private static final String TOUCH =
      """
      UPDATE directory_entry
         SET changed_at = :now
       WHERE id = ANY (:ids)
         AND organisation_id = konbit_organisation()
      """;

  private final JdbcClient jdbc;
  private final Entries entries;
  private final Rows rows;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Arrivals(
      JdbcClient jdbc, Entries entries, Rows rows, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.entries = entries;
    this.rows = rows;
    this.clock = clock;
    this.events = events;
  }

  /** Who keeps those of these entries that there are, by id. */
  public Map<UUID, Owner> entries(Collection<UUID> ids) {
    return owners(OWNERS_OF_ENTRIES, ids);
  }

  /** Those of these places that there are, whoever keeps them, by id. */
  public Map<UUID, Location> locations(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : jdbc
            .sql(LOCATIONS)
            .param("ids", ids.toArray(UUID[]::new))
            .query((row, _) -> rows.location(row))
            .list()
            .stream()
            .collect(Collectors.toMap(Location::id, Function.identity()));
  }

  /** Those of these services that there are, whoever keeps them, by id. */
  public Map<UUID, ListedService> services(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : jdbc
            .sql(SERVICES)
            .param("ids", ids.toArray(UUID[]::new))
            .query((row, _) -> rows.service(row))
            .list()
            .stream()
            .collect(Collectors.toMap(ListedService::id, Function.identity()));
  }

  /** Entries with all that hangs from them. */
  public List<Whole> wholes(List<UUID> ids) {
    return entries.wholes(ids);
  }

  /** Adds entries, or changes those whose words differ; tells what was done to which. */
  public Map<UUID, Done> putEntries(List<NewEntry> entries) {
    return entries.isEmpty()
        ? Map.of()
        : done(
            jdbc.sql(PUT_ENTRIES)
                .param("today", LocalDate.now(clock))
                .param("ids", column(entries, NewEntry::id, UUID[]::new))
                .param("names", column(entries, NewEntry::name, String[]::new))
                .param("documents", column(entries, NewEntry::document)));
  }

  /** The same with places. */
  public Map<UUID, Done> putLocations(List<Location> places) {
    return places.isEmpty()
        ? Map.of()
        : done(
            jdbc.sql(PUT_LOCATIONS)
                .param("ids", column(places, Location::id, UUID[]::new))
                .param("entries", column(places, Location::entry, UUID[]::new))
                .param("documents", column(places, Location::document))
                .param(
                    "latitudes",
                    column(places, each -> degrees(each, Point::latitude), Double[]::new))
                .param(
                    "longitudes",
                    column(places, each -> degrees(each, Point::longitude), Double[]::new)));
  }

  /** The same with services. */
  public Map<UUID, Done> putServices(List<ListedService> all) {
    return all.isEmpty()
        ? Map.of()
        : done(
            jdbc.sql(PUT_SERVICES)
                .param("ids", column(all, ListedService::id, UUID[]::new))
                .param("entries", column(all, ListedService::entry, UUID[]::new))
                .param("names", column(all, ListedService::name, String[]::new))
                .param("states", column(all, each -> each.status().word(), String[]::new))
                .param("documents", column(all, ListedService::document))
                .param("needs", column(all, Arrivals::needs, String[]::new))
                .param("modalities", column(all, Arrivals::modality, String[]::new))
                .param("intakes", column(all, Arrivals::intake, String[]::new))
                .param("intakesOn", column(all, Arrivals::intakeOn, String[]::new))
                .param("hours", column(all, this::hours, String[]::new))
                .param("secrets", column(all, ListedService::isPlaceSecret, Boolean[]::new)));
  }

  /** Says of entries that something that hangs from them has changed. */
  public void changed(Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      jdbc.sql(TOUCH).param("ids", ids.toArray(UUID[]::new)).param("now", now()).update();
    }
  }

  /** Tells whoever holds copies of entries, once the transaction has ended well. */
  public void tell(Collection<UUID> ids) {
    events.publishEvent(new EntriesChanged(List.copyOf(ids)));
  }

  private Map<UUID, Done> done(JdbcClient.StatementSpec statement) {
    var done = new HashMap<UUID, Done>();
    statement
        .param("now", now())
        .query(Row.class)
        .list()
        .forEach(row -> done.put(row.id(), row.isNew() ? Done.ADDED : Done.CHANGED));
    return done;
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private Map<UUID, Owner> owners(String sql, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : jdbc.sql(sql).param("ids", ids.toArray(UUID[]::new)).query(Owner.class).list().stream()
            .collect(Collectors.toMap(Owner::id, Function.identity()));
  }

  private static <T> String[] column(List<T> all, Function<T, Document> value) {
    return column(all, each -> value.apply(each).json().toString(), String[]::new);
  }

  private static <T, V> @Nullable V[] column(
      List<T> all, Function<T, @Nullable V> value, java.util.function.IntFunction<V[]> array) {
    return all.stream().map(value).toArray(array);
  }

  private static @Nullable Double degrees(Location place, Function<Point, Double> of) {
    return place.point().map(of).orElse(null);
  }

  private static String needs(ListedService service) {
    return java.util.Arrays.stream(Need.values())
        .filter(service.needs()::contains)
        .map(Need::key)
        .collect(Collectors.joining(","));
  }

  private static @Nullable String modality(ListedService service) {
    return service.modality().map(Enum::name).orElse(null);
  }

  private static @Nullable String intake(ListedService service) {
    return service.intake().map(each -> each.state().name()).orElse(null);
  }

  private static @Nullable String intakeOn(ListedService service) {
    return service.intake().map(each -> each.on().toString()).orElse(null);
  }

  private @Nullable String hours(ListedService service) {
    return service.hours().map(rows::text).orElse(null);
  }
}
