package org.konbit.access.signin;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.access.NotHere;
import org.konbit.access.Origin;
import org.konbit.access.Role;
import org.konbit.access.RoleChoice;
import org.konbit.database.Acting;
import org.konbit.language.Written;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Links that let one person in, once, within a few days. Konbit sends none: whoever invites hands
 * the link over in a way that reaches the right person.
 */
@Service
public class Invitations {
  /** How long a link works. */
  public static final Duration VALID = Duration.ofDays(7);

  private static final int ORGANISATION_BYTES = 2 * Long.BYTES;
  private static final int SECRET_BYTES = 32;

  /**
   * One that waits.
   *
   * @param meantFor whom, in the words of whoever invites
   */
  public record Invitation(
      UUID organisation,
      String organisationName,
      UUID id,
      String meantFor,
      RoleChoice choice,
      Instant expiresAt) {}

  private static final String COLUMNS =
      """
      SELECT i.organisation_id, o.name, i.id, i.meant_for, i.roles, i.until, i.expires_at
        FROM invitation i
        JOIN organisation o ON o.id = i.organisation_id
      """;
  private static final String WAITING =
      COLUMNS + " WHERE i.expires_at > :now ORDER BY i.expires_at";
  private static final String OPEN =
      COLUMNS + " WHERE i.token_hash = :hash AND i.expires_at > :now AND o.state = 'ACTIVE'";
  private static final String MAKE =
      """
      INSERT INTO invitation
             (organisation_id, token_hash, meant_for, roles, until, invited_by, made_at, expires_at)
      VALUES (:organisation, :hash, :meantFor, string_to_array(:roles, ','), :until, :by, :now,
              :expires)
      RETURNING id
      """;
  private static final String WITHDRAW = "DELETE FROM invitation WHERE id = :id";
  private static final String SWEEP = "DELETE FROM invitation WHERE expires_at < :now";
  private static final String WITHDRAW_UNASKED = "DELETE FROM invitation WHERE invited_by IS NULL";
  private static final String HAS_ADMINISTRATOR =
      """
      SELECT EXISTS (
        SELECT 1
          FROM membership
         WHERE organisation_id = konbit_organisation()
           AND state = 'ACTIVE'
           AND 'organisation_administrator' = ANY (roles))
      """;

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Origin origin;
  private final Audit audit;

