package org.konbit.clients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konbit.access.NotHere;
import org.konbit.language.Written;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.konbit.vault.SealedColumn;
import org.konbit.vault.SealedFields;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes about people. The database shows each to its audience alone. */
@Service
public class Notes {
  private static final String KIND = "client_note";
  private static final SealedColumn TEXT = new SealedColumn("client_note", "text");

  private static final String WRITE =
      """
      INSERT INTO client_note (organisation_id, id, client_id, audience, text, written_by,
                               written_at)
      VALUES (konbit_organisation(), :id, :client, :audience, :text, konbit_person(), :now)
          ON CONFLICT (organisation_id, id) DO NOTHING
      """;
  private static final String OF_CLIENT =
      """
      SELECT id, audience, text, written_by, written_at
        FROM client_note
       WHERE client_id = :client
       ORDER BY written_at DESC, id
      """;

  private final JdbcClient jdbc;
  private final SealedFields fields;
  private final Clients clients;
  private final Audit audit;
  private final Clock clock;

  Notes(JdbcClient jdbc, SealedFields fields, Clients clients, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.fields = fields;
    this.clients = clients;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Writes a note about a person.
   *
   * @param id made by the caller, who may call again: the first time counts
   * @throws NotHere if the acting organisation does not have the person
   */
  @Transactional
  public void write(UUID id, UUID client, Note.Audience audience, String text) {
    clients.served(client);
    String written = Written.lines(text);
    if (written.isEmpty() || written.length() > Note.LONGEST) {
      throw new IllegalArgumentException(
          "The note has (%d) characters, not 1 to %d.".formatted(written.length(), Note.LONGEST));
    }
    FreeText.check(written);
    jdbc.sql(WRITE)
        .param("id", id)
        .param("client", client)
        .param("audience", audience.name())
        .param("text", fields.seal(TEXT, id, written))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    audit.note(AuditAction.CREATE, KIND, List.of(id));
  }

  /** The notes about a person that were written for whoever acts, the newest first. */
  @Transactional
  public List<Note> of(UUID client) {
    ClientStaff.mayRead();
    var all = jdbc.sql(OF_CLIENT).param("client", client).query((row, _) -> note(row)).list();
    audit.note(AuditAction.READ, KIND, all.stream().map(Note::id).toList());
    return all;
  }

  private Note note(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new Note(
        id,
        Note.Audience.valueOf(row.getString("audience")),
        fields.open(TEXT, id, row.getBytes("text")),
        Optional.ofNullable(row.getObject("written_by", UUID.class)),
        row.getObject("written_at", OffsetDateTime.class).toInstant());
  }
}
