package org.konbit.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.konbit.clients.GivenClients.navigator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.clients.ChosenPrograms.Program;
import org.konbit.testing.DeskVisitor;
import org.konbit.testing.KonbitTest;
import org.konbit.testing.SettableClock;
import org.konbit.testing.Superuser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;

@KonbitTest
@Import(Superuser.class)
class ChosenProgramsTests {
  @LocalServerPort private int port;
  @Autowired private ChosenPrograms chosen;
  @Autowired private Consents consents;
  @Autowired private Merging merging;
  @Autowired private GivenClients given;
  @Autowired private GivenStaff staff;
  @Autowired private SettableClock clock;
  @Autowired private Superuser superuser;

  private UUID harbor;
  private UUID ana;

  @BeforeEach
  void somebody() {
    harbor = staff.organisation("Harbor Clinic");
    ana = given.client(harbor, "Ana", "Fictional");
  }

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  @Test
  void what_a_family_chose_is_kept_with_its_consent_and_forgotten_with_it() {
    var consent = keep(Set.of(Program.WIC, Program.HEALTH_COVERAGE));
    assertThat(chosenByAna()).containsExactlyInAnyOrder(Program.WIC, Program.HEALTH_COVERAGE);
    keep(Set.of(Program.SCHOOL_MEALS));
    assertThat(chosenByAna()).containsExactly(Program.SCHOOL_MEALS);
    navigator(harbor).run(() -> consents.withdraw(consent, Consent.How.SPOKEN));
    assertThat(chosenByAna()).as("what was chosen since").containsExactly(Program.SCHOOL_MEALS);

    navigator(harbor)
        .run(() ->
            consents.of(ana).forEach(each -> consents.withdraw(each.id(), Consent.How.SPOKEN)));

    assertThat(chosenByAna()).isEmpty();
    assertThat(rows()).isZero();
  }

  @Test
  void when_the_consent_ends_it_is_shown_no_more() {
    keep(Set.of(Program.WIC));

    clock.pass(Duration.ofDays(40));

    assertThat(chosenByAna()).isEmpty();
  }

  @Test
  void what_was_chosen_moves_with_the_record_it_hangs_from_and_comes_back_with_it() {
    var anna = given.client(harbor, "Anna", "Fictional");
    keep(Set.of(Program.WIC, Program.SCHOOL_MEALS));
    var hers = keep(anna, Set.of(Program.WIC, Program.TAX_CREDITS));

    navigator(harbor).run(() -> merging.merge(ana, anna));
    assertThat(chosenByAna())
        .containsExactlyInAnyOrder(Program.WIC, Program.SCHOOL_MEALS, Program.TAX_CREDITS);

    navigator(harbor).run(() -> merging.undo(ana, anna));
    assertThat(chosenByAna()).containsExactlyInAnyOrder(Program.WIC, Program.SCHOOL_MEALS);
    assertThat(chosenBy(anna)).containsExactlyInAnyOrder(Program.WIC, Program.TAX_CREDITS);

    navigator(harbor).run(() -> merging.merge(ana, anna));
    navigator(harbor).run(() -> consents.withdraw(hers, Consent.How.SPOKEN));
    assertThat(chosenByAna()).containsExactlyInAnyOrder(Program.WIC, Program.SCHOOL_MEALS);
  }

  @Test
  void nothing_that_tells_a_status_can_be_kept_by_any_statement() {
    var consent = keep(Set.of(Program.WIC));

    for (String program : List.of("ma.limited", "ct.emergency_medicaid", "MASSHEALTH_LIMITED")) {
      assertThatThrownBy(() ->
              superuser
                  .sql()
                  .sql(
                      """
                      INSERT INTO chosen_program
                             (organisation_id, client_id, consent_id, program, ended_on)
                      VALUES (:organisation, :client, :consent, :program, current_date)
                      """)
                  .param("organisation", harbor)
                  .param("client", ana)
                  .param("consent", consent)
                  .param("program", program)
                  .update())
          .as(program)
          .isInstanceOf(DataIntegrityViolationException.class);
    }
    assertThat(Program.values())
        .extracting(Enum::name)
        .noneMatch(name -> name.matches(".*(LIMITED|EMERGENCY|STATE_|PRENATAL|REFUGEE).*"));
  }

  @Test
  void without_a_yes_to_exactly_that_nothing_is_kept() {
    var partner = given.partner("Valley Legal Aid");
    var other = GivenClients.terms(partner, Set.of(FieldGroup.NAME), given.today().plusMonths(1));

    assertThatThrownBy(() ->
            navigator(harbor)
                .run(() -> chosen.keep(UUID.randomUUID(), ana, other, Set.of(Program.WIC))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(rows()).isZero();
  }

  @Test
  void a_navigator_reads_the_words_out_and_keeps_what_was_chosen() {
    var page = "/desk/en/clients/%s/programs".formatted(ana);
    var visitor =
        new DeskVisitor(port).with(staff.session(staff.person(harbor, Role.NAVIGATOR))).open(page);
    assertThat(visitor.body()).contains("May Harbor Clinic keep", "no answers, no results");

    visitor.send(page, Map.of("language", "ht", "consent", UUID.randomUUID().toString()));
    assertThat(visitor.status()).isEqualTo(422);
    assertThat(visitor.body())
        .contains("Tick what the family wants", "<option value=\"ht\" selected", "lang=\"ht\"");
    visitor.send(
        page, Map.of("language", "ht", "program", "wic", "consent", UUID.randomUUID().toString()));

    assertThat(visitor.body()).contains("Chose to apply for", "WIC (food");
    assertThat(visitor.open(page).body()).containsPattern("value=\"wic\" checked");
  }

  private UUID keep(Set<Program> programs) {
    return keep(ana, programs);
  }

  private UUID keep(UUID client, Set<Program> programs) {
    var consent = UUID.randomUUID();
    navigator(harbor)
        .run(() ->
            chosen.keep(
                consent,
                client,
                ChosenPrograms.terms(
                    given.today().plusMonths(1),
                    "ht",
                    "",
                    ConsentTerms.Means.SPOKEN,
                    "May we keep it?"),
                programs));
    return consent;
  }

  private Set<Program> chosenByAna() {
    return chosenBy(ana);
  }

  private Set<Program> chosenBy(UUID client) {
    return navigator(harbor).call(() -> chosen.of(client));
  }

  private int rows() {
    return superuser
        .sql()
        .sql("SELECT count(*) FROM chosen_program WHERE client_id = :client")
        .param("client", ana)
        .query(Integer.class)
        .single();
  }
}
