package org.konbit.clients;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konbit.access.NotHere;
import org.konbit.language.Keys;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes two records of one person one, and two again. What hangs from the other record moves to the
 * one that is kept; the other itself stays as it was and is shown nowhere else.
 */
@Service
public class Merging {
  /** Why two records are not made one. */
  public enum Why {
    /** The other one is part of a record already, or has others in it. */
    MERGED_ALREADY,
    /** The other one says how to keep the person safe, and the one that is kept does not say so. */
    SAFETY,
    /** Both have something open of which a person has only one. */
    BOTH_OPEN
  }

  /** Two records cannot be made one, and nothing has changed. */
  public static final class Refused extends RuntimeException {
    private final Why why;

    Refused(Why why) {
      super("The records were not made one (%s).\nNothing has changed.".formatted(why));
      this.why = why;
    }

    /** The message key of what to tell. */
    public String messageKey() {
      return "clients.merge." + Keys.of(why);
    }
  }

  private static final String HIDE =
      """
      UPDATE client
         SET merged_into = :kept
       WHERE id = :gone
         AND merged_into IS NULL
         AND NOT EXISTS (SELECT FROM client below WHERE below.merged_into = :gone)
         AND EXISTS (SELECT FROM client above WHERE above.id = :kept AND above.merged_into IS NULL)
      """;
  private static final String SHOW =
      """
      UPDATE client
         SET merged_into = NULL
       WHERE id = :gone
      """;
  private static final String END_HOME =
      """
      UPDATE household_member
         SET until = greatest(:today, since)
       WHERE client_id = :gone
         AND until IS NULL
      RETURNING id
      """;
  private static final String REOPEN_HOME =
      """
      UPDATE household_member
         SET until = NULL
       WHERE id = :id
      """;
  private static final String NOTE =
      """
      INSERT INTO client_merge (organisation_id, id, kept_id, gone_id, merged_by, merged_at, moved,
                                ended_home)
      VALUES (konbit_organisation(), :id, :kept, :gone, konbit_person(), :now, :moved, :home)
      """;
  private static final String FORGET =
      """
      DELETE FROM client_merge
       WHERE kept_id = :kept
         AND gone_id = :gone
      RETURNING moved, ended_home
      """;
  private static final String WITHIN = "SELECT gone_id FROM client_merge WHERE kept_id = :kept";

  private static final List<String> TABLES =
      List.of("household_member", "consent", "client_note", "chosen_program");

  private record Merge(List<UUID> moved, Optional<UUID> endedHome) {}

  private final JdbcClient jdbc;
  private final Clients clients;
  private final ClientTerms terms;
  private final List<KeptAbout> elsewhere;
  private final Audit audit;
  private final Clock clock;

  Merging(
      JdbcClient jdbc,
      Clients clients,
      ClientTerms terms,
      ObjectProvider<KeptAbout> elsewhere,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.clients = clients;
    this.terms = terms;
    this.elsewhere = elsewhere.orderedStream().toList();
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes two records one.
   *
   * @throws NotHere if the acting organisation does not have both
   * @throws Refused if they cannot be
   */
  @Transactional
  public void merge(UUID kept, UUID gone) {
    ClientStaff.mayKeep();
    var one = clients.one(kept);
    var other = clients.one(gone);
    if (kept.equals(gone)) {
      throw new NotHere();
    }
    String safety = other.details().contact().safety();
    if (!one.details().contact().safety().contains(safety)) {
      throw new Refused(Why.SAFETY);
    }
    if (jdbc.sql(HIDE).param("kept", kept).param("gone", gone).update() == 0) {
      throw new Refused(Why.MERGED_ALREADY);
    }
    var home =
        jdbc.sql(END_HOME)
            .param("gone", gone)
            .param("today", LocalDate.now(clock))
            .query(UUID.class)
            .optional();
    var moved = new ArrayList<UUID>();
    TABLES.forEach(table -> moved.addAll(all(table, gone, kept)));
    try {
      elsewhere.forEach(each -> moved.addAll(each.moveAll(gone, kept)));
    } catch (DuplicateKeyException e) {
      throw new Refused(Why.BOTH_OPEN);
    }
    terms.forget(gone);
    jdbc.sql(NOTE)
        .param("id", UUID.randomUUID())
        .param("kept", kept)
        .param("gone", gone)
        .param("now", clock.instant().atOffset(UTC))
        .param("moved", moved.toArray(UUID[]::new))
        .param("home", home.orElse(null))
        .update();
    audit.note(AuditAction.UPDATE, "client", List.of(kept, gone));
  }

  /**
   * Makes them two again: whatever moved goes back; what was added since stays.
   *
   * @throws NotHere if they are not one
   */
  @Transactional
  public void undo(UUID kept, UUID gone) {
    ClientStaff.mayKeep();
    var merge =
        jdbc.sql(FORGET)
            .param("kept", kept)
            .param("gone", gone)
            .query((row, _) ->
                new Merge(
                    List.of((UUID[]) row.getArray("moved").getArray()),
                    Optional.ofNullable(row.getObject("ended_home", UUID.class))))
            .optional()
            .orElseThrow(NotHere::new);
    jdbc.sql(SHOW).param("gone", gone).update();
    TABLES.forEach(table -> some(table, merge.moved(), gone));
    merge.endedHome().ifPresent(id -> jdbc.sql(REOPEN_HOME).param("id", id).update());
    elsewhere.forEach(each -> each.moveSome(merge.moved(), gone));
    terms.keep(gone, clients.one(gone).details());
    audit.note(AuditAction.UPDATE, "client", List.of(kept, gone));
  }

  /** The other records of a person, as they were. */
  @Transactional
  public List<Client> within(UUID kept) {
    ClientStaff.mayRead();
    return clients.all(jdbc.sql(WITHIN).param("kept", kept).query(UUID.class).list());
  }

  private List<UUID> all(String table, UUID from, UUID to) {
    return jdbc.sql(
            "UPDATE %s SET client_id = :to WHERE client_id = :from RETURNING id".formatted(table))
        .param("from", from)
        .param("to", to)
        .query(UUID.class)
        .list();
  }

  private void some(String table, Collection<UUID> ids, UUID to) {
    jdbc.sql("UPDATE %s SET client_id = :to WHERE id = ANY (:ids)".formatted(table))
        .param("ids", ids.toArray(UUID[]::new))
        .param("to", to)
        .update();
  }
}
