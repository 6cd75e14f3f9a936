package org.konbit.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.konbit.clients.GivenClients.navigator;
import static org.konbit.clients.GivenClients.staff;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.konbit.access.NotHere;
import org.konbit.access.Role;
import org.konbit.database.Acting;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.Superuser;
import org.konbit.vault.AuditAction;
import org.konbit.vault.AuditEntry;
import org.konbit.vault.Retention;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@KonbitTest
@Import(Superuser.class)
class ErasureTests {
  private static final String TABLES =
      """
      SELECT relname
        FROM pg_class
       WHERE relnamespace = 'public'::regnamespace
         AND relkind = 'r'
       ORDER BY relname
      """;

  @Autowired private Erasure erasure;
  @Autowired private Clients clients;
  @Autowired private Households households;
  @Autowired private Notes notes;
  @Autowired private Retention retention;
  @Autowired private GivenClients given;
  @Autowired private Withdrawals withdrawals;
  @Autowired private Superuser superuser;

  private final UUID harbor = UUID.randomUUID();
  private final Acting officer = staff(harbor, Role.PRIVACY_OFFICER);
  private UUID ana;
  private UUID consent;

  @BeforeEach
  void somebodyOfWhomMuchIsKept() {
    withdrawals.forget();
    ana = given.client(harbor, GivenClients.everythingAbout("Ana", "Pérez", "617-555-0142"));
    var luis = given.client(harbor, "Luis", "Pérez");
    consent =
        given.consent(
            harbor, ana, given.partner("Valley Legal Aid"), GivenClients.NAME_AND_CONTACT);
    navigator(harbor)
        .run(() -> {
          households.join(ana, luis, HouseholdRole.PARTNER);
          households.leave(ana);
          notes.write(UUID.randomUUID(), ana, Note.Audience.AUTHOR, "For myself");
        });
  }

  @Test
  void a_person_is_told_all_that_is_kept_and_who_did_what_with_it() {
    var all = officer.call(() -> erasure.everything(ana));

    assertThat(all.client().details().need()).isEqualTo("Rent is two months behind.");
    assertThat(all.homes())
        .singleElement()
        .satisfies(each -> assertThat(each.until()).hasValue(given.today()));
    assertThat(all.consents()).extracting(Consent::id).containsExactly(consent);
    assertThat(all.notes()).extracting(Note::text).containsExactly("For myself");
    assertThat(all.done()).extracting(AuditEntry::action).contains(AuditAction.CREATE);
  }

  @Test
  void erased_nothing_of_a_person_is_left_but_that_somebody_did_something() {
    assertThat(mentioning(ana)).contains("client", "client_term", "consent", "client_note");

    assertThat(officer.call(() -> erasure.erase(ana))).isTrue();

    assertThat(mentioning(ana)).containsExactly("audit_entry");
    assertThat(withdrawals.heard()).containsExactly(new ConsentWithdrawn(harbor, consent, ana));
    assertThatThrownBy(() -> officer.run(() -> erasure.erase(ana))).isInstanceOf(NotHere.class);
    assertThat(navigator(harbor).call(() -> clients.search(Sought.named("Ana Pérez")))).isEmpty();
  }

  @Test
  void if_what_was_shared_cannot_be_taken_back_nothing_is_erased() {
    withdrawals.failNext();

    assertThatThrownBy(() -> officer.run(() -> erasure.erase(ana)))
        .isInstanceOf(Withdrawals.CannotTakeBack.class);

    assertThat(officer.call(() -> erasure.everything(ana)).consents().getFirst().withdrawal())
        .isEmpty();
  }

  @Test
  void while_a_legal_hold_keeps_it_nothing_is_erased_and_afterwards_it_is() {
    for (var hold :
        List.of(
            officer.call(() -> retention.holdEverything("a court said so")),
            officer.call(() -> retention.hold("client", "a court said so")),
            officer.call(() -> retention.hold("client", ana, "a court said so")))) {
      assertThat(officer.call(() -> erasure.erase(ana))).isFalse();
      officer.run(() -> retention.lift(hold));
    }
    officer.run(() -> retention.hold("client", UUID.randomUUID(), "somebody else"));

    assertThat(officer.call(() -> erasure.erase(ana))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "PRIVACY_OFFICER")
  void nobody_but_a_privacy_officer_is_told_everything_or_erases(Role role) {
    var someone = staff(harbor, role);

    assertThatThrownBy(() -> someone.run(() -> erasure.everything(ana)))
        .isInstanceOf(NotHere.class);
    assertThatThrownBy(() -> someone.run(() -> erasure.erase(ana))).isInstanceOf(NotHere.class);
  }

  @Test
  void another_organisations_privacy_officer_is_told_and_erases_nothing() {
    var stranger = staff(UUID.randomUUID(), Role.PRIVACY_OFFICER);

    assertThatThrownBy(() -> stranger.run(() -> erasure.everything(ana)))
        .isInstanceOf(NotHere.class);
    assertThatThrownBy(() -> stranger.run(() -> erasure.erase(ana))).isInstanceOf(NotHere.class);
    assertThat(officer.call(() -> clients.find(ana))).isPresent();
  }

  /** The tables, whoever's, in a row of which an id stands. */
  private List<String> mentioning(UUID id) {
    return superuser.sql().sql(TABLES).query(String.class).list().stream()
        .filter(table ->
            superuser
                    .sql()
                    .sql("SELECT count(*) FROM %s t WHERE t::text LIKE :id".formatted(table))
                    .param("id", "%" + id + "%")
                    .query(Integer.class)
                    .single()
                > 0)
        .toList();
  }
}
