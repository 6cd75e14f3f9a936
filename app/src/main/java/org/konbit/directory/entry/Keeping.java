package org.konbit.directory.entry;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.konbit.access.NotHere;
import org.konbit.access.Role;
import org.konbit.database.Acting;
import org.konbit.directory.Need;
import org.konbit.directory.place.Point;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the organisation that acts does with its own entries. That it can touch no other's is the
 * database's work: an update that finds nothing there is "not here".
 */
@Service
public class Keeping {
  /** Who may change an entry for their organisation. */
  private static final Set<Role> KEEPERS =
      Set.of(
          Role.NAVIGATOR,
          Role.PROGRAMME_MANAGER,
          Role.LEGAL_STAFF,
          Role.LEGAL_SUPERVISOR,
          Role.EDITOR,
          Role.ORGANISATION_ADMINISTRATOR,
          Role.COALITION_ADMINISTRATOR);

  private static final String ADD =
      """
      INSERT INTO directory_entry
             (organisation_id, id, name, document, source, listed_on, changed_at)
      VALUES (konbit_organisation(), :id, :name, cast(:document AS jsonb), :source, :today, :now)
      ON CONFLICT (id) DO NOTHING
      """;
  private static final String CHANGE =
      """
      UPDATE directory_entry
         SET name = :name, document = cast(:document AS jsonb), changed_at = :now
       WHERE id = :id
         AND organisation_id = konbit_organisation()
      """;
  private static final String CONFIRM =
      """
      UPDATE directory_entry
         SET confirmed_on = :today, confirmed_by = konbit_organisation(), reminded_on = NULL,
             is_withdrawn = false, changed_at = :now
       WHERE id = :id
         AND organisation_id = konbit_organisation()
      """;
  private static final String WITHDRAW =
      """
      UPDATE directory_entry
         SET is_withdrawn = true, changed_at = :now
       WHERE id = :id
         AND organisation_id = konbit_organisation()
      """;
  private static final String HAND_OVER =
      """
      UPDATE directory_entry
         SET organisation_id = :to, changed_at = :now
       WHERE id = :id
         AND organisation_id = konbit_organisation()
      """;
  private static final String TOUCH =
      """
      UPDATE directory_entry
         SET changed_at = :now
       WHERE id = :id
         AND organisation_id = konbit_organisation()
      """;
  private static final String PUT_SERVICE =
      """
      INSERT INTO directory_service
             (organisation_id, id, entry_id, name, status, document, needs, modality, intake,
              intake_on, hours, answer_hours, is_place_secret, changed_at)
      VALUES (konbit_organisation(), :id, :entry, :name, :status, cast(:document AS jsonb),
              :needs, :modality, :intake, :intakeOn, cast(:hours AS jsonb), :answerHours,
              :secret, :now)
      ON CONFLICT (organisation_id, id) DO UPDATE
         SET name = excluded.name, status = excluded.status, document = excluded.document,
             needs = excluded.needs, modality = excluded.modality, intake = excluded.intake,
             intake_on = excluded.intake_on, hours = excluded.hours,
             answer_hours = excluded.answer_hours,
             is_place_secret = excluded.is_place_secret, changed_at = excluded.changed_at
       WHERE directory_service.entry_id = excluded.entry_id
      """;
  private static final String REMOVE_SERVICE =
      """
      DELETE FROM directory_service
       WHERE id = :id
         AND entry_id = :entry
         AND organisation_id = konbit_organisation()
      """;
  private static final String PUT_LOCATION =
      """
      INSERT INTO directory_location
             (organisation_id, id, entry_id, document, latitude, longitude)
      VALUES (konbit_organisation(), :id, :entry, cast(:document AS jsonb), :latitude, :longitude)
      ON CONFLICT (organisation_id, id) DO UPDATE
         SET document = excluded.document, latitude = excluded.latitude,
             longitude = excluded.longitude
       WHERE directory_location.entry_id = excluded.entry_id
      """;
  private static final String REMOVE_LOCATION =
      """
      DELETE FROM directory_location
       WHERE id = :id
         AND entry_id = :entry
         AND organisation_id = konbit_organisation()
      """;

  private final JdbcClient jdbc;
  private final Rows rows;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Keeping(JdbcClient jdbc, Rows rows, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.clock = clock;
    this.events = events;
  }

  /** Whether whoever acts in this thread may change their organisation's entries. */
  public static boolean isAllowed() {
    return KEEPERS.stream().anyMatch(Role::isHeld);
  }

