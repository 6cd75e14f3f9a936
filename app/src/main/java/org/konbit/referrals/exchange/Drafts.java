package org.konbit.referrals.exchange;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.access.NotHere;
import org.konbit.access.Organisations;
import org.konbit.clients.FieldGroup;
import org.konbit.database.Acting;
import org.konbit.directory.Need;
import org.konbit.directory.Offers;
import org.konbit.referrals.lifecycle.Chain;
import org.konbit.referrals.lifecycle.State;
import org.konbit.referrals.lifecycle.Track;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.konbit.vault.SealedColumn;
import org.konbit.vault.SealedFields;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the acting organisation wants to send, and has not. */
@Service
public class Drafts {
  static final SealedColumn MESSAGE = new SealedColumn("referral", "message");
  private static final SealedColumn MISTAKE = new SealedColumn("referral", "mistake_words");

  private static final String WRITE =
      """
      INSERT INTO referral
             (organisation_id, id, client_id, to_organisation_id, service_id, need, warmth, urgency,
              contact, share_set, track, state, message, parent_id, made_by, made_at)
      VALUES (konbit_organisation(), :id, :client, :to, :service, :need, :warmth, :urgency,
              :contact, :share, :track, 'DRAFT', :message, :parent, :by, :now)
      """;
  private static final String SOME =
      """
      SELECT id, client_id, to_organisation_id, service_id, need, track, warmth, urgency, contact,
             share_set, message, parent_id
        FROM referral
       WHERE id = ANY (:ids)
         AND state = :state
      """;
  private static final String ABOUT =
      """
      SELECT id, client_id, to_organisation_id, service_id, need, track, warmth, urgency, contact,
             share_set, message, parent_id, state
        FROM referral
       WHERE client_id = :client
       ORDER BY made_at DESC, id
      """;
  private static final String LOCKED = SOME + " FOR UPDATE";
  private static final String END =
      """
      UPDATE referral
         SET state = :state, ended_on = :today
       WHERE id = :id
         AND state = 'DRAFT'
      """;
  private static final String MISTAKEN =
      """
      UPDATE referral
         SET mistake_words = :words
       WHERE id = :id
      """;
  private static final String MISTAKE_WORDS =
      """
      SELECT mistake_words
        FROM referral
       WHERE id = :id
         AND mistake_words IS NOT NULL
      """;
  private static final String CHAIN =
      """
      WITH RECURSIVE chain AS (
        SELECT r.to_organisation_id, r.parent_id, 1 AS depth
          FROM referral r
         WHERE r.id = :parent
         UNION ALL
        SELECT r.to_organisation_id, r.parent_id, chain.depth + 1
          FROM referral r
          JOIN chain ON chain.parent_id = r.id
         WHERE chain.depth < 20)
      SELECT to_organisation_id FROM chain ORDER BY depth DESC
      """;

  private final JdbcClient jdbc;
  private final SealedFields fields;
  private final Audit audit;
  private final Offers offers;
  private final Organisations organisations;
  private final Clock clock;

  Drafts(
      JdbcClient jdbc,
      SealedFields fields,
      Audit audit,
      Offers offers,
      Organisations organisations,
      Clock clock) {
    this.jdbc = jdbc;
    this.fields = fields;
    this.audit = audit;
    this.offers = offers;
    this.organisations = organisations;
    this.clock = clock;
  }

  /**
   * Which way a referral to a service goes: a legal provider and a program for survivors tell less.
   */
  public static Track track(Offers.Offer offer, Need need) {
    if (offer.isPlaceSecret() || offer.needs().contains(Need.SAFETY)) {
      return Track.UNSEEN;
    }
    return need == Need.LEGAL || need == Need.DETENTION || need == Need.CITIZENSHIP
        ? Track.LEGAL
        : Track.ORDINARY;
  }

  /** What other partners offer for a need to people who are sent to them now. */
  @Transactional(readOnly = true)
  public List<Offers.Offer> offers(Need need) {
    var own = Workers.required();
    var partners =
        organisations.all().stream()
            .filter(each -> !each.isSuspended() && !each.isCoalition())
            .map(Organisations.Organisation::id)
            .collect(Collectors.toSet());
    return offers.meeting(need).stream()
        .filter(Offers.Offer::isTaking)
        .filter(offer -> partners.contains(offer.keeper()) && !offer.keeper().equals(own))
        .toList();
  }

  /**
   * Writes one. Nobody else sees it.
   *
   * @throws Refused if it could never be sent
   */
  @Transactional
  public void write(Draft draft) {
    Workers.required();
    check(draft);
    Unkept.check(draft.message());
    var id = draft.id();
    jdbc.sql(WRITE)
        .param("id", id)
        .param("client", draft.client())
        .param("to", draft.to())
        .param("service", draft.service())
        .param("need", draft.need().key())
        .param("warmth", draft.warmth().name())
        .param("urgency", draft.urgency().name())
        .param("contact", draft.contact().name())
        .param("share", draft.share().stream().map(Enum::name).sorted().toArray(String[]::new))
        .param("track", draft.track().name())
        .param(
            "message", draft.message().isEmpty() ? null : fields.seal(MESSAGE, id, draft.message()))
        .param("parent", draft.parent().orElse(null))
        .param("by", Acting.now().actingPerson().orElse(null))
        .param("now", clock.instant().atOffset(UTC))
        .update();
    audit.note(AuditAction.CREATE, "referral", List.of(id));
  }

