package org.konbit.clients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.konbit.vault.SealedColumn;
import org.konbit.vault.SealedFields;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** People as they lie in the table {@code client}: sealed. */
@Component
class ClientRows {
  private static final SealedColumn NAMES = new SealedColumn("client", "names");
  private static final SealedColumn BIRTH_DATE = new SealedColumn("client", "birth_date");
  private static final SealedColumn CONTACT = new SealedColumn("client", "contact");
  private static final SealedColumn SPEECH = new SealedColumn("client", "speech");
  private static final SealedColumn NEED = new SealedColumn("client", "need");

  // Sent twice by one click too many, it is one person.
  private static final String INSERT =
      """
      INSERT INTO client (organisation_id, id, names, birth_date, contact, speech, need,
                          people_at_home, last_served, changed_at)
      VALUES (konbit_organisation(), :id, :names, :birthDate, :contact, :speech, :need,
              :peopleAtHome, :today, :now)
          ON CONFLICT (organisation_id, id) DO NOTHING
      """;
  // Two who change at once: the later one is told, and overwrites nothing.
  private static final String UPDATE =
      """
      UPDATE client
         SET names = :names, birth_date = :birthDate, contact = :contact, speech = :speech,
             need = :need, people_at_home = :peopleAtHome, last_served = :today,
             changed_at = :now, version = version + 1
       WHERE id = :id
         AND version = :version
         AND merged_into IS NULL
      """;
  private static final String SOME =
      """
      SELECT id, names, birth_date, contact, speech, need, people_at_home, version, last_served
        FROM client
       WHERE id = ANY (:ids)
      """;
  private static final String LATEST =
      """
      SELECT id, names, birth_date, contact, speech, need, people_at_home, version, last_served
        FROM client
       WHERE merged_into IS NULL
       ORDER BY changed_at DESC, id
       LIMIT :atMost
      """;
  private static final String SERVED =
      """
      UPDATE client
         SET last_served = :today
       WHERE id = :id
         AND last_served <= :today
      """;

  private final JdbcClient jdbc;
  private final SealedFields fields;
  private final JsonMapper json;
  private final Clock clock;

  ClientRows(JdbcClient jdbc, SealedFields fields, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.fields = fields;
    this.json = json;
    this.clock = clock;
  }

  /** Whether it is new: an id that is there already stays as it is. */
  boolean insert(UUID id, Details details) {
    return write(jdbc.sql(INSERT), id, details).update() == 1;
  }

  /** Whether that version was still the last one. */
  boolean update(UUID id, int version, Details details) {
    return write(jdbc.sql(UPDATE), id, details).param("version", version).update() == 1;
  }

  private JdbcClient.StatementSpec write(
      JdbcClient.StatementSpec statement, UUID id, Details details) {
    return statement
        .param("id", id)
        .param("names", fields.seal(NAMES, id, json.writeValueAsString(details.name())))
        .param("birthDate", fields.seal(BIRTH_DATE, id, BirthText.of(details.birthDate())))
        .param("contact", fields.seal(CONTACT, id, json.writeValueAsString(details.contact())))
        .param("speech", fields.seal(SPEECH, id, json.writeValueAsString(details.speech())))
        .param("need", fields.seal(NEED, id, details.need()))
        .param(
            "peopleAtHome",
            details.peopleAtHome().isPresent() ? details.peopleAtHome().getAsInt() : null)
        .param("today", LocalDate.now(clock))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC));
  }

  /** Those of the ids that the acting organisation has. */
  List<Client> some(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(SOME)
            .param("ids", ids.toArray(UUID[]::new))
            .query((row, _) -> opened(row))
            .list();
  }

  /** Those who were changed last. */
  List<Client> latest(int atMost) {
    return jdbc.sql(LATEST).param("atMost", atMost).query((row, _) -> opened(row)).list();
  }

  /** Whether there is such a person; from today on the clock runs anew. */
  boolean served(UUID id) {
    return jdbc.sql(SERVED).param("id", id).param("today", LocalDate.now(clock)).update() == 1;
  }

  private Client opened(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    int atHome = row.getInt("people_at_home");
    var peopleAtHome = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(atHome);
    var details =
        new Details(
            json.readValue(fields.open(NAMES, id, row.getBytes("names")), PersonName.class),
            BirthText.read(fields.open(BIRTH_DATE, id, row.getBytes("birth_date"))),
            json.readValue(fields.open(CONTACT, id, row.getBytes("contact")), Contact.class),
            json.readValue(fields.open(SPEECH, id, row.getBytes("speech")), Speech.class),
            peopleAtHome,
            fields.open(NEED, id, row.getBytes("need")));
    return new Client(
        id, details, row.getInt("version"), row.getObject("last_served", LocalDate.class));
  }
}
