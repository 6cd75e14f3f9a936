package org.konbit.vault.seal;

import static java.time.ZoneOffset.UTC;

import com.google.crypto.tink.util.Bytes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.konbit.vault.InstallationKey;
import org.konbit.vault.key.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Organisations' wrapped keys in the database. Every method works inside the caller's walls. */
@Component
class RingRows {
  /** What the database says of a ring. */
  record State(String state, int version, int rotatedTo) {}

  enum Kind {
    FIELD,
    INDEX
  }

  /** A key as it lies in the database. */
  record Wrapped(Kind kind, int version, Bytes bytes) {}

  private static final String STATE = "SELECT state, version, rotated_to FROM key_ring";

  private static final String KEYS =
      """
      SELECT kind, version, wrapped
        FROM organisation_key
       ORDER BY kind, version
      """;

  private static final String REGISTER =
      """
      INSERT INTO key_register (organisation_id)
      VALUES (:organisation)
          ON CONFLICT DO NOTHING
      """;

  private static final String MAKE_RING =
      """
      INSERT INTO key_ring (organisation_id, state, version, rotated_to, changed_at)
      VALUES (:organisation, 'OPEN', 1, :rotatedTo, :now)
          ON CONFLICT DO NOTHING
      """;

  private static final String ADD_KEY =
      """
      INSERT INTO organisation_key (organisation_id, kind, version, wrapped, made_at)
      VALUES (:organisation, :kind, :version, :wrapped, :now)
      """;

  private static final String CHANGE_STATE =
      """
      UPDATE key_ring
         SET state = :state, changed_at = :now
       WHERE state IN (:from)
      """;

  private static final String MOVE_ON =
      """
      UPDATE key_ring
         SET version = :version, rotated_to = :rotatedTo, changed_at = :now
      """;

  private static final String REWRAP =
      """
      UPDATE organisation_key
         SET wrapped = :wrapped
       WHERE kind = :kind
         AND version = :version
      """;

  private static final String DROP_OLDER =
      """
      DELETE FROM organisation_key
       WHERE kind = 'FIELD'
         AND version < :version
      """;

  private static final String ORGANISATIONS =
      """
      SELECT organisation_id
        FROM key_register
       ORDER BY organisation_id
      """;

  // One number for our kind of lock, the other for the organisation. Two that share it wait for
  // each other now and then, and nothing worse.
  private static final String LOCK = "SELECT pg_advisory_xact_lock%s(1802464610, :organisation)";

  private final JdbcClient jdbc;
  private final InstallationKey installation;
  private final Clock clock;

  RingRows(JdbcClient jdbc, InstallationKey installation, Clock clock) {
    this.jdbc = jdbc;
    this.installation = installation;
    this.clock = clock;
  }

  List<UUID> organisations() {
    return jdbc.sql(ORGANISATIONS).query(UUID.class).list();
  }

  Optional<State> state() {
    return jdbc.sql(STATE).query(State.class).optional();
  }

  /** Held with others until the transaction ends: the key that seals does not change meanwhile. */
  void lockForSealing(UUID organisation) {
    lock(LOCK.formatted("_shared"), organisation);
  }

  /** Waits until nobody seals, and keeps everybody from it until the transaction ends. */
  void lockForChange(UUID organisation) {
    lock(LOCK.formatted(""), organisation);
  }

  private void lock(String sql, UUID organisation) {
    jdbc.sql(sql).param("organisation", organisation.hashCode()).query().listOfRows();
  }

  /** Makes the first keys, unless somebody else just did. */
  void make(UUID organisation) {
    jdbc.sql(REGISTER).param("organisation", organisation).update();
    int made =
        jdbc.sql(MAKE_RING)
            .param("organisation", organisation)
            .param("rotatedTo", installation.version())
            .param("now", clock.instant().atOffset(UTC))
            .update();
    if (made == 1) {
      add(organisation, Kind.FIELD, 1);
      add(organisation, Kind.INDEX, 1);
    }
  }

  void add(UUID organisation, Kind kind, int version) {
    jdbc.sql(ADD_KEY)
        .param("organisation", organisation)
        .param("kind", kind.name())
        .param("version", version)
        .param("wrapped", installation.wrap(Secrets.draw(), context(organisation, kind, version)))
        .param("now", clock.instant().atOffset(UTC))
        .update();
  }

  /** Unwraps what lies in the database. */
  Optional<Ring> load(UUID organisation) {
    var fields = new TreeMap<Integer, byte[]>();
    var index = new TreeMap<Integer, byte[]>();
    for (var key : wrapped()) {
      var keys = key.kind() == Kind.FIELD ? fields : index;
      keys.put(key.version(), unwrapped(organisation, key));
    }
    return fields.isEmpty() || index.isEmpty()
        ? Optional.empty()
        : Optional.of(new Ring(organisation, fields, index.lastEntry().getValue()));
  }

  List<Wrapped> wrapped() {
    return jdbc.sql(KEYS)
        .query((row, _) ->
            new Wrapped(
                Kind.valueOf(row.getString("kind")),
                row.getInt("version"),
                Bytes.copyFrom(row.getBytes("wrapped"))))
        .list();
  }

  private byte[] unwrapped(UUID organisation, Wrapped key) {
    return installation.unwrap(
        key.bytes().toByteArray(), context(organisation, key.kind(), key.version()));
  }

  /** Wraps every key of the ring under the installation key's newest version. */
  void rewrap(UUID organisation) {
    for (var key : wrapped()) {
      var context = context(organisation, key.kind(), key.version());
      jdbc.sql(REWRAP)
          .param("wrapped", installation.wrap(unwrapped(organisation, key), context))
          .param("kind", key.kind().name())
          .param("version", key.version())
          .update();
    }
  }

  void moveOn(int version, int rotatedTo) {
    jdbc.sql(MOVE_ON)
        .param("version", version)
        .param("rotatedTo", rotatedTo)
        .param("now", clock.instant().atOffset(UTC))
        .update();
  }

  void dropOlderThan(int version) {
    jdbc.sql(DROP_OLDER).param("version", version).update();
  }

  void dropAll() {
    jdbc.sql("DELETE FROM organisation_key").update();
  }

  boolean change(List<String> from, String to) {
    return jdbc.sql(CHANGE_STATE)
            .param("state", to)
            .param("from", from)
            .param("now", clock.instant().atOffset(UTC))
            .update()
        == 1;
  }

  private static String context(UUID organisation, Kind kind, int version) {
    return "%s key %d of organisation %s".formatted(kind, version, organisation);
  }
}
