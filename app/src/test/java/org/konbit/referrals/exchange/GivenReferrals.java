package org.konbit.referrals.exchange;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.clients.FieldGroup;
import org.konbit.clients.GivenClients;
import org.konbit.database.Acting;
import org.konbit.directory.Need;
import org.konbit.directory.entry.GivenEntries;
import org.konbit.referrals.lifecycle.Mistake;
import org.konbit.referrals.lifecycle.Track;
import org.konbit.testing.Superuser;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Referrals for a test, made and sent as a navigator makes them. */
@Component
@Profile("!operation")
public class GivenReferrals {
  public static final Set<FieldGroup> SHARED =
      Set.of(FieldGroup.NAME, FieldGroup.CONTACT, FieldGroup.NEED_NOTE);

  private final GivenClients clients;
  private final GivenEntries entries;
  private final Drafts drafts;
  private final Sending sending;
  private final Moves moves;
  private final Statuses statuses;
  private final Conversation conversation;
  private final GivenStaff staff;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  GivenReferrals(
      GivenClients clients,
      GivenEntries entries,
      Drafts drafts,
      Sending sending,
      Moves moves,
      Statuses statuses,
      Conversation conversation,
      GivenStaff staff,
      JdbcClient jdbc,
      TransactionOperations transactions) {
    this.clients = clients;
    this.entries = entries;
    this.drafts = drafts;
    this.sending = sending;
    this.moves = moves;
    this.statuses = statuses;
    this.conversation = conversation;
    this.staff = staff;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** A referral with all that it rests on. */
  public record Given(
      UUID id, UUID from, UUID to, UUID client, UUID consent, UUID service, Draft draft) {}

  /** Somebody at work for an organisation. */
  public static Acting worker(UUID organisation) {
    return GivenClients.staff(organisation, Role.NAVIGATOR, Role.LEGAL_STAFF);
  }

  /** A draft about somebody of this name, to a service that is made for it. */
  public Given drafted(UUID from, UUID to, Need need, String name) {
    var service = entries.entry(to, "Partner").offers("Help", need).listed().service();
    return drafted(from, to, service, need, name);
  }

  /** The same, to a service there is. */
  public Given drafted(UUID from, UUID to, UUID service, Need need, String name) {
    var details = GivenClients.everythingAbout(name, "Fictional", "617-555-0142");
    var client = clients.client(from, details);
    var consent = clients.consent(from, client, to, SHARED);
    return drafted(from, to, service, need, client, consent);
  }

  /** The same, about somebody there is. */
  public Given drafted(UUID from, UUID to, UUID service, Need need, UUID client, UUID consent) {
    return drafted(from, to, service, need, client, consent, "Speaks with us on Tuesdays.");
  }

  private Given drafted(
      UUID from, UUID to, UUID service, Need need, UUID client, UUID consent, String message) {
    var draft =
        new Draft(
            UUID.randomUUID(),
            client,
            to,
            service,
            need,
            track(need),
            Draft.Warmth.WARM,
            Draft.Urgency.ROUTINE,
            Draft.Contact.PARTNER_CALLS,
            SHARED,
            message,
            Optional.empty());
    worker(from).run(() -> drafts.write(draft));
    return new Given(draft.id(), from, to, client, consent, service, draft);
  }

  /** The same once more, not sent yet. */
  public Given again(Given one) {
    return drafted(
        one.from(), one.to(), one.service(), one.draft().need(), one.client(), one.consent());
  }

  /** One about the same person, for food, written down nowhere yet. */
  public static Draft draft(
      Given like, UUID to, UUID service, Draft.Warmth warmth, Optional<UUID> parent) {
    return new Draft(
        UUID.randomUUID(),
        like.client(),
        to,
        service,
        Need.FOOD,
        Track.ORDINARY,
        warmth,
        Draft.Urgency.SOON,
        Draft.Contact.PERSON_CALLS,
        warmth == Draft.Warmth.WARM ? SHARED : Set.of(),
        "",
        parent);
  }

  /** One that was sent about somebody of this name and phone, of whom the two write. */
  public void plant(String name, String phone, String message) {
    var harbor = staff.organisation("Harbor Clinic");
    var valley = staff.organisation("Valley Legal Aid");
    var service = entries.entry(valley, "Partner").offers("Help", Need.FOOD).listed().service();
    var client = clients.client(harbor, GivenClients.everythingAbout(name, "Fictional", phone));
    var consent = clients.consent(harbor, client, valley, SHARED);
    var given = drafted(harbor, valley, service, Need.FOOD, client, consent, message);
    send(given);
    worker(harbor).run(() -> conversation.write(given.id(), name));
    var wrong = sent(harbor, valley, Need.FOOD, name);
    move(harbor, wrong.id(), Change.mistaken(Mistake.OTHER, message));
  }

  /** One that was sent. */
  public Given sent(UUID from, UUID to, Need need, String name) {
    var given = drafted(from, to, need, name);
    send(given);
    return given;
  }

  public void send(Given given) {
    worker(given.from()).run(() -> sending.send(given.id(), UUID.randomUUID()));
  }

  /** Moves one as somebody of an organisation. */
  public void move(UUID organisation, UUID id, Change change) {
    var actor = worker(organisation);
    actor.run(() ->
        moves.move(
            id, status(organisation, id).orElseThrow().changes(), change, UUID.randomUUID()));
  }

  /** So many that were sent and tell nothing of anybody. */
  public void sentMany(UUID from, UUID to, int many) {
    worker(from)
        .run(() ->
            transactions.executeWithoutResult(_ ->
                jdbc.sql(
                        """
                        INSERT INTO referral_status
                               (id, number, from_organisation_id, to_organisation_id, track, state,
                                sent_at, half_at, due_at, expires_at, changed_at)
                        SELECT gen_random_uuid(), 'AAAA-AAAA', konbit_organisation(), :to,
                               'ORDINARY', 'SENT', now(), now() + interval '1 day',
                               now() + interval '2 days', now() + interval '4 days', now()
                          FROM generate_series(1, :many)
                        """)
                    .param("to", to)
                    .param("many", many)
                    .update()));
  }

  /** What an organisation sees of how far one has come. */
  public Optional<Status> status(UUID organisation, UUID id) {
    return worker(organisation).call(() -> transactions.execute(_ -> statuses.one(id)));
  }

  /** How many rows of a table a statement of this organisation's people finds for a referral. */
  public int seen(UUID organisation, String table, String column, UUID id) {
    return worker(organisation)
        .call(() ->
            transactions.execute(_ ->
                jdbc.sql("SELECT count(*) FROM %s WHERE %s = :id".formatted(table, column))
                    .param("id", id)
                    .query(Integer.class)
                    .single()));
  }

  /** Lets a service count its places. */
  public void places(UUID organisation, UUID service, int available) {
    worker(organisation)
        .run(() ->
            transactions.executeWithoutResult(_ ->
                jdbc.sql(
                        """
                        INSERT INTO capacity (organisation_id, service_id, unit, available, updated_at)
                        VALUES (konbit_organisation(), :service, 'CASE', :available, now())
                        """)
                    .param("service", service)
                    .param("available", available)
                    .update()));
  }

  /** How many places a service has left. */
  public int placesLeft(UUID organisation, UUID service) {
    return worker(organisation)
        .call(() ->
            transactions.execute(_ ->
                jdbc.sql("SELECT available FROM capacity WHERE service_id = :service")
                    .param("service", service)
                    .query(Integer.class)
                    .single()));
  }

  /** How many rows of a person, by one referral, are left with its receiver. */
  static int left(Superuser superuser, UUID id) {
    return superuser
        .sql()
        .sql(
            """
            SELECT (SELECT count(*) FROM handover WHERE id = :id)
                 + (SELECT count(*) FROM handover_note WHERE referral_id = :id)
            """)
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  static Track track(Need need) {
    return switch (need) {
      case LEGAL, DETENTION, CITIZENSHIP -> Track.LEGAL;
      case SAFETY -> Track.UNSEEN;
      default -> Track.ORDINARY;
    };
  }
}
