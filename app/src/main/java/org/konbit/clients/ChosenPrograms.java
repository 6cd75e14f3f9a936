package org.konbit.clients;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.konbit.access.NotHere;
import org.konbit.database.Acting;
import org.konbit.language.Keys;
import org.konbit.vault.Audit;
import org.konbit.vault.AuditAction;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What of a screening is kept, and only with consent: what the family chose to apply for. Nothing
 * of its answers, its reasons or its results is, as each of them may tell somebody's status.
 */
@Service
public class ChosenPrograms {
  /**
   * An application that anybody may file, named as coarsely as on its form: what comes of it is
   * told to the family alone.
   */
  public enum Program {
    /** The one application for all of a state's health coverage. */
    HEALTH_COVERAGE,
    FOOD_BENEFITS,
    WIC,
    SCHOOL_MEALS,
    TAX_CREDITS,
    HEATING_HELP;

    /** The message key of its name. */
    public String messageKey() {
      return "clients.program." + Keys.of(this);
    }

    /** The program of a key that came from outside. */
    public static Optional<Program> of(String key) {
      return Stream.of(values()).filter(each -> Keys.of(each).equals(key)).findFirst();
    }
  }

  private static final Set<FieldGroup> PROGRAMS = Set.of(FieldGroup.PROGRAMS);

  private static final String FORGET = "DELETE FROM chosen_program WHERE client_id = :client";
  private static final String KEEP =
      """
      INSERT INTO chosen_program (organisation_id, client_id, consent_id, program, ended_on)
      VALUES (konbit_organisation(), :client, :consent, :program, :until)
      """;
  private static final String OF_CLIENT =
      """
      SELECT program
        FROM chosen_program
       WHERE client_id = :client
         AND ended_on >= :today
      """;
  private static final String TAKE_BACK = "DELETE FROM chosen_program WHERE consent_id = :consent";

  private final JdbcClient jdbc;
  private final Consents consents;
  private final Audit audit;
  private final Clock clock;

  ChosenPrograms(JdbcClient jdbc, Consents consents, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.consents = consents;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps what a family chose, in place of what it chose before, together with its yes to that.
   *
   * @param consent made by the caller, who may call again: the first time counts
   * @param terms a yes to the acting organisation itself, to keep programs and nothing else
   * @throws NotHere if the acting organisation does not have the person
   */
  @Transactional
  public void keep(UUID consent, UUID client, ConsentTerms terms, Set<Program> programs) {
    if (terms.purpose() != Purpose.KEPT_SCREENING
        || !terms.shares().equals(PROGRAMS)
        || programs.isEmpty()) {
      throw new IllegalArgumentException("This is no consent to keep what a family chose.");
    }
    consents.give(consent, client, terms);
    jdbc.sql(FORGET).param("client", client).update();
    for (var program : programs) {
      jdbc.sql(KEEP)
          .param("client", client)
          .param("consent", consent)
          .param("program", program.name())
          .param("until", terms.until())
          .update();
    }
    audit.note(AuditAction.CREATE, "chosen_program", List.of(client));
  }

  /** What a person chose, while the consent holds. */
  @Transactional
  public Set<Program> of(UUID client) {
    ClientStaff.mayRead();
    audit.note(AuditAction.READ, "chosen_program", List.of(client));
    var all = EnumSet.noneOf(Program.class);
    jdbc.sql(OF_CLIENT)
        .param("client", client)
        .param("today", LocalDate.now(clock))
        .query(String.class)
        .list()
        .forEach(name -> all.add(Program.valueOf(name)));
    return all;
  }

  /** What is agreed to: that the acting organisation keeps this until a day. */
  public static ConsentTerms terms(
      LocalDate until,
      String language,
      String interpreter,
      ConsentTerms.Means means,
      String shown) {
    return new ConsentTerms(
        Acting.now().actingFor().orElseThrow(NotHere::new),
        Purpose.KEPT_SCREENING,
        PROGRAMS,
        until,
        language,
        interpreter,
        ConsentTerms.Capacity.SELF,
        means,
        shown);
  }

  /** Forgets at once, inside the transaction that ends the consent. */
  @EventListener
  void withdrawn(ConsentWithdrawn event) {
    jdbc.sql(TAKE_BACK).param("consent", event.consent()).update();
  }
}
