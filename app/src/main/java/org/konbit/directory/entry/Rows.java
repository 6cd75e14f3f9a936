package org.konbit.directory.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.konbit.directory.Need;
import org.konbit.directory.place.Point;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Rows become records, and their columns of JSON become documents. */
@Component
class Rows {
  private final JsonMapper json;

  Rows(JsonMapper json) {
    // To the last digit, so that what comes in goes out.
    this.json = json.rebuild().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  }

  Entry entry(ResultSet row) throws SQLException {
    var confirmedOn = Optional.ofNullable(row.getObject("confirmed_on", LocalDate.class));
    var by = row.getObject("confirmed_by", UUID.class);
    var byName = row.getString("confirmed_by_name");
    return new Entry(
        row.getObject("organisation_id", UUID.class),
        row.getObject("id", UUID.class),
        row.getString("name"),
        document(row.getString("document")),
        Entry.Source.valueOf(row.getString("source")),
        row.getObject("listed_on", LocalDate.class),
        confirmedOn.map(on -> new Entry.Confirmation(on, by, byName)),
        row.getBoolean("is_withdrawn"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  ListedService service(ResultSet row) throws SQLException {
    return new ListedService(
        row.getObject("organisation_id", UUID.class),
        row.getObject("id", UUID.class),
        row.getObject("entry_id", UUID.class),
        row.getString("name"),
        ListedService.Status.of(row.getString("status")).orElseThrow(),
        document(row.getString("document")),
        needs((String[]) row.getArray("needs").getArray()),
        Optional.ofNullable(row.getString("modality")).map(Modality::valueOf),
        intake(row.getString("intake"), row.getObject("intake_on", LocalDate.class)),
        Optional.ofNullable(row.getString("hours")).map(text -> json.readValue(text, Hours.class)),
        Optional.ofNullable(row.getObject("answer_hours", Integer.class)).map(Duration::ofHours),
        row.getBoolean("is_place_secret"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }

  Location location(ResultSet row) throws SQLException {
    Double latitude = row.getObject("latitude", Double.class);
    Double longitude = row.getObject("longitude", Double.class);
    return new Location(
        row.getObject("organisation_id", UUID.class),
        row.getObject("id", UUID.class),
        row.getObject("entry_id", UUID.class),
        document(row.getString("document")),
        latitude == null || longitude == null
            ? Optional.empty()
            : Optional.of(new Point(latitude, longitude)));
  }

  String text(Hours hours) {
    return json.writeValueAsString(hours);
  }

  private Document document(String text) {
    return new Document((ObjectNode) json.readTree(text));
  }

  private static Set<Need> needs(String[] keys) {
    return Stream.of(keys)
        .flatMap(key -> Need.of(key).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Intake> intake(@Nullable String state, @Nullable LocalDate on) {
    return state == null || on == null
        ? Optional.empty()
        : Optional.of(new Intake(Intake.State.valueOf(state), on));
  }
}
