package org.konbit.vault.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.konbit.database.Acting;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.Superuser;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.konbit.vault.audit.AuditCheck.Finding;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who has the database server, and not the key, tries to hide what was done. */
@KonbitTest
@Import(Superuser.class)
class TamperingTests {
  @Autowired private Audit audit;
  @Autowired private AuditCheck check;
  @Autowired private HeadSigning signing;
  @Autowired private SignedHeads heads;
  @Autowired private Superuser superuser;
  @Autowired private PlatformTransactionManager transactions;

  private final UUID harbor = UUID.randomUUID();

  @BeforeEach
  void sixEntries() {
    for (int i = 0; i < 6; i++) {
      new Acting.SystemActor(harbor, "test", "test")
          .run(() ->
              new TransactionTemplate(transactions)
                  .executeWithoutResult(
                      _ -> audit.note(AuditAction.READ, "client", List.of(UUID.randomUUID()))));
    }
    assertThat(findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at = at + interval '1 microsecond'",
        "person = gen_random_uuid()",
        "roles = 'navigator'",
        "purpose = ''",
        "request = gen_random_uuid()",
        "action = 'UPDATE'",
        "kind = 'household'",
        "ids = '{}'",
        "ids = ids || gen_random_uuid()",
        "key_version = key_version + 1",
        "key_version = 0",
        "hash = ''",
      })
  void a_changed_entry_is_found(String change) {
    tamper("UPDATE audit_entry SET " + change + " WHERE organisation_id = ? AND seq = 3");

    assertThat(findings()).contains(new Finding.Changed(harbor, 3));
  }

  @Test
  void a_changed_last_entry_is_found() {
    tamper("UPDATE audit_entry SET kind = 'household' WHERE organisation_id = ? AND seq = 6");

    assertThat(findings()).containsExactly(new Finding.Changed(harbor, 6));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 3, 5})
  void a_removed_entry_is_found(long seq) {
    tamper("DELETE FROM audit_entry WHERE organisation_id = ? AND seq = " + seq);

    assertThat(findings()).containsExactly(new Finding.Removed(harbor, seq, seq));
  }

  @Test
  void a_removed_entry_is_found_though_the_others_move_up() {
    tamper("DELETE FROM audit_entry WHERE organisation_id = ? AND seq = 3");
    tamper("UPDATE audit_entry SET seq = -seq WHERE organisation_id = ? AND seq > 3");
    tamper("UPDATE audit_entry SET seq = -seq - 1 WHERE organisation_id = ? AND seq < 0");
    tamper("UPDATE audit_head SET seq = 5 WHERE organisation_id = ?");

    assertThat(findings()).contains(new Finding.Changed(harbor, 3));
  }

  @Test
  void two_entries_that_changed_places_are_found() {
    tamper(
        """
        UPDATE audit_entry e SET kind = 'household', ids = o.ids
          FROM audit_entry o
         WHERE e.organisation_id = ? AND o.organisation_id = e.organisation_id
           AND e.seq = 2 AND o.seq = 4
        """);

    assertThat(findings()).containsExactly(new Finding.Changed(harbor, 2));
  }

  @Test
  void an_inserted_entry_is_found() {
    tamper(COPY_OF_THE_LAST);

    assertThat(findings())
        .containsExactly(new Finding.Changed(harbor, 7), new Finding.Inserted(harbor, 7));
  }

  @Test
  void an_inserted_entry_is_found_though_the_head_moves_with_it() {
    tamper(COPY_OF_THE_LAST);
    tamper("UPDATE audit_head SET seq = 7 WHERE organisation_id = ?");

    assertThat(findings()).containsExactly(new Finding.Changed(harbor, 7));
  }

  @Test
  void entries_cut_from_the_end_are_found() {
    tamper("DELETE FROM audit_entry WHERE organisation_id = ? AND seq > 4");

    assertThat(findings()).containsExactly(new Finding.CutOff(harbor, 4, 6));
  }

  @Test
  void a_cut_that_takes_the_head_along_is_found_by_the_signed_heads() {
    signing.sign(false);
    tamper("DELETE FROM audit_entry WHERE organisation_id = ? AND seq > 4");
    tamper(
        """
        UPDATE audit_head h SET seq = 4, hash = e.hash, signed_seq = 4
          FROM audit_entry e
         WHERE e.organisation_id = h.organisation_id AND e.seq = 4 AND h.organisation_id = ?
        """);

    assertThat(findings()).containsExactly(new Finding.CutOff(harbor, 4, 6));
  }

  @Test
  void a_chain_of_which_nothing_is_left_is_found_by_the_signed_heads() {
    signing.sign(false);
    tamper("DELETE FROM audit_entry WHERE organisation_id = ?");
    tamper("DELETE FROM audit_head WHERE organisation_id = ?");
    tamper("DELETE FROM audit_register WHERE organisation_id = ?");

    assertThat(findings()).containsExactly(new Finding.CutOff(harbor, 0, 6));
  }

  @Test
  void a_changed_head_is_found() {
    tamper("UPDATE audit_head SET hash = '' WHERE organisation_id = ?");

    assertThat(findings()).containsExactly(new Finding.HeadChanged(harbor, 6));
  }

  @Test
  void a_changed_line_of_the_signed_heads_is_found() throws Exception {
    signing.sign(false);
    String all = Files.readString(heads.path());
    try {
      Files.writeString(heads.path(), all.replace(harbor + " 6 ", harbor + " 5 "));

      assertThat(check.run().findings()).anyMatch(Finding.SignedHeadBroken.class::isInstance);
    } finally {
      Files.writeString(heads.path(), all);
    }
  }

  @Test
  void a_chain_that_only_grew_since_it_was_signed_is_whole() {
    signing.sign(false);
    sixEntries();
    signing.sign(true);

    assertThat(findings()).isEmpty();
    assertThat(heads.read().lines())
        .filteredOn(line -> line.organisation().equals(harbor))
        .hasSize(2);
  }

  private static final String COPY_OF_THE_LAST =
      """
      INSERT INTO audit_entry
      SELECT organisation_id, seq + 1, at, person, roles, purpose, request, action, kind, ids,
             key_version, hash
        FROM audit_entry
       WHERE organisation_id = ? AND seq = 6
      """;

  private void tamper(String sql) {
    assertThat(superuser.sql().sql(sql).param(harbor).update()).isPositive();
  }

  private List<Finding> findings() {
    return check.run().findings().stream()
        .filter(finding -> finding.toString().contains(harbor.toString()))
        .toList();
  }
}
