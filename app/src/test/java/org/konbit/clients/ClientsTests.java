package org.konbit.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.konbit.clients.GivenClients.navigator;
import static org.konbit.clients.GivenClients.staff;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Year;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.konbit.access.NotHere;
import org.konbit.access.Role;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.SettableClock;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.konbit.vault.AuditEntry;
import org.konbit.vault.BirthDate;
import org.konbit.vault.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@KonbitTest
class ClientsTests {
  @Autowired private Clients clients;
  @Autowired private Households households;
  @Autowired private SharedTexts texts;
  @Autowired private GivenClients given;
  @Autowired private Audit audit;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transactions;
  @Autowired private SettableClock clock;

  private final UUID harbor = UUID.randomUUID();
  private final UUID valley = UUID.randomUUID();
  private UUID ana;

  @BeforeEach
  void somebody() {
    ana = given.client(harbor, GivenClients.everythingAbout("Ana", "Pérez", "617-555-0142"));
  }

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  @Test
  void what_was_told_is_read_again_as_it_was_told() {
    var read = navigator(harbor).call(() -> clients.one(ana));

    assertThat(read.details())
        .isEqualTo(GivenClients.everythingAbout("Ana", "Pérez", "617-555-0142"));
    assertThat(read.version()).isEqualTo(1);
    assertThat(read.lastServed()).isEqualTo(given.today());
  }

  @Test
  void a_form_that_is_sent_twice_adds_one_person() {
    var id = UUID.randomUUID();
    var details = Details.of(PersonName.of(List.of("Suharto"), List.of()));

    var first = navigator(harbor).call(() -> clients.create(id, details));
    var again = navigator(harbor).call(() -> clients.create(id, details));

    assertThat(first).isTrue();
    assertThat(again).isFalse();
    assertThat(found(Sought.named("suharto"))).containsExactly(id);
  }

  @Test
  void somebody_is_found_by_any_words_of_the_name_by_phone_and_by_birth_date() {
    given.client(harbor, "Luis", "Pérez");

    assertThat(found(Sought.named("perez ANA"))).containsExactly(ana);
    assertThat(found(Sought.named("perez"))).hasSize(2);
    assertThat(found(Sought.named("Perezz"))).isEmpty();
    assertThat(found(Sought.phoned(PhoneNumber.read("+1 (617) 555 0142").orElseThrow())))
        .containsExactly(ana);
    assertThat(found(Sought.born(new BirthDate.Full(LocalDate.of(1987, 3, 14)))))
        .containsExactly(ana);
    assertThat(found(Sought.born(new BirthDate.YearOnly(Year.of(1988))))).containsExactly(ana);
    assertThat(found(Sought.born(new BirthDate.Full(LocalDate.of(1987, 3, 15))))).isEmpty();
    assertThat(
            found(
                new Sought(
                    "perez", Optional.empty(), new BirthDate.Full(LocalDate.of(1987, 3, 14)))))
        .containsExactly(ana);
    assertThat(found(Sought.named(""))).isEmpty();
  }

  @Test
  void another_organisation_neither_finds_nor_reads_nor_changes_anybody() {
    navigator(valley)
        .run(() -> {
          assertThat(clients.search(Sought.named("Ana Pérez"))).isEmpty();
          assertThat(clients.find(ana)).isEmpty();
          assertThat(clients.all(List.of(ana))).isEmpty();
          assertThatThrownBy(() -> clients.one(ana)).isInstanceOf(NotHere.class);
          assertThatThrownBy(() -> clients.served(ana)).isInstanceOf(NotHere.class);
          assertThatThrownBy(() -> clients.sharedFields(ana, Set.of(FieldGroup.NAME)))
              .isInstanceOf(NotHere.class);
          assertThatThrownBy(
                  () -> clients.change(ana, 1, Details.of(PersonName.of(List.of("X"), List.of()))))
              .isInstanceOf(NotHere.class);
          assertThatThrownBy(() -> households.join(ana, ana, HouseholdRole.HEAD))
              .isInstanceOf(NotHere.class);
        });
  }

  @Test
  void after_a_change_the_new_name_finds_and_the_old_one_does_not() {
    var married = Details.of(PersonName.of(List.of("Ana"), List.of("Duarte")));

    assertThat(navigator(harbor).call(() -> clients.change(ana, 1, married))).isTrue();

    assertThat(found(Sought.named("Duarte"))).containsExactly(ana);
    assertThat(found(Sought.named("Pérez"))).isEmpty();
  }

  @Test
  void of_two_who_change_at_once_the_later_is_told_and_overwrites_nothing() {
    var one = Details.of(PersonName.of(List.of("Ana"), List.of("Duarte")));
    var other = Details.of(PersonName.of(List.of("Ana"), List.of("Silva")));

    navigator(harbor).run(() -> clients.change(ana, 1, one));
    assertThat(navigator(harbor).call(() -> clients.change(ana, 1, other))).isFalse();

    assertThat(found(Sought.named("Silva"))).isEmpty();
  }

