package org.konbit.directory.entry;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What everybody may read: the entries, their services and places. */
@Service
public class Entries {
  private static final String ENTRIES =
      """
      SELECT e.organisation_id, e.id, e.name, e.document, e.source, e.listed_on, e.confirmed_on,
             e.confirmed_by, o.name AS confirmed_by_name, e.is_withdrawn, e.changed_at
        FROM directory_entry e
        LEFT JOIN organisation o ON o.id = e.confirmed_by
      """;
  private static final String BY_ID = ENTRIES + " WHERE e.id = ANY (:ids)";
  private static final String PAGE = ENTRIES + " WHERE e.id > :after ORDER BY e.id LIMIT :some";
  private static final String KEPT =
      ENTRIES + " WHERE e.organisation_id = :keeper ORDER BY lower(e.name), e.id LIMIT :some";
  private static final String SERVICES =
      """
      SELECT organisation_id, id, entry_id, name, status, document, needs, modality, intake,
             intake_on, hours, answer_hours, is_place_secret, changed_at
        FROM directory_service
       WHERE entry_id = ANY (:ids)
       ORDER BY lower(name), id
      """;
  private static final String LOCATIONS =
      """
      SELECT organisation_id, id, entry_id, document, latitude, longitude
        FROM directory_location
       WHERE entry_id = ANY (:ids)
       ORDER BY id
      """;
  private static final String CHANGED =
      """
      SELECT id, changed_at
        FROM directory_entry
       WHERE changed_at >= :since
      """;

  private record Changed(UUID id, Instant changedAt) {}

  private final JdbcClient jdbc;
  private final Rows rows;
  private final Clock clock;

  Entries(JdbcClient jdbc, Rows rows, Clock clock) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.clock = clock;
  }

  /** An entry that readers see today, with the services that they see. */
  @Transactional(readOnly = true)
  public Optional<Whole> shown(UUID id) {
    return wholes(List.of(id)).stream()
        .filter(each -> each.entry().isShown(LocalDate.now(clock)))
        .map(each ->
            new Whole(
                each.entry(),
                each.services().stream().filter(one -> one.status().isShown()).toList(),
                each.locations()))
        .findFirst();
  }

  /** Entries with all that hangs from them, shown or not, in no order. */
  @Transactional(readOnly = true)
  public List<Whole> wholes(Collection<UUID> ids) {
    return assembled(
        jdbc.sql(BY_ID).param("ids", array(ids)).query((row, _) -> rows.entry(row)).list());
  }

  /** The next entries in the order of their ids, with all that hangs from them. */
  @Transactional(readOnly = true)
  public List<Whole> after(UUID id, int atMost) {
    return assembled(
        jdbc.sql(PAGE)
            .param("after", id)
            .param("some", atMost)
            .query((row, _) -> rows.entry(row))
            .list());
  }

  /** What an organisation keeps, by name. */
  @Transactional(readOnly = true)
  public List<Entry> keptBy(UUID keeper, int atMost) {
    return jdbc.sql(KEPT)
        .param("keeper", keeper)
        .param("some", atMost)
        .query((row, _) -> rows.entry(row))
        .list();
  }

  /** The ids of entries that changed since an instant, and when each did. */
  @Transactional(readOnly = true)
  public Map<UUID, Instant> changedSince(Instant since) {
    return jdbc
        .sql(CHANGED)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .query(Changed.class)
        .list()
        .stream()
        .collect(Collectors.toMap(Changed::id, Changed::changedAt));
  }

  private List<Whole> assembled(List<Entry> entries) {
    var ids = array(entries.stream().map(Entry::id).toList());
    var services =
        byEntry(
            jdbc.sql(SERVICES).param("ids", ids).query((row, _) -> rows.service(row)).list(),
            ListedService::entry);
    var locations =
        byEntry(
            jdbc.sql(LOCATIONS).param("ids", ids).query((row, _) -> rows.location(row)).list(),
            Location::entry);
    return entries.stream()
        .map(each ->
            new Whole(
                each,
                services.getOrDefault(each.id(), List.of()),
                locations.getOrDefault(each.id(), List.of())))
        .toList();
  }

  private static <T> Map<UUID, List<T>> byEntry(List<T> all, Function<T, UUID> entry) {
    return all.stream().collect(Collectors.groupingBy(entry));
  }

  private static UUID[] array(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }
}