  /** Throws a draft away, or keeps it as a note that a family was told of somebody. */
  @Transactional
  public void end(UUID id, boolean isLogged) {
    Workers.required();
    int ended =
        jdbc.sql(END)
            .param("id", id)
            .param("state", isLogged ? "LOGGED_ONLY" : "DISCARDED")
            .param("today", LocalDate.now(clock))
            .update();
    if (ended == 0) {
      throw new NotHere();
    }
    audit.note(AuditAction.UPDATE, "referral", List.of(id));
  }

  /** Keeps what the sender says of a mistake, in its own row; of somebody erased, nothing. */
  void mistaken(UUID id, String words) {
    Unkept.check(words);
    if (!words.isEmpty()) {
      jdbc.sql(MISTAKEN).param("id", id).param("words", fields.seal(MISTAKE, id, words)).update();
    }
  }

  /** What the sender said of a mistake; empty if nothing. */
  String mistakeWords(UUID id) {
    return jdbc.sql(MISTAKE_WORDS)
        .param("id", id)
        .query(byte[].class)
        .optional()
        .map(sealed -> fields.open(MISTAKE, id, sealed))
        .orElse("");
  }

  /** A draft, which nobody else changes until the transaction ends. */
  Optional<Draft> one(UUID id) {
    return in(LOCKED, List.of(id), "DRAFT").stream().findFirst();
  }

  /** Those of the ids that are drafts. */
  List<Draft> unsent(Collection<UUID> ids) {
    return in(SOME, ids, "DRAFT");
  }

  /** What was sent under these ids, in no order. */
  List<Draft> sent(Collection<UUID> ids) {
    return in(SOME, ids, "SENT");
  }

  /** One that the sender keeps, and what it says of it beside the status. */
  record Kept(Draft draft, State state) {}

  /** All that the acting organisation keeps about a person, the newest first. */
  List<Kept> about(UUID client) {
    return jdbc.sql(ABOUT)
        .param("client", client)
        .query((row, _) -> new Kept(draft(row), State.valueOf(row.getString("state"))))
        .list();
  }

  private List<Draft> in(String sql, Collection<UUID> ids, String state) {
    return jdbc.sql(sql)
        .param("ids", ids.toArray(UUID[]::new))
        .param("state", state)
        .query((row, _) -> draft(row))
        .list();
  }

  /**
   * Looks whether it may be sent today, consent apart.
   *
   * @throws Refused if not
   */
  Offers.Offer check(Draft draft) {
    var offer =
        offers
            .one(draft.service())
            .filter(each -> each.needs().contains(draft.need()))
            .filter(each -> each.keeper().equals(draft.to()))
            .orElseThrow(() -> new Refused(Refused.Why.SERVICE_GONE));
    var receiver = organisations.one(offer.keeper());
    if (receiver.filter(each -> !each.isSuspended() && !each.isCoalition()).isEmpty()) {
      throw new Refused(Refused.Why.RECEIVER_LEFT);
    }
    if (track(offer, draft.need()) != draft.track()) {
      throw new Refused(Refused.Why.SERVICE_GONE);
    }
    if (!offer.isTaking()) {
      throw new Refused(Refused.Why.NOT_TAKING);
    }
    checkChain(draft);
    return offer;
  }

  private void checkChain(Draft draft) {
    var before =
        draft
            .parent()
            .map(parent -> jdbc.sql(CHAIN).param("parent", parent).query(UUID.class).list())
            .orElse(List.of());
    var sender = Acting.now().actingFor().orElseThrow(NotHere::new);
    switch (new Chain(sender, before).next(draft.to())) {
      case NONE -> {}
      case OWN -> throw new Refused(Refused.Why.OWN_ORGANISATION);
      case CYCLE -> throw new Refused(Refused.Why.CHAIN_CYCLE);
      case TOO_LONG -> throw new Refused(Refused.Why.CHAIN_TOO_LONG);
    }
  }

  private Draft draft(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    byte[] message = row.getBytes("message");
    return new Draft(
        id,
        row.getObject("client_id", UUID.class),
        row.getObject("to_organisation_id", UUID.class),
        row.getObject("service_id", UUID.class),
        Need.of(row.getString("need")).orElseThrow(),
        Track.valueOf(row.getString("track")),
        Draft.Warmth.valueOf(row.getString("warmth")),
        Draft.Urgency.valueOf(row.getString("urgency")),
        Draft.Contact.valueOf(row.getString("contact")),
        Stream.of((String[]) row.getArray("share_set").getArray())
            .map(FieldGroup::valueOf)
            .collect(Collectors.toUnmodifiableSet()),
        message == null ? "" : fields.open(MESSAGE, id, message),
        Optional.ofNullable(row.getObject("parent_id", UUID.class)));
  }
}