  @Test
  void of_a_person_only_the_groups_that_were_named_are_shared() {
    var luis = given.client(harbor, "Luis", "Pérez");
    navigator(harbor).run(() -> households.join(luis, ana, HouseholdRole.PARTNER));

    for (FieldGroup group : FieldGroup.values()) {
      var shared = shared(ana, Set.of(group));
      assertThat(shared.name().isPresent()).isEqualTo(group == FieldGroup.NAME);
      assertThat(shared.birthDate().isPresent()).isEqualTo(group == FieldGroup.BIRTH_DATE);
      assertThat(shared.contact().isPresent()).isEqualTo(group == FieldGroup.CONTACT);
      assertThat(shared.speech().isPresent()).isEqualTo(group == FieldGroup.LANGUAGE);
      assertThat(shared.householdSize())
          .isEqualTo(group == FieldGroup.HOUSEHOLD_SIZE ? OptionalInt.of(4) : OptionalInt.empty());
      assertThat(shared.need().isPresent()).isEqualTo(group == FieldGroup.NEED_NOTE);
      assertThat(texts.read(texts.text(shared))).isEqualTo(shared);
    }
    var all = shared(ana, EnumSet.allOf(FieldGroup.class));
    assertThat(all.name().orElseThrow().full()).isEqualTo("Ana Pérez");
    assertThat(texts.read(texts.text(all))).isEqualTo(all);
    assertThat(shared(luis, EnumSet.allOf(FieldGroup.class)).householdSize()).hasValue(2);
  }

  @Test
  void nothing_is_shared_of_what_nobody_knows() {
    var luis = given.client(harbor, "Luis");

    var shared = shared(luis, EnumSet.allOf(FieldGroup.class));

    assertThat(shared.name()).isPresent();
    assertThat(shared)
        .isEqualTo(
            new SharedFields(
                shared.name(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty()));
  }

  @Test
  void a_person_has_one_home_at_a_time_and_leaves_it_before_the_next() {
    var luis = given.client(harbor, "Luis", "Pérez");
    var eva = given.client(harbor, "Eva");
    navigator(harbor)
        .run(() -> {
          assertThat(households.join(luis, ana, HouseholdRole.PARTNER)).isTrue();
          assertThat(households.join(luis, eva, HouseholdRole.CHILD)).isFalse();
          assertThat(households.home(luis)).hasSize(2);
          assertThat(households.home(luis).getFirst().client()).isEqualTo(ana);

          assertThat(households.leave(luis)).isTrue();
          assertThat(households.join(luis, eva, HouseholdRole.CHILD)).isTrue();

          assertThat(households.home(ana)).hasSize(1);
          assertThat(households.homes(luis)).hasSize(2);
          assertThat(households.homes(luis).get(1).until()).hasValue(given.today());
        });
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void those_who_do_not_work_with_people_see_none_even_past_the_code(Role role) {
    boolean sees = ClientStaff.mayRead(Set.of(role.key()));
    var someone = staff(harbor, role);

    int rows =
        someone.call(() ->
            transactions.execute(
                _ -> jdbc.sql("SELECT count(*) FROM client").query(Integer.class).single()));
    assertThat(rows > 0).isEqualTo(sees);
    if (!sees) {
      assertThatThrownBy(() -> someone.call(() -> clients.find(ana))).isInstanceOf(NotHere.class);
      assertThatThrownBy(() -> someone.call(() -> clients.search(Sought.named("Ana"))))
          .isInstanceOf(NotHere.class);
    }
  }

  @Test
  void a_privacy_officer_reads_and_changes_nothing() {
    var officer = staff(harbor, Role.PRIVACY_OFFICER);

    assertThat(officer.call(() -> clients.find(ana))).isPresent();
    assertThatThrownBy(() ->
            officer.call(() ->
                clients.create(
                    UUID.randomUUID(), Details.of(PersonName.of(List.of("X"), List.of())))))
        .isInstanceOf(NotHere.class);
  }

  @Test
  void every_reading_and_change_is_in_the_audit_without_its_content() {
    navigator(harbor)
        .run(() -> {
          clients.one(ana);
          clients.search(Sought.named("Ana"));
          clients.served(ana);
          households.home(ana);
        });

    var noted = about(ana);

    assertThat(noted)
        .extracting(AuditEntry::action)
        .contains(AuditAction.CREATE, AuditAction.READ, AuditAction.SEARCH, AuditAction.UPDATE);
    assertThat(noted).extracting(AuditEntry::kind).containsOnly("client", "household");
  }

  @Test
  void the_clock_of_a_person_begins_anew_with_each_service() {
    clock.pass(Duration.ofDays(40));
    navigator(harbor).run(() -> clients.served(ana));

    assertThat(navigator(harbor).call(() -> clients.one(ana)).lastServed())
        .isEqualTo(given.today());
  }

  private List<AuditEntry> about(UUID id) {
    return staff(harbor, Role.AUDITOR)
        .call(() -> transactions.execute(_ -> audit.entriesAbout(id, Long.MAX_VALUE, 100)));
  }

  private SharedFields shared(UUID id, Set<FieldGroup> groups) {
    return navigator(harbor).call(() -> clients.sharedFields(id, groups));
  }

  private List<UUID> found(Sought sought) {
    return navigator(harbor).call(() -> clients.search(sought)).stream().map(Client::id).toList();
  }
}