  Invitations(
      JdbcClient jdbc,
      TransactionOperations transactions,
      Clock clock,
      Origin origin,
      Audit audit) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
    this.origin = origin;
    this.audit = audit;
  }

  /** Those of the organisation that acts which nobody has taken up yet. */
  public List<Invitation> waiting() {
    Role.ORGANISATION_ADMINISTRATOR.required();
    return within(
        Acting.now(),
        () -> jdbc.sql(WAITING).param("now", now()).query((row, _) -> invitation(row)).list());
  }

  /**
   * Invites somebody to the organisation that acts.
   *
   * @param meantFor whom, for those who look at the list
   * @return the link, which is shown once
   * @throws IllegalArgumentException if the choice has problems
   */
  public String invite(String meantFor, RoleChoice choice, String language) {
    Role.ORGANISATION_ADMINISTRATOR.required();
    var problems = choice.problems(LocalDate.now(clock));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("The choice has problems (%s).".formatted(problems));
    }
    return make(Acting.now(), meantFor, choice, language, VALID);
  }

  /**
   * Invites an organisation's first administrator, for the coalition. Only while it has none: who
   * enters an organisation is its own decision from then on.
   *
   * @return the link; empty if the organisation has an administrator
   */
  public Optional<String> inviteFirstAdministrator(
      UUID organisation, String meantFor, String language) {
    Role.COALITION_ADMINISTRATOR.required();
    var actor = new Acting.SystemActor(organisation, "invitations", "first administrator");
    if (hasAdministrator(actor)) {
      return Optional.empty();
    }
    return Optional.of(
        make(
            actor,
            meantFor,
            new RoleChoice(Set.of(Role.ORGANISATION_ADMINISTRATOR), Optional.empty()),
            language,
            VALID));
  }

  /** Whether an organisation has anybody who administers its people. */
  public boolean hasAdministrator(UUID organisation) {
    return hasAdministrator(new Acting.SystemActor(organisation, "invitations", "overview"));
  }

  private boolean hasAdministrator(Acting actor) {
    return within(actor, () -> jdbc.sql(HAS_ADMINISTRATOR).query(Boolean.class).single());
  }

  /** Makes a link for whoever acts, without asking what they may. */
  String make(Acting actor, String meantFor, RoleChoice choice, String language, Duration valid) {
    var organisation = actor.actingFor().orElseThrow(NotHere::new);
    var token = token(organisation);
    within(
        actor,
        () -> {
          jdbc.sql(SWEEP).param("now", now()).update();
          if (actor.actingPerson().isEmpty()) {
            jdbc.sql(WITHDRAW_UNASKED).update();
          }
          var id =
              jdbc.sql(MAKE)
                  .param("organisation", organisation)
                  .param("hash", Tokens.hash(token))
                  .param("meantFor", Written.line(meantFor))
                  .param("roles", String.join(",", Role.keys(choice.roles())))
                  .param("until", choice.until().orElse(null))
                  .param("by", actor.actingPerson().orElse(null))
                  .param("now", now())
                  .param("expires", now().plus(valid))
                  .query(UUID.class)
                  .single();
          audit.note(AuditAction.CREATE, "invitation", List.of(id));
          return id;
        });
    return "%s/desk/%s/invitation/%s".formatted(origin.address(), language, token);
  }

  /** Withdraws one of the organisation that acts; its link leads nowhere from then on. */
  public void withdraw(UUID id) {
    Role.ORGANISATION_ADMINISTRATOR.required();
    int gone =
        within(
            Acting.now(),
            () -> {
              audit.note(AuditAction.DELETE, "invitation", List.of(id));
              return jdbc.sql(WITHDRAW).param("id", id).update();
            });
    if (gone == 0) {
      throw new NotHere();
    }
  }

  /** The invitation of a link, which may be anything. */
  public Optional<Invitation> open(String token) {
    return organisation(token)
        .map(id -> new Acting.SystemActor(id, "invitations", "open"))
        .flatMap(actor ->
            within(
                actor,
                () ->
                    jdbc.sql(OPEN)
                        .param("hash", Tokens.hash(token))
                        .param("now", now())
                        .query((row, _) -> invitation(row))
                        .optional()));
  }

  /**
   * Uses an invitation up, inside the transaction that lets the person in.
   *
   * @return false if it was used or withdrawn in the meantime
   */
  boolean useUp(Invitation invitation) {
    if (jdbc.sql(WITHDRAW).param("id", invitation.id()).update() == 0) {
      return false;
    }
    jdbc.sql(WITHDRAW_UNASKED).update();
    return true;
  }

  // The organisation stands in front, so that the link can be looked up behind its wall.
  private static String token(UUID organisation) {
    return Tokens.text(
        ByteBuffer.allocate(ORGANISATION_BYTES + SECRET_BYTES)
            .putLong(organisation.getMostSignificantBits())
            .putLong(organisation.getLeastSignificantBits())
            .put(Tokens.random(SECRET_BYTES))
            .array());
  }

  private static Optional<UUID> organisation(String token) {
    try {
      var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
      return bytes.capacity() == ORGANISATION_BYTES + SECRET_BYTES
          ? Optional.of(new UUID(bytes.getLong(), bytes.getLong()))
          : Optional.empty();
    } catch (IllegalArgumentException e) { // not a token at all
      return Optional.empty();
    }
  }

  private <T> T within(Acting actor, java.util.function.Supplier<T> work) {
    return actor.call(() -> transactions.execute(_ -> work.get()));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static Invitation invitation(ResultSet row) throws SQLException {
    return new Invitation(
        row.getObject("organisation_id", UUID.class),
        row.getString("name"),
        row.getObject("id", UUID.class),
        row.getString("meant_for"),
        new RoleChoice(
            Stream.of((String[]) row.getArray("roles").getArray())
                .flatMap(key -> Role.of(key).stream())
                .collect(Collectors.toUnmodifiableSet()),
            Optional.ofNullable(row.getObject("until", LocalDate.class))),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
