package org.konbit.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konbit.language.Written;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The partners of the coalition, and the coalition itself. That they are partners is no secret. */
@Service
public class Organisations {
  /**
   * A partner.
   *
   * @param isSuspended whether its people are shut out for now; nothing of theirs is lost
   */
  public record Organisation(UUID id, String name, boolean isCoalition, boolean isSuspended) {}

  /** The longest name, in characters. */
  public static final int LONGEST_NAME = 200;

  private static final String ALL =
      """
      SELECT id, name, is_coalition, state = 'SUSPENDED' AS is_suspended
        FROM organisation
       ORDER BY is_coalition DESC, lower(name)
      """;
  private static final String ONE =
      """
      SELECT id, name, is_coalition, state = 'SUSPENDED' AS is_suspended
        FROM organisation
       WHERE id = :id
      """;
  private static final String ADD =
      """
      INSERT INTO organisation (name, is_coalition, since)
      VALUES (:name, :coalition, :now)
      ON CONFLICT (lower(name)) DO NOTHING
      RETURNING id
      """;
  private static final String TURN =
      """
      UPDATE organisation
         SET state = :to
       WHERE id = :id
         AND NOT is_coalition
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Organisations(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** All of them, the coalition first. */
  @Transactional(readOnly = true)
  public List<Organisation> all() {
    return jdbc.sql(ALL).query(Organisation.class).list();
  }

  /** What each is called. */
  @Transactional(readOnly = true)
  public Map<UUID, String> names() {
    return all().stream()
        .collect(Collectors.toUnmodifiableMap(Organisation::id, Organisation::name));
  }

  /** The organisation of an id. */
  @Transactional(readOnly = true)
  public Optional<Organisation> one(UUID id) {
    return jdbc.sql(ONE).param("id", id).query(Organisation.class).optional();
  }

  /** The coalition itself, once it has been set up. */
  @Transactional(readOnly = true)
  public Optional<Organisation> coalition() {
    return all().stream().filter(Organisation::isCoalition).findFirst();
  }

  /**
   * Admits a partner, for the coalition's administrators.
   *
   * @return its id; empty if one has the name
   */
  @Transactional
  public Optional<UUID> admit(String name) {
    Role.COALITION_ADMINISTRATOR.required();
    return add(name, false);
  }

  /** Makes the coalition itself, as the setup does once. */
  @Transactional
  public Optional<UUID> found(String name) {
    return add(name, true);
  }

  /** Adds a partner that the demonstration invented. */
  @Transactional
  public Optional<UUID> invent(String name) {
    return add(name, false);
  }

  /** Shuts out all people of a partner at once, or lets them in again; never the coalition's. */
  @Transactional
  public void suspend(UUID id, boolean isSuspended) {
    Role.COALITION_ADMINISTRATOR.required();
    int changed =
        jdbc.sql(TURN).param("id", id).param("to", isSuspended ? "SUSPENDED" : "ACTIVE").update();
    if (changed == 0) {
      throw new NotHere();
    }
  }

  private Optional<UUID> add(String name, boolean isCoalition) {
    return jdbc.sql(ADD)
        .param("name", Written.line(name))
        .param("coalition", isCoalition)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .optional();
  }
}
