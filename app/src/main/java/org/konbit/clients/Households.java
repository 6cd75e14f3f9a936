package org.konbit.clients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konbit.access.NotHere;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who lives with whom, from when until when: a person has one home at a time. */
@Service
public class Households {
  /**
   * One person's time in one household.
   *
   * @param until the last day, if it is over
   */
  public record Member(
      UUID household,
      UUID client,
      HouseholdRole role,
      LocalDate since,
      Optional<LocalDate> until) {}

  private static final String OF_CLIENT =
      """
      SELECT household_id, client_id, role, since, until
        FROM household_member
       WHERE household_id IN (SELECT household_id
                                FROM household_member
                               WHERE client_id = :client
                                 AND until IS NULL)
         AND until IS NULL
       ORDER BY role <> 'HEAD', since, client_id
      """;
  private static final String BEFORE =
      """
      SELECT household_id, client_id, role, since, until
        FROM household_member
       WHERE client_id = :client
       ORDER BY since DESC, id DESC
      """;
  // Whoever has a home already keeps it.
  private static final String ENTER =
      """
      INSERT INTO household_member (organisation_id, household_id, client_id, role, since)
      VALUES (konbit_organisation(), :household, :client, :role, :since)
          ON CONFLICT (organisation_id, client_id) WHERE until IS NULL DO NOTHING
      """;
  private static final String LEAVE =
      """
      UPDATE household_member
         SET until = greatest(:on, since)
       WHERE client_id = :client
         AND until IS NULL
      """;
  private static final String EXISTS = "SELECT count(*) FROM client WHERE id = ANY (:ids)";

  private final JdbcClient jdbc;
  private final Audit audit;
  private final Clock clock;

  Households(JdbcClient jdbc, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** Everybody at the person's home now, the person included; nobody if no home is known. */
  @Transactional
  public List<Member> home(UUID client) {
    ClientStaff.mayRead();
    audit.note(AuditAction.READ, "household", List.of(client));
    return jdbc.sql(OF_CLIENT).param("client", client).query((row, _) -> member(row)).list();
  }

  /** The person's homes, the newest first. */
  @Transactional
  public List<Member> homes(UUID client) {
    ClientStaff.mayRead();
    audit.note(AuditAction.READ, "household", List.of(client));
    return jdbc.sql(BEFORE).param("client", client).query((row, _) -> member(row)).list();
  }

  /**
   * Lets a person live from today on with another, who becomes a head of household if they had no
   * home until now.
   *
   * @return whether the person moved; not if they have a home already, which they must leave first
   * @throws NotHere if the organisation does not have both
   */
  @Transactional
  public boolean join(UUID client, UUID other, HouseholdRole role) {
    ClientStaff.mayKeep();
    if (client.equals(other) || known(client, other) != 2) {
      throw new NotHere();
    }
    enter(UUID.randomUUID(), other, HouseholdRole.HEAD);
    var household =
        home(other).stream().map(Member::household).findFirst().orElseThrow(NotHere::new);
    boolean isNew = enter(household, client, role);
    audit.note(AuditAction.UPDATE, "household", List.of(client, other));
    return isNew;
  }

  /**
   * Ends a person's time in their household today.
   *
   * @return whether they were in one
   */
  @Transactional
  public boolean leave(UUID client) {
    ClientStaff.mayKeep();
    audit.note(AuditAction.UPDATE, "household", List.of(client));
    return jdbc.sql(LEAVE).param("client", client).param("on", LocalDate.now(clock)).update() == 1;
  }

  private boolean enter(UUID household, UUID client, HouseholdRole role) {
    return jdbc.sql(ENTER)
            .param("household", household)
            .param("client", client)
            .param("role", role.name())
            .param("since", LocalDate.now(clock))
            .update()
        == 1;
  }

  private int known(UUID... ids) {
    return jdbc.sql(EXISTS).param("ids", ids).query(Integer.class).single();
  }

  private static Member member(ResultSet row) throws SQLException {
    return new Member(
        row.getObject("household_id", UUID.class),
        row.getObject("client_id", UUID.class),
        HouseholdRole.valueOf(row.getString("role")),
        row.getObject("since", LocalDate.class),
        Optional.ofNullable(row.getObject("until", LocalDate.class)));
  }
}