  /** Whether a person of these roles, as role keys, may. */
  public static boolean isAllowed(Set<String> roles) {
    return KEEPERS.stream().map(Role::key).anyMatch(roles::contains);
  }

  /**
   * Adds an entry of the organisation that acts.
   *
   * @return whether it was added; not if there is one of the id, whoever keeps it
   */
  @Transactional
  public boolean add(UUID id, String name, Document document, Entry.Source source) {
    mayKeep();
    int added =
        jdbc.sql(ADD)
            .param("id", id)
            .param("name", name)
            .param("document", document.json().toString())
            .param("source", source.name())
            .param("today", LocalDate.now(clock))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update();
    events.publishEvent(new EntryChanged(id));
    return added == 1;
  }

  /** Says something else about the organisation. */
  @Transactional
  public void change(UUID id, String name, Document document) {
    mayKeep();
    must(at(CHANGE, id).param("name", name).param("document", document.json().toString()).update());
    events.publishEvent(new EntryChanged(id));
  }

  /** Says that all of an entry is right today; shows it again if it was hidden. */
  @Transactional
  public void confirm(UUID id) {
    mayKeep();
    must(at(CONFIRM, id).param("today", LocalDate.now(clock)).update());
    events.publishEvent(new EntryChanged(id));
  }

  /** Takes an entry out of sight until it is confirmed again. Nothing of it is deleted. */
  @Transactional
  public void withdraw(UUID id) {
    mayKeep();
    must(at(WITHDRAW, id).update());
    events.publishEvent(new EntryChanged(id));
  }

  /** Gives an entry that the coalition kept, with all that hangs from it, to a partner. */
  @Transactional
  public void handOver(UUID id, UUID to) {
    Role.COALITION_ADMINISTRATOR.required();
    must(at(HAND_OVER, id).param("to", to).update());
    events.publishEvent(new EntryChanged(id));
  }

  /** Adds or changes a service of an entry that the organisation keeps. */
  @Transactional
  public void put(ListedService service) {
    touch(service.entry());
    must(
        jdbc.sql(PUT_SERVICE)
            .param("id", service.id())
            .param("entry", service.entry())
            .param("name", service.name())
            .param("status", service.status().word())
            .param("document", service.document().json().toString())
            .param("needs", keys(service.needs()))
            .param("modality", service.modality().map(Enum::name).orElse(null))
            .param("intake", service.intake().map(each -> each.state().name()).orElse(null))
            .param("intakeOn", service.intake().map(Intake::on).orElse(null))
            .param("hours", service.hours().map(rows::text).orElse(null))
            .param("answerHours", service.answersWithin().map(Duration::toHours).orElse(null))
            .param("secret", service.isPlaceSecret())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .update());
  }

  /** Removes a service. */
  @Transactional
  public void removeService(UUID entry, UUID id) {
    touch(entry);
    must(jdbc.sql(REMOVE_SERVICE).param("id", id).param("entry", entry).update());
  }

  /** Adds or changes a place of an entry that the organisation keeps. */
  @Transactional
  public void put(Location place) {
    touch(place.entry());
    must(
        jdbc.sql(PUT_LOCATION)
            .param("id", place.id())
            .param("entry", place.entry())
            .param("document", place.document().json().toString())
            .param("latitude", place.point().map(Point::latitude).orElse(null))
            .param("longitude", place.point().map(Point::longitude).orElse(null))
            .update());
  }

  /** Removes a place. */
  @Transactional
  public void removeLocation(UUID entry, UUID id) {
    touch(entry);
    must(jdbc.sql(REMOVE_LOCATION).param("id", id).param("entry", entry).update());
  }

  private void touch(UUID entry) {
    mayKeep();
    must(at(TOUCH, entry).update());
    events.publishEvent(new EntryChanged(entry));
  }

  private JdbcClient.StatementSpec at(String sql, UUID id) {
    return jdbc.sql(sql).param("id", id).param("now", clock.instant().atOffset(ZoneOffset.UTC));
  }

  /** A person needs a role for it; what Konbit itself does here, nobody asked for. */
  private static void mayKeep() {
    if (Acting.now() instanceof Acting.Member && !isAllowed()) {
      throw new NotHere();
    }
  }

  private static String[] keys(Set<Need> needs) {
    return Arrays.stream(Need.values())
        .filter(needs::contains)
        .map(Need::key)
        .toArray(String[]::new);
  }

  private static void must(int changed) {
    if (changed == 0) {
      throw new NotHere();
    }
  }
}
