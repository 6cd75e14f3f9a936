package org.konbit.referrals.exchange;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import org.konbit.clients.ClientErased;
import org.konbit.clients.ConsentWithdrawn;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A family no longer wants to be known somewhere. In the very transaction in which its consent
 * ends, or a person is erased, what was shared is hidden from whoever got it; Konbit removes it
 * right after.
 */
@Component
class TakingBack {
  // A question that nobody will answer goes back to where it can be taken back.
  private static final String UNASK =
      """
      UPDATE referral_status s
         SET state = 'SENT', changed_at = :now
        FROM referral r
       WHERE r.id = s.id
         AND :about IN (r.consent_id, r.client_id)
         AND s.state = 'NEEDS_INFORMATION'
      """;
  private static final String RECALL =
      """
      UPDATE referral_status s
         SET state = 'RECALLED', closed_at = :now, withdrawn_at = :now, changed_at = :now
        FROM referral r
       WHERE r.id = s.id
         AND :about IN (r.consent_id, r.client_id)
         AND s.state = 'SENT'
      RETURNING s.id
      """;
  private static final String HIDE =
      """
      UPDATE referral_status s
         SET withdrawn_at = :now, changed_at = :now
        FROM referral r
       WHERE r.id = s.id
         AND :about IN (r.consent_id, r.client_id)
         AND s.withdrawn_at IS NULL
      RETURNING s.id
      """;

  private final JdbcClient jdbc;
  private final Audit audit;
  private final Clock clock;

  TakingBack(JdbcClient jdbc, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** Hides what was shared on a consent, inside the transaction that ends it. */
  @EventListener
  void withdrawn(ConsentWithdrawn event) {
    takeBack(event.consent());
  }

  /** Hides all that was sent about a person, without a consent too, before the person is erased. */
  @EventListener
  void erased(ClientErased event) {
    takeBack(event.client());
  }

  private void takeBack(UUID consentOrClient) {
    at(UNASK, consentOrClient).update();
    var ids = new ArrayList<>(at(RECALL, consentOrClient).query(UUID.class).list());
    ids.addAll(at(HIDE, consentOrClient).query(UUID.class).list());
    if (!ids.isEmpty()) {
      audit.note(AuditAction.UPDATE, "referral", ids);
    }
  }

  private JdbcClient.StatementSpec at(String sql, UUID about) {
    return jdbc.sql(sql).param("about", about).param("now", clock.instant().atOffset(UTC));
  }
}
