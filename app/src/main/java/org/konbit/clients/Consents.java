package org.konbit.clients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.konbit.access.NotHere;
import org.konbit.access.Organisations;
import org.konbit.database.Acting;
import org.konbit.directory.Offers;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.konbit.vault.SealedColumn;
import org.konbit.vault.SealedFields;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people agreed to: what of them, with which organisation, for what purpose, until when. What
 * nobody agreed to is not allowed.
 */
@Service
public class Consents {
  private static final String KIND = "consent";
  private static final SealedColumn EXPLAINED = new SealedColumn("consent", "explained");

  private static final String GIVE =
      """
      INSERT INTO consent (organisation_id, id, client_id, receiver_id, purpose, shares, explained,
                           shown, capacity, means, obtained_by, given_at, until, ended_on)
      VALUES (konbit_organisation(), :id, :client, :receiver, :purpose, :shares, :explained,
              :shown, :capacity, :means, konbit_person(), :now, :until, :until)
          ON CONFLICT (organisation_id, id) DO NOTHING
      """;
  private static final String OF_CLIENT =
      """
      SELECT id, client_id, receiver_id, purpose, shares, explained, capacity, means, given_at,
             until, withdrawn_at, withdrawal
        FROM consent
       WHERE client_id = :client
       ORDER BY given_at DESC, id
      """;
  // Of what a later yes covers too, nobody needs to be asked again.
  private static final String ENDING =
      """
      SELECT c.id, c.client_id, c.receiver_id, c.purpose, c.shares, c.explained, c.capacity,
             c.means, c.given_at, c.until, c.withdrawn_at, c.withdrawal
        FROM consent c
       WHERE c.ended_on BETWEEN :today AND :soon
         AND c.withdrawn_at IS NULL
         AND NOT EXISTS (SELECT FROM consent later
                          WHERE later.client_id = c.client_id
                            AND later.receiver_id = c.receiver_id
                            AND later.purpose = c.purpose
                            AND later.shares @> c.shares
                            AND later.withdrawn_at IS NULL
                            AND later.until > c.until)
       ORDER BY c.ended_on, c.id
       LIMIT :most
      """;
  // The rows stay locked until the end of the transaction: a withdrawal waits for what is being
  // shared by them, and then takes it back.
  private static final String COVERING =
      """
      SELECT id
        FROM consent
       WHERE client_id = :client
         AND receiver_id = :receiver
         AND purpose = :purpose
         AND shares @> cast(:shares AS text[])
         AND given_at <= :at
         AND until >= :day
         AND (withdrawn_at IS NULL OR withdrawn_at > :at)
         AND means = ANY (:means)
       ORDER BY until DESC, id
         FOR SHARE
      """;
  private static final String WITHDRAW =
      """
      UPDATE consent
         SET withdrawn_at = :now, withdrawn_to = konbit_person(), withdrawal = :how,
             ended_on = least(until, :today)
       WHERE id = :id
         AND withdrawn_at IS NULL
      RETURNING client_id
      """;
  private static final String EXISTS = "SELECT count(*) FROM consent WHERE id = :id";

  private record Explained(String language, String interpreter) {}

