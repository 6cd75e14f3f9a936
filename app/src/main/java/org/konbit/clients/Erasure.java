package org.konbit.clients;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.konbit.access.NotHere;
import org.konbit.access.Role;
import org.konbit.database.Acting;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.konbit.vault.AuditEntry;
import org.konbit.vault.Retention;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person may ask of the organisation about themselves: to be told all that is kept, and that
 * it be erased. For privacy officers, who read every note.
 */
@Service
public class Erasure {
  /**
   * All that is kept about one person, and who did what with it.
   *
   * @param others the person's other records, before they were made one with this
   * @param homes the person's times in households, the newest first
   * @param done entries of the audit about the person, the newest first
   */
  public record Everything(
      Client client,
      List<Client> others,
      List<Households.Member> homes,
      List<Consent> consents,
      Set<ChosenPrograms.Program> programs,
      List<Note> notes,
      List<AuditEntry> done) {
    @Override
    public String toString() { // it names a person
      return "Everything";
    }
  }

  private static final String KIND = "client";
  private static final int MOST_DONE = 1_000;
  private static final String ERASE = "DELETE FROM client WHERE id = :id OR merged_into = :id";

  private final Clients clients;
  private final Households households;
  private final Consents consents;
  private final ChosenPrograms chosen;
  private final Notes notes;
  private final Merging merging;
  private final Retention retention;
  private final Audit audit;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Erasure(
      Clients clients,
      Households households,
      Consents consents,
      ChosenPrograms chosen,
      Notes notes,
      Merging merging,
      Retention retention,
      Audit audit,
      JdbcClient jdbc,
      ApplicationEventPublisher events) {
    this.clients = clients;
    this.households = households;
    this.consents = consents;
    this.chosen = chosen;
    this.notes = notes;
    this.merging = merging;
    this.retention = retention;
    this.audit = audit;
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * All that the acting organisation keeps about a person here.
   *
   * @throws NotHere if it does not have the person, or whoever acts is no privacy officer
   */
  @Transactional
  public Everything everything(UUID id) {
    Role.PRIVACY_OFFICER.required();
    var client = clients.one(id);
    audit.note(AuditAction.EXPORT, KIND, List.of(id));
    return new Everything(
        client,
        merging.within(id),
        households.homes(id),
        consents.of(id),
        chosen.of(id),
        notes.of(id),
        audit.entriesAbout(id, Long.MAX_VALUE, MOST_DONE));
  }

  /** Whether a legal hold keeps the person's record from being erased. */
  @Transactional
  public boolean isHeld(UUID id) {
    Role.PRIVACY_OFFICER.required();
    return retention.isHeld(KIND, id);
  }

  /**
   * Erases all that the acting organisation keeps about a person: first every consent that holds is
   * taken back, so that those who were told see nothing more. What stays is the audit, which says
   * that and when, and never what.
   *
   * @return whether it was erased; not while a legal hold keeps it
   * @throws NotHere if the organisation does not have the person, or whoever acts is no privacy
   *     officer
   */
  @Transactional
  public boolean erase(UUID id) {
    Role.PRIVACY_OFFICER.required();
    clients.one(id);
    if (isHeld(id)) {
      audit.note(AuditAction.DENIED, KIND, List.of(id));
      return false;
    }
    consents.withdrawAll(id);
    events.publishEvent(new ClientErased(Acting.now().actingFor().orElseThrow(NotHere::new), id));
    jdbc.sql(ERASE).param("id", id).update();
    audit.note(AuditAction.DELETE, KIND, List.of(id));
    return true;
  }
}
