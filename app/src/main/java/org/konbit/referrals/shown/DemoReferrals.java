package org.konbit.referrals.shown;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.konbit.access.DemoPart;
import org.konbit.access.Role;
import org.konbit.clients.Answer;
import org.konbit.clients.Clients;
import org.konbit.clients.ConsentTerms;
import org.konbit.clients.Consents;
import org.konbit.clients.Contact;
import org.konbit.clients.Details;
import org.konbit.clients.FieldGroup;
import org.konbit.clients.PersonName;
import org.konbit.clients.Purpose;
import org.konbit.clients.Speech;
import org.konbit.database.Acting;
import org.konbit.directory.Need;
import org.konbit.directory.Offers;
import org.konbit.referrals.exchange.Change;
import org.konbit.referrals.exchange.Conversation;
import org.konbit.referrals.exchange.Draft;
import org.konbit.referrals.exchange.Drafts;
import org.konbit.referrals.exchange.Moves;
import org.konbit.referrals.exchange.Sending;
import org.konbit.referrals.lifecycle.DeclineReason;
import org.konbit.referrals.lifecycle.Outcome;
import org.konbit.referrals.lifecycle.State;
import org.konbit.vault.BirthDate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fictional families whom the partners of the demonstration handed to each other. */
@Component
@Profile("demo")
class DemoReferrals implements DemoPart {
  private static final Set<FieldGroup> SHARED =
      Set.of(FieldGroup.NAME, FieldGroup.CONTACT, FieldGroup.LANGUAGE, FieldGroup.NEED_NOTE);

  private final Clients clients;
  private final Consents consents;
  private final Offers offers;
  private final Drafts drafts;
  private final Sending sending;
  private final Moves moves;
  private final Conversation conversation;
  private final Clock clock;

  DemoReferrals(
      Clients clients,
      Consents consents,
      Offers offers,
      Drafts drafts,
      Sending sending,
      Moves moves,
      Conversation conversation,
      Clock clock) {
    this.clients = clients;
    this.consents = consents;
    this.offers = offers;
    this.drafts = drafts;
    this.sending = sending;
    this.moves = moves;
    this.conversation = conversation;
    this.clock = clock;
  }

  @Override
  public void add(List<Somebody> people) {
    var navigator = acting(people, Role.NAVIGATOR);
    var attorney = acting(people, Role.LEGAL_STAFF);
    if (navigator.isPresent() && attorney.isPresent()) {
      toPantry(attorney.get(), navigator.get());
      toAttorney(navigator.get(), attorney.get());
    }
  }

  private void toPantry(Acting from, Acting to) {
    send(from, to, Need.FOOD, "Rosa Amélia", "Teixeira", "Food for a family of four until payday.");
    var asked = send(from, to, Need.FOOD, "Wilner", "Estimé", "Food; no car.");
    move(to, asked, 0, Change.to(State.NEEDS_INFORMATION));
    to.run(() -> conversation.write(asked, "How many children live at home?"));
    var waiting = send(from, to, Need.FOOD, "Yessenia", "Ochoa Lemus", "Food for two.");
    move(to, waiting, 0, Change.to(State.WAITLISTED));
    var helped = send(from, to, Need.FOOD, "Bảo", "Huỳnh", "Groceries for a grandmother.");
    move(to, helped, 0, Change.to(State.ACCEPTED));
    move(to, helped, 1, Change.to(State.IN_SERVICE));
    from.run(() -> conversation.write(helped, "She can come on Fridays after eleven."));
    var over = send(from, to, Need.FOOD, "Samira", "Khoury", "Food for a week.");
    move(to, over, 0, Change.to(State.ACCEPTED));
    move(to, over, 1, Change.to(State.IN_SERVICE));
    move(to, over, 2, Change.ended(State.COMPLETED, Outcome.RECEIVED_SERVICE));
    var declined = send(from, to, Need.FOOD, "Edwin", "Paz", "Food delivered at home.");
    move(to, declined, 0, Change.declined(DeclineReason.OUT_OF_AREA));
  }

  private void toAttorney(Acting from, Acting to) {
    send(from, to, Need.LEGAL, "Marie Carline", "Augustin", "A first talk with an attorney.");
    var offered = send(from, to, Need.LEGAL, "José Ángel", "Murcia", "Wants to renew a permit.");
    move(to, offered, 0, Change.to(State.RECEIVED));
    move(to, offered, 1, Change.to(State.APPOINTMENT_OFFERED));
    write(from, to, Need.LEGAL, person(from, "Lucineide", "Barros", "A first talk."));
  }

  private UUID send(Acting from, Acting to, Need need, String given, String surname, String why) {
    var client = person(from, given, surname, why);
    from.run(() -> consents.give(UUID.randomUUID(), client, terms(to)));
    var id = write(from, to, need, client);
    from.run(() -> sending.send(id, UUID.randomUUID()));
    return id;
  }

  private UUID write(Acting from, Acting to, Need need, UUID client) {
    var receiver = to.actingFor().orElseThrow();
    var offer =
        offers.meeting(need).stream()
            .filter(each -> each.keeper().equals(receiver))
            .findFirst()
            .orElseThrow();
    var draft =
        new Draft(
            UUID.randomUUID(),
            client,
            receiver,
            offer.service(),
            need,
            Drafts.track(offer, need),
            Draft.Warmth.WARM,
            Draft.Urgency.ROUTINE,
            Draft.Contact.PARTNER_CALLS,
            SHARED,
            "",
            Optional.empty());
    from.run(() -> drafts.write(draft));
    return draft.id();
  }

  private UUID person(Acting at, String given, String surname, String why) {
    var id = UUID.randomUUID();
    var details =
        new Details(
            PersonName.of(List.of(given), List.of(surname)),
            new BirthDate.Full(LocalDate.of(1984, 5, 9)),
            new Contact(
                "508-555-0143", "", Set.of(Contact.Way.CALL, Contact.Way.TEXT), "After six."),
            new Speech("ht", Answer.YES),
            OptionalInt.of(4),
            why);
    at.run(() -> clients.create(id, details));
    return id;
  }

  private ConsentTerms terms(Acting to) {
    return new ConsentTerms(
        to.actingFor().orElseThrow(),
        Purpose.REFERRAL,
        SHARED,
        LocalDate.now(clock).plusMonths(6),
        "ht",
        "",
        ConsentTerms.Capacity.SELF,
        ConsentTerms.Means.SPOKEN,
        "May we tell them your name, your phone and what you need?");
  }

  private void move(Acting who, UUID id, int seen, Change change) {
    who.run(() -> moves.move(id, seen, change, UUID.randomUUID()));
  }

  private static Optional<Acting> acting(List<Somebody> people, Role role) {
    return people.stream()
        .filter(each -> each.role() == role)
        .findFirst()
        .map(each ->
            new Acting.Member(
                each.organisation(), each.person(), Set.of(role.key()), "demonstration"));
  }
}
