package org.konbit.access.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konbit.access.Role;
import org.konbit.access.SignedIn.Place;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a person belongs today. */
@Component
class Memberships {
  private static final String OF_PERSON =
      """
      SELECT o.id, o.name AS organisation_name, o.is_coalition, m.name, m.roles
        FROM membership m
        JOIN organisation o ON o.id = m.organisation_id
       WHERE m.person_id = konbit_person()
         AND m.state = 'ACTIVE'
         AND o.state = 'ACTIVE'
         AND (m.until IS NULL OR m.until >= :today)
       ORDER BY o.name
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Memberships(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Every organisation that has whoever acts in this thread. Who administers people anywhere audits
   * nowhere: an organisation cannot know what its auditor does elsewhere, so it is seen to here.
   */
  @Transactional(readOnly = true)
  public List<Place> mine() {
    var places =
        jdbc.sql(OF_PERSON)
            .param("today", LocalDate.now(clock))
            .query((row, _) -> place(row))
            .list();
    return places.stream().anyMatch(Place::administersPeople)
        ? places.stream().map(Place::withoutAudit).toList()
        : places;
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getObject("id", UUID.class),
        row.getString("organisation_name"),
        row.getBoolean("is_coalition"),
        row.getString("name"),
        List.of((String[]) row.getArray("roles").getArray()).stream()
            .flatMap(key -> Role.of(key).stream())
            .collect(Collectors.toUnmodifiableSet()),
        false);
  }
}
