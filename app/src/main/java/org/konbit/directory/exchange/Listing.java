package org.konbit.directory.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.konbit.directory.entry.Freshness;
import org.konbit.directory.place.Point;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which services and organisations other systems may have, by filters that all must hold. */
@Component
class Listing {
  /**
   * What is asked for; what is not said does not narrow.
   *
   * @param ids of services, where words were searched
   * @param term a taxonomy term's id; {@code taxonomy} one of its vocabulary
   * @param near from where, and {@code metres} how far
   */
  record Filter(
      Optional<List<UUID>> ids,
      Optional<UUID> organization,
      Optional<Instant> modifiedAfter,
      Optional<UUID> term,
      Optional<UUID> taxonomy,
      Optional<Point> near,
      double metres) {
    static final Filter NONE =
        new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0);
  }

  /** A service, or one of its places, by the organisation it belongs to. */
  record Key(UUID id, UUID entryId) {}

  private static final String SHOWN =
      """
             NOT e.is_withdrawn
         AND coalesce(e.confirmed_on, e.listed_on) >= :oldest
         AND jsonb_exists(e.document, 'description')
      """;
  private static final String WHERE =
      SHOWN
          + """
             AND (:anyId OR s.id = ANY (:ids))
             AND (cast(:organization AS uuid) IS NULL OR s.entry_id = :organization)
             AND (cast(:modified AS timestamptz) IS NULL OR s.changed_at >= :modified)
             AND (cast(:term AS text) IS NULL
                  OR :need = ANY (s.needs)
                  OR s.document -> 'attributes'
                     @> jsonb_build_array(jsonb_build_object('taxonomy_term_id', cast(:term AS text)))
                  OR s.document -> 'attributes'
                     @> jsonb_build_array(jsonb_build_object(
                          'taxonomy_term', jsonb_build_object('id', cast(:term AS text)))))
             AND (cast(:taxonomy AS text) IS NULL
                  OR :isNeeds AND s.needs <> '{}'
                  OR :isIntake AND s.intake IS NOT NULL
                  OR s.document -> 'attributes'
                     @> jsonb_build_array(jsonb_build_object(
                          'taxonomy_term', jsonb_build_object('taxonomy_id', cast(:taxonomy AS text)))))
          """;
  private static final String SERVICES =
      " FROM directory_service s JOIN directory_entry e ON e.id = s.entry_id WHERE " + WHERE;
  private static final String AT_PLACES =
      """
       FROM directory_service s
       JOIN directory_entry e ON e.id = s.entry_id
       CROSS JOIN jsonb_array_elements(
               coalesce(s.document -> 'service_at_locations', '[]')) AS at (place)
       JOIN directory_location l ON l.id = cast(at.place ->> 'location_id' AS uuid)
      WHERE (cast(:latitude AS double precision) IS NULL
             OR 111195 * sqrt((l.latitude - :latitude) ^ 2
                  + ((l.longitude - :longitude) * cos(radians(:latitude))) ^ 2) <= :metres)
        AND
      """
          + WHERE;
  private static final String ENTRIES =
      " FROM directory_entry e WHERE "
          + SHOWN
          + """
             AND (:anyId OR EXISTS (SELECT FROM directory_service x
                                     WHERE x.entry_id = e.id AND x.id = ANY (:ids)))
             AND (cast(:term AS text) IS NULL
                  OR EXISTS (SELECT FROM directory_service x
                              WHERE x.entry_id = e.id AND :need = ANY (x.needs)))
          """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Listing(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How many services there are. */
  @Transactional(readOnly = true)
  public long countServices(Filter filter) {
    return count(SERVICES, filter);
  }

  /** Services behind an id, in the order of their ids. */
  @Transactional(readOnly = true)
  public List<Key> services(Filter filter, UUID after, int atMost, long offset) {
    return keys(
        "SELECT s.id, s.entry_id" + SERVICES + " AND s.id > :after ORDER BY s.id",
        filter,
        after,
        atMost,
        offset);
  }

  /** How many services there are at places, each place counted. */
  @Transactional(readOnly = true)
  public long countAtPlaces(Filter filter) {
    return count(AT_PLACES, filter);
  }

  /** Services at places behind an id, in the order of the ids of the two together. */
  @Transactional(readOnly = true)
  public List<Key> atPlaces(Filter filter, UUID after, int atMost, long offset) {
    String id = "cast(at.place ->> 'id' AS uuid)";
    return keys(
        "SELECT %s AS id, s.entry_id".formatted(id)
            + AT_PLACES
            + " AND %s > :after ORDER BY %s".formatted(id, id),
        filter,
        after,
        atMost,
        offset);
  }

  /** How many organisations there are. */
  @Transactional(readOnly = true)
  public long countEntries(Filter filter) {
    return count(ENTRIES, filter);
  }

  /** Organisations behind an id, in the order of their ids. */
  @Transactional(readOnly = true)
  public List<Key> entries(Filter filter, UUID after, int atMost, long offset) {
    return keys(
        "SELECT e.id, e.id AS entry_id" + ENTRIES + " AND e.id > :after ORDER BY e.id",
        filter,
        after,
        atMost,
        offset);
  }

  /** The organisation of a service. */
  @Transactional(readOnly = true)
  public Optional<UUID> entryOf(UUID service) {
    return jdbc.sql("SELECT entry_id FROM directory_service WHERE id = :id")
        .param("id", service)
        .query(UUID.class)
        .optional();
  }

  /** The organisation of a service at a place. */
  @Transactional(readOnly = true)
  public Optional<UUID> entryAt(UUID at) {
    return jdbc.sql(
            """
            SELECT entry_id
              FROM directory_service
             WHERE document -> 'service_at_locations'
                   @> jsonb_build_array(jsonb_build_object('id', cast(:id AS text)))
             LIMIT 1
            """)
        .param("id", at.toString())
        .query(UUID.class)
        .optional();
  }

  private long count(String from, Filter filter) {
    return jdbc.sql("SELECT count(*)" + from).params(parameters(filter)).query(Long.class).single();
  }

  private List<Key> keys(String sql, Filter filter, UUID after, int atMost, long offset) {
    return jdbc.sql(sql + " LIMIT :some OFFSET :offset")
        .params(parameters(filter))
        .param("after", after)
        .param("some", atMost)
        .param("offset", offset)
        .query(Key.class)
        .list();
  }

  private Map<String, ?> parameters(Filter filter) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("oldest", LocalDate.now(clock).minusMonths(Freshness.HIDDEN_MONTHS));
    all.put("anyId", filter.ids().isEmpty());
    all.put("ids", filter.ids().orElse(List.of()).toArray(UUID[]::new));
    all.put("organization", filter.organization().orElse(null));
    all.put("modified", filter.modifiedAfter().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null));
    all.put("term", filter.term().map(UUID::toString).orElse(null));
    all.put(
        "need",
        filter
            .term()
            .map(UUID::toString)
            .flatMap(Vocabulary::need)
            .map(each -> each.key())
            .orElse(""));
    all.put("taxonomy", filter.taxonomy().map(UUID::toString).orElse(null));
    all.put("isNeeds", filter.taxonomy().filter(Vocabulary.NEEDS::equals).isPresent());
    all.put("isIntake", filter.taxonomy().filter(Vocabulary.INTAKE::equals).isPresent());
    all.put("latitude", filter.near().map(Point::latitude).orElse(null));
    all.put("longitude", filter.near().map(Point::longitude).orElse(null));
    all.put("metres", filter.metres());
    return all;
  }
}