  private final JdbcClient jdbc;
  private final SealedFields fields;
  private final JsonMapper json;
  private final Clients clients;
  private final Organisations organisations;
  private final Offers offers;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Consents(
      JdbcClient jdbc,
      SealedFields fields,
      JsonMapper json,
      Clients clients,
      Organisations organisations,
      Offers offers,
      Audit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.fields = fields;
    this.json = json;
    this.clients = clients;
    this.organisations = organisations;
    this.offers = offers;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Keeps that a person agreed, just now.
   *
   * @param id made by the caller, who may call again: the first time counts
   * @throws NotHere if the acting organisation does not have the person, or nobody is the receiver
   * @throws IllegalArgumentException if it would hold for less than today or longer than {@link
   *     #latest}, or the receiver is not one that the purpose allows
   */
  @Transactional
  public void give(UUID id, UUID client, ConsentTerms terms) {
    clients.served(client);
    check(terms);
    var explained = new Explained(terms.language(), terms.interpreter());
    jdbc.sql(GIVE)
        .param("id", id)
        .param("client", client)
        .param("receiver", terms.receiver())
        .param("purpose", terms.purpose().name())
        .param("shares", names(terms.shares()))
        .param("explained", fields.seal(EXPLAINED, id, json.writeValueAsString(explained)))
        .param("shown", DigestUtils.sha256(terms.shown()))
        .param("capacity", terms.capacity().name())
        .param("means", terms.means().name())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("until", terms.until())
        .update();
    audit.note(AuditAction.CREATE, KIND, List.of(id));
  }

  /** The last day until which somebody can agree today, at the acting organisation. */
  public LocalDate latest() {
    var today = LocalDate.now(clock);
    return isShort()
        ? today.plusDays(ConsentTerms.LONGEST_DAYS_OF_SURVIVORS)
        : today.plusMonths(ConsentTerms.LONGEST_MONTHS);
  }

  /** The day until which a consent is proposed today. */
  public LocalDate usual() {
    return isShort()
        ? LocalDate.now(clock).plusDays(ConsentTerms.USUAL_DAYS_OF_SURVIVORS)
        : latest();
  }

  /** Whether the acting organisation helps survivors, whose consents end sooner. */
  public boolean isShort() {
    return Acting.now().actingFor().filter(offers::servesSurvivors).isPresent();
  }

  private void check(ConsentTerms terms) {
    if (terms.until().isBefore(LocalDate.now(clock)) || terms.until().isAfter(latest())) {
      throw new IllegalArgumentException(
          "The day (%s) is past, or after the last one (%s).".formatted(terms.until(), latest()));
    }
    boolean isOwn = Acting.now().actingFor().equals(Optional.of(terms.receiver()));
    if (isOwn != (terms.purpose() == Purpose.KEPT_SCREENING)) {
      throw new IllegalArgumentException(
          "The receiver is not one for the purpose (%s).".formatted(terms.purpose()));
    }
    if (organisations.one(terms.receiver()).isEmpty()) {
      throw new NotHere();
    }
  }

  /** All consents of a person, those from before included, the newest first. */
  @Transactional
  public List<Consent> of(UUID client) {
    ClientStaff.mayRead();
    var all = jdbc.sql(OF_CLIENT).param("client", client).query((row, _) -> consent(row)).list();
    audit.note(AuditAction.READ, KIND, all.stream().map(Consent::id).toList());
    return all;
  }

  /** Those that end within a month and that no later one replaces, the first to end first. */
  @Transactional
  public List<Consent> ending(int most) {
    ClientStaff.mayRead();
    var today = LocalDate.now(clock);
    var all =
        jdbc.sql(ENDING)
            .param("today", today)
            .param("soon", today.plusMonths(1))
            .param("most", most)
            .query((row, _) -> consent(row))
            .list();
    audit.note(AuditAction.READ, KIND, all.stream().map(Consent::id).toList());
    return all;
  }

  /**
   * The consent by which these groups of fields of a person may be shared with this receiver for
   * this purpose at this instant: the one that holds longest. It cannot be withdrawn before the
   * open transaction ends, so that whatever is shared in it is there for the withdrawal to take
   * back.
   *
   * @return nothing if no single consent covers it all
   */
  @Transactional
  public Optional<UUID> covering(
      UUID client, UUID receiver, Purpose purpose, Set<FieldGroup> shares, Instant at) {
    return covering(
        client,
        receiver,
        purpose,
        shares,
        at,
        ConsentTerms.Means.SPOKEN,
        ConsentTerms.Means.SIGNED);
  }

  /** The same among those that the person signed, also if one that was spoken holds longer. */
  @Transactional
  public Optional<UUID> signed(
      UUID client, UUID receiver, Purpose purpose, Set<FieldGroup> shares, Instant at) {
    return covering(client, receiver, purpose, shares, at, ConsentTerms.Means.SIGNED);
  }

  private Optional<UUID> covering(
      UUID client,
      UUID receiver,
      Purpose purpose,
      Set<FieldGroup> shares,
      Instant at,
      ConsentTerms.Means... means) {
    ClientStaff.mayRead();
    var found =
        jdbc.sql(COVERING)
            .param("client", client)
            .param("receiver", receiver)
            .param("purpose", purpose.name())
            .param("shares", names(shares))
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("day", at.atZone(clock.getZone()).toLocalDate())
            .param("means", Stream.of(means).map(Enum::name).toArray(String[]::new))
            .query(UUID.class)
            .list();
    audit.note(AuditAction.READ, KIND, found);
    return found.stream().findFirst();
  }

  /** Whether {@link #covering} finds one. */
  @Transactional
  public boolean isValid(
      UUID client, UUID receiver, Purpose purpose, Set<FieldGroup> shares, Instant at) {
    return covering(client, receiver, purpose, shares, at).isPresent();
  }

  /**
   * Takes a consent back from this instant on, and tells whoever shared by it within the same
   * transaction. One that was taken back already stays as it is.
   *
   * @throws NotHere if the acting organisation does not have it
   */
  @Transactional
  public void withdraw(UUID consent, Consent.How how) {
    ClientStaff.mayKeep();
    if (!takeBack(consent, how)
        && jdbc.sql(EXISTS).param("id", consent).query(Integer.class).single() == 0) {
      throw new NotHere();
    }
  }

  /** Takes back every consent of a person who is being erased. */
  void withdrawAll(UUID client) {
    of(client).stream()
        .filter(each -> each.withdrawal().isEmpty())
        .forEach(each -> takeBack(each.id(), Consent.How.ERASED));
  }

  /** Whether it was not taken back before. */
  private boolean takeBack(UUID consent, Consent.How how) {
    var client =
        jdbc.sql(WITHDRAW)
            .param("id", consent)
            .param("how", how.name())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("today", LocalDate.now(clock))
            .query(UUID.class)
            .optional();
    client.ifPresent(whose -> {
      audit.note(AuditAction.UPDATE, KIND, List.of(consent));
      var organisation = Acting.now().actingFor().orElseThrow(NotHere::new);
      events.publishEvent(new ConsentWithdrawn(organisation, consent, whose));
    });
    return client.isPresent();
  }

  private Consent consent(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    var explained =
        json.readValue(fields.open(EXPLAINED, id, row.getBytes("explained")), Explained.class);
    return new Consent(
        id,
        row.getObject("client_id", UUID.class),
        row.getObject("receiver_id", UUID.class),
        Purpose.valueOf(row.getString("purpose")),
        Stream.of((String[]) row.getArray("shares").getArray())
            .map(FieldGroup::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        explained.language(),
        explained.interpreter(),
        ConsentTerms.Capacity.valueOf(row.getString("capacity")),
        ConsentTerms.Means.valueOf(row.getString("means")),
        row.getObject("given_at", OffsetDateTime.class).toInstant(),
        row.getObject("until", LocalDate.class),
        withdrawal(row));
  }

  private static Optional<Consent.Withdrawal> withdrawal(ResultSet row) throws SQLException {
    var at = row.getObject("withdrawn_at", OffsetDateTime.class);
    return at == null
        ? Optional.empty()
        : Optional.of(
            new Consent.Withdrawal(
                at.toInstant(), Consent.How.valueOf(row.getString("withdrawal"))));
  }

  private static String[] names(Set<FieldGroup> groups) {
    return groups.stream().map(FieldGroup::name).sorted().toArray(String[]::new);
  }
}
