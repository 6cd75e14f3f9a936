package org.konbit.clients;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.konbit.access.Role;
import org.konbit.access.signin.GivenStaff;
import org.konbit.database.Acting;
import org.konbit.vault.BirthDate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** People for a test, added as a navigator adds them. */
@Component
@Profile("!operation")
public class GivenClients {
  public static final Set<FieldGroup> NAME_AND_CONTACT =
      Set.of(FieldGroup.NAME, FieldGroup.CONTACT);

  private final Clients clients;
  private final Consents consents;
  private final GivenStaff staff;
  private final Clock clock;

  GivenClients(Clients clients, Consents consents, GivenStaff staff, Clock clock) {
    this.clients = clients;
    this.consents = consents;
    this.staff = staff;
    this.clock = clock;
  }

  /** Somebody at work for the organisation, in these roles. */
  public static Acting staff(UUID organisation, Role... roles) {
    return new Acting.Member(organisation, UUID.randomUUID(), Role.keys(Set.of(roles)), "test");
  }

  /** A navigator of the organisation. */
  public static Acting navigator(UUID organisation) {
    return staff(organisation, Role.NAVIGATOR);
  }

  /** Somebody of this name and nothing else. */
  public UUID client(UUID organisation, String given, String... surnames) {
    return client(organisation, Details.of(PersonName.of(List.of(given), List.of(surnames))));
  }

  /** Somebody of whom this is known. */
  public UUID client(UUID organisation, Details details) {
    var id = UUID.randomUUID();
    navigator(organisation).run(() -> clients.create(id, details));
    return id;
  }

  /** Everything that can be known about somebody of this name. */
  public static Details everythingAbout(String given, String surname, String phone) {
    return new Details(
        PersonName.of(List.of(given), List.of(surname)),
        new BirthDate.Full(LocalDate.of(1987, 3, 14)),
        new Contact(phone, "", Set.of(Contact.Way.CALL), "After six; say it is the library."),
        new Speech("ht", Answer.YES),
        OptionalInt.of(4),
        "Rent is two months behind.");
  }

  /** A consent to tell a partner, for half a year. */
  public UUID consent(UUID organisation, UUID client, UUID receiver, Set<FieldGroup> shares) {
    return consent(organisation, client, receiver, shares, "Widelene Fictional");
  }

  /** The same, interpreted by somebody of this name. */
  public UUID consent(
      UUID organisation, UUID client, UUID receiver, Set<FieldGroup> shares, String interpreter) {
    var id = UUID.randomUUID();
    var terms = terms(receiver, shares, today().plusMonths(6), interpreter);
    navigator(organisation).run(() -> consents.give(id, client, terms));
    return id;
  }

  /** What somebody agrees to. */
  public static ConsentTerms terms(UUID receiver, Set<FieldGroup> shares, LocalDate until) {
    return terms(receiver, shares, until, "Widelene Fictional");
  }

  private static ConsentTerms terms(
      UUID receiver, Set<FieldGroup> shares, LocalDate until, String interpreter) {
    return new ConsentTerms(
        receiver,
        Purpose.REFERRAL,
        shares,
        until,
        "ht",
        interpreter,
        ConsentTerms.Capacity.SELF,
        ConsentTerms.Means.SPOKEN,
        "We would like to tell them your name.");
  }

  /** The day it is. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** A partner of this name. */
  public UUID partner(String name) {
    return staff.organisation(name);
  }
}
