package org.konbit.access.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konbit.access.Role;
import org.konbit.access.SignedIn;
import org.konbit.access.SignedIn.Place;
import org.konbit.database.Acting;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who is signed in, on which devices. Kept in PostgreSQL, so that any node knows it and ending one
 * ends it everywhere; as hashes, so that a copy of the database opens no session.
 */
@Component
public class Sessions {
  /** How long somebody who sees clients may leave the desk alone. */
  static final Duration IDLE_WITH_CLIENTS = Duration.ofMinutes(15);

  static final Duration IDLE = Duration.ofHours(1);

  /** A working day, after which everybody signs in anew. */
  static final Duration LONGEST = Duration.ofHours(12);

  // One write a minute and session, not one a request. What is noted is never later than the truth.
  private static final Duration GRAIN = Duration.ofSeconds(30);

  /**
   * One sign-in, as its owner sees it.
   *
   * @param device what kind of browser on what kind of system, and no more
   */
  public record Session(
      UUID id,
      UUID person,
      Optional<UUID> organisation,
      Means means,
      String device,
      Instant beganAt,
      Instant seenAt,
      Instant provenAt) {}

  private static final String COLUMNS =
      "id, person_id, organisation_id, means, device, began_at, seen_at, proven_at";
  private static final String BEGIN =
      """
      INSERT INTO desk_session
             (token_hash, person_id, organisation_id, means, device, began_at, seen_at, proven_at)
      VALUES (:hash, :person, :organisation, :means, :device, :now, :now, :now)
      RETURNING id
      """;
  private static final String FIND =
      "SELECT " + COLUMNS + " FROM desk_session WHERE token_hash = :hash";
  private static final String OF_PERSON =
      "SELECT " + COLUMNS + " FROM desk_session WHERE person_id = :person ORDER BY seen_at DESC";
  private static final String SEEN = "UPDATE desk_session SET seen_at = :now WHERE id = :id";
  private static final String CHOOSE =
      "UPDATE desk_session SET organisation_id = :organisation WHERE id = :id";
  private static final String PROVE = "UPDATE desk_session SET proven_at = :now WHERE id = :id";
  private static final String END =
      "DELETE FROM desk_session WHERE id = :id AND person_id = :person";
  private static final String END_OTHERS =
      "DELETE FROM desk_session WHERE person_id = :person AND id <> :id";
  private static final String SWEEP =
      "DELETE FROM desk_session WHERE seen_at < :idle OR began_at < :oldest";

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Memberships memberships;
  private final Audit audit;

  Sessions(JdbcClient jdbc, Clock clock, Memberships memberships, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.memberships = memberships;
    this.audit = audit;
  }

  /** Signs a person in on a device and returns the token for its cookie. */
  public String begin(UUID person, Means means, String device) {
    sweep();
    var token = Tokens.fresh();
    var places = placesOf(person);
    var id =
        jdbc.sql(BEGIN)
            .param("hash", Tokens.hash(token))
            .param("person", person)
            .param("organisation", places.size() == 1 ? places.getFirst().organisation() : null)
            .param("means", means.name())
            .param("device", device)
            .param("now", now())
            .query(UUID.class)
            .single();
    if (places.size() == 1) {
      noteArrival(id, person, places.getFirst());
    }
    return token;
  }

  /** Who holds this token, if the sign-in still stands and some organisation still has them. */
  public Optional<SignedIn> holder(String token) {
    return jdbc.sql(FIND)
        .param("hash", Tokens.hash(token))
        .query((row, _) -> session(row))
        .optional()
        .flatMap(this::stillIn);
  }

  private Optional<SignedIn> stillIn(Session session) {
    var places = placesOf(session.person());
    var chosen =
        session
            .organisation()
            .flatMap(
                id -> places.stream().filter(place -> place.organisation().equals(id)).findFirst());
    var found = new SignedIn(session.id(), session.person(), chosen, places, session.provenAt());
    var now = clock.instant();
    boolean isOver =
        places.isEmpty()
            || session.seenAt().plus(idle(found)).isBefore(now)
            || session.beganAt().plus(LONGEST).isBefore(now);
    if (isOver) {
      end(session.id(), session.person());
      return Optional.empty();
    }
    if (session.seenAt().plus(GRAIN).isBefore(now)) {
      jdbc.sql(SEEN).param("id", session.id()).param("now", now()).update();
    }
    return Optional.of(found);
  }

  /** How long this person may leave the desk alone. */
  public static Duration idle(SignedIn person) {
    return person.seesClients() ? IDLE_WITH_CLIENTS : IDLE;
  }

  /**
   * Works for another organisation from now on.
   *
   * @return false if it does not have the person
   */
  public boolean choose(SignedIn who, UUID organisation) {
    var place =
        who.places().stream().filter(each -> each.organisation().equals(organisation)).findFirst();
    place.ifPresent(it -> {
      jdbc.sql(CHOOSE).param("id", who.session()).param("organisation", organisation).update();
      noteArrival(who.session(), who.person(), it);
    });
    return place.isPresent();
  }

  // Each organisation's audit tells who came to its desk, and of no other's.
  private void noteArrival(UUID session, UUID person, Place place) {
    new Acting.Member(place.organisation(), person, Role.keys(place.roles()), "sign-in")
        .run(() -> audit.noteApart(AuditAction.LOGIN, "desk_session", List.of(session)));
  }

  /** Notes that the person has just proved who they are once more. */
  public void prove(SignedIn who) {
    jdbc.sql(PROVE).param("id", who.session()).param("now", now()).update();
  }

  /** A person's own sign-ins, the most recent first. */
  public List<Session> of(UUID person) {
    sweep();
    return jdbc.sql(OF_PERSON).param("person", person).query((row, _) -> session(row)).list();
  }

  /** Ends one of a person's own sign-ins. */
  public void end(UUID session, UUID person) {
    jdbc.sql(END).param("id", session).param("person", person).update();
  }

  /** Ends all of a person's sign-ins but this one, as after a change of password. */
  public void endOthers(SignedIn who) {
    jdbc.sql(END_OTHERS).param("id", who.session()).param("person", who.person()).update();
  }

  private void sweep() {
    jdbc.sql(SWEEP).param("idle", now().minus(IDLE)).param("oldest", now().minus(LONGEST)).update();
  }

  private List<Place> placesOf(UUID person) {
    return new Acting.Self(person).call(memberships::mine);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Session session(ResultSet row) throws SQLException {
    return new Session(
        row.getObject("id", UUID.class),
        row.getObject("person_id", UUID.class),
        Optional.ofNullable(row.getObject("organisation_id", UUID.class)),
        Means.valueOf(row.getString("means")),
        row.getString("device"),
        row.getObject("began_at", OffsetDateTime.class).toInstant(),
        row.getObject("seen_at", OffsetDateTime.class).toInstant(),
        row.getObject("proven_at", OffsetDateTime.class).toInstant());
  }
}
