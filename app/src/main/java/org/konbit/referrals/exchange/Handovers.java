package org.konbit.referrals.exchange;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konbit.database.Acting;
import org.konbit.directory.Need;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.konbit.vault.SealedColumn;
import org.konbit.vault.SealedFields;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What receivers hold. Konbit writes and removes it for the receiver, in a transaction of the
 * receiver's own: no row ever passes the wall, and each is under its owner's key.
 */
@Component
public class Handovers {
  private static final SealedColumn SHARED = new SealedColumn("handover", "shared");
  private static final SealedColumn MESSAGE = new SealedColumn("handover", "message");

  private static final String PUT =
      """
      INSERT INTO handover
             (organisation_id, id, service_id, need, warmth, urgency, contact, shared, message,
              made_at)
      VALUES (konbit_organisation(), :id, :service, :need, :warmth, :urgency, :contact, :shared,
              :message, :now)
      """;
  private static final String SOME =
      """
      SELECT id, service_id, need, warmth, urgency, contact, shared, message
        FROM handover
       WHERE id = ANY (:ids)
      """;
  private static final String REMOVE =
      """
      DELETE FROM handover
       WHERE id = :id
      """;

  /**
   * What a receiver may see of a referral.
   *
   * @param shared what is told of the person, as one text; empty if nothing is
   * @param message what the sender wrote beside; empty if nothing
   */
  public record Handover(
      UUID id,
      UUID service,
      Need need,
      Draft.Warmth warmth,
      Draft.Urgency urgency,
      Draft.Contact contact,
      String shared,
      String message) {
    @Override
    public String toString() { // it names somebody
      return "Handover[%s]".formatted(id);
    }
  }

  private final JdbcClient jdbc;
  private final SealedFields fields;
  private final Audit audit;
  private final TransactionOperations transactions;
  private final Clock clock;

  Handovers(
      JdbcClient jdbc,
      SealedFields fields,
      Audit audit,
      TransactionOperations transactions,
      Clock clock) {
    this.jdbc = jdbc;
    this.fields = fields;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Konbit at work for one side of a referral. */
  static Acting.SystemActor konbitFor(UUID organisation, String purpose) {
    return new Acting.SystemActor(organisation, "referrals", purpose);
  }

  /** Writes what is shared for the receiver, who sees it once there is a status. */
  void put(Draft draft, String shared) {
    konbitFor(draft.to(), "handover")
        .run(() ->
            transactions.executeWithoutResult(_ -> {
              var id = draft.id();
              // A sending that was cut off may have left one.
              jdbc.sql(REMOVE).param("id", id).update();
              jdbc.sql(PUT)
                  .param("id", id)
                  .param("service", draft.service())
                  .param("need", draft.need().key())
                  .param("warmth", draft.warmth().name())
                  .param("urgency", draft.urgency().name())
                  .param("contact", draft.contact().name())
                  .param("shared", fields.seal(SHARED, id, shared))
                  .param("message", fields.seal(MESSAGE, id, draft.message()))
                  .param("now", clock.instant().atOffset(UTC))
                  .update();
              audit.note(AuditAction.CREATE, "handover", List.of(id));
            }));
  }

  /** What the acting receiver may see of a referral, inside the caller's transaction. */
  Optional<Handover> one(UUID id) {
    return some(List.of(id)).stream().findFirst();
  }

  /** What the acting receiver may see of some referrals, in no order. */
  List<Handover> some(Collection<UUID> ids) {
    return jdbc.sql(SOME)
        .param("ids", ids.toArray(UUID[]::new))
        .query((row, _) -> handover(row))
        .list();
  }

  private Handover handover(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new Handover(
        id,
        row.getObject("service_id", UUID.class),
        Need.of(row.getString("need")).orElseThrow(),
        Draft.Warmth.valueOf(row.getString("warmth")),
        Draft.Urgency.valueOf(row.getString("urgency")),
        Draft.Contact.valueOf(row.getString("contact")),
        fields.open(SHARED, id, row.getBytes("shared")),
        fields.open(MESSAGE, id, row.getBytes("message")));
  }

  /** Removes what the acting receiver holds, inside the caller's transaction. */
  void remove(UUID id) {
    if (jdbc.sql(REMOVE).param("id", id).update() > 0) {
      audit.note(AuditAction.DELETE, "handover", List.of(id));
    }
  }
}
