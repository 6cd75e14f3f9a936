package org.konbit.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.database.Acting;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of the organisation that acts, and what they may do there. For its administrators, who
 * decide about everybody but themselves: so there is always one left.
 */
@Service
public class People {
  /**
   * Somebody who works, or worked, at the organisation.
   *
   * @param until the last day, if one was set
   * @param isSuspended whether they were shut out; what they did stays
   */
  public record Member(
      UUID person,
      String name,
      Set<Role> roles,
      Optional<LocalDate> until,
      boolean isSuspended,
      LocalDate since) {
    /** Whether a last day was set and has passed. */
    public boolean isOver(LocalDate today) {
      return until.filter(day -> day.isBefore(today)).isPresent();
    }
  }

  private static final String ALL =
      """
      SELECT person_id, name, roles, until, state, since
        FROM membership
       WHERE organisation_id = konbit_organisation()
       ORDER BY state, lower(name)
      """;
  private static final String ONE =
      """
      SELECT person_id, name, roles, until, state, since
        FROM membership
       WHERE organisation_id = konbit_organisation()
         AND person_id = :person
      """;
  private static final String CHANGE =
      """
      UPDATE membership
         SET roles = string_to_array(:roles, ','), until = :until
       WHERE organisation_id = konbit_organisation()
         AND person_id = :person
      """;
  private static final String TURN =
      """
      UPDATE membership
         SET state = :to
       WHERE organisation_id = konbit_organisation()
         AND person_id = :person
         AND state = :from
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Audit audit;

  People(JdbcClient jdbc, Clock clock, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /** Everybody, those who are shut out last. */
  @Transactional(readOnly = true)
  public List<Member> all() {
    Role.ORGANISATION_ADMINISTRATOR.required();
    return jdbc.sql(ALL).query((row, _) -> member(row)).list();
  }

  /** The names of everybody here, for those who read the audit. */
  @Transactional(readOnly = true)
  public Map<UUID, String> names() {
    return jdbc.sql(ALL).query((row, _) -> member(row)).list().stream()
        .collect(Collectors.toUnmodifiableMap(Member::person, Member::name));
  }

  /** The names of those who hold a role here today, for whoever must choose one of them. */
  @Transactional(readOnly = true)
  public Map<UUID, String> holding(Role role) {
    var today = LocalDate.now(clock);
    return jdbc.sql(ALL).query((row, _) -> member(row)).list().stream()
        .filter(each -> each.roles().contains(role) && !each.isSuspended() && !each.isOver(today))
        .collect(Collectors.toUnmodifiableMap(Member::person, Member::name));
  }

  /**
   * One of them.
   *
   * @throws NotHere if the organisation does not have the person
   */
  @Transactional(readOnly = true)
  public Member one(UUID person) {
    Role.ORGANISATION_ADMINISTRATOR.required();
    return jdbc.sql(ONE)
        .param("person", person)
        .query((row, _) -> member(row))
        .optional()
        .orElseThrow(NotHere::new);
  }

  /**
   * Gives a person these roles in place of those they had; it holds from their next request.
   *
   * @return what is wrong with the choice; if anything, nothing has changed
   * @throws NotHere if the organisation does not have the person, or it is whoever acts
   */
  @Transactional
  public List<RoleChoice.Problem> change(UUID person, RoleChoice choice) {
    var before = another(person);
    var problems = choice.problems(LocalDate.now(clock));
    if (before.roles().contains(Role.COALITION_ADMINISTRATOR)
        && !Role.COALITION_ADMINISTRATOR.isHeld()) {
      return List.of(RoleChoice.Problem.COALITION);
    }
    if (problems.isEmpty()) {
      jdbc.sql(CHANGE)
          .param("person", person)
          .param("roles", String.join(",", Role.keys(choice.roles())))
          .param("until", choice.until().orElse(null))
          .update();
      audit.note(AuditAction.UPDATE, "membership", List.of(person));
    }
    return problems;
  }

  /**
   * Shuts a person out at once: their next request, on whatever device, is refused. Nothing of
   * theirs is lost.
   *
   * @throws NotHere if the organisation does not have the person, or it is whoever acts
   */
  @Transactional
  public void suspend(UUID person) {
    turn(person, "ACTIVE", "SUSPENDED");
  }

  /**
   * Lets a person in again, with the roles they had.
   *
   * @throws NotHere if the organisation does not have the person, or it is whoever acts
   */
  @Transactional
  public void reinstate(UUID person) {
    turn(person, "SUSPENDED", "ACTIVE");
  }

  private void turn(UUID person, String from, String to) {
    another(person);
    jdbc.sql(TURN).param("person", person).param("from", from).param("to", to).update();
    audit.note(AuditAction.UPDATE, "membership", List.of(person));
  }

  private Member another(UUID person) {
    var member = one(person);
    if (Acting.now().actingPerson().equals(Optional.of(person))) {
      throw new NotHere();
    }
    return member;
  }

  private static Member member(ResultSet row) throws SQLException {
    return new Member(
        row.getObject("person_id", UUID.class),
        row.getString("name"),
        Stream.of((String[]) row.getArray("roles").getArray())
            .flatMap(key -> Role.of(key).stream())
            .collect(Collectors.toUnmodifiableSet()),
        Optional.ofNullable(row.getObject("until", LocalDate.class)),
        row.getString("state").equals("SUSPENDED"),
        row.getObject("since", OffsetDateTime.class).toLocalDate());
  }
}
