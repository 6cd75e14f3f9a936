package org.konbit.referrals.shown;

import static java.time.ZoneOffset.UTC;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.konbit.access.DemoPart;
import org.konbit.access.Role;
import org.konbit.clients.Answer;
import org.konbit.clients.Clients;
import org.konbit.clients.Consent;
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
import org.konbit.referrals.exchange.Board;
import org.konbit.referrals.exchange.Change;
import org.konbit.referrals.exchange.ClockWork;
import org.konbit.referrals.exchange.Conversation;
import org.konbit.referrals.exchange.Draft;
import org.konbit.referrals.exchange.Drafts;
import org.konbit.referrals.exchange.Moves;
import org.konbit.referrals.exchange.Sending;
import org.konbit.referrals.lifecycle.DeclineReason;
import org.konbit.referrals.lifecycle.Mistake;
import org.konbit.referrals.lifecycle.Outcome;
import org.konbit.referrals.lifecycle.State;
import org.konbit.vault.BirthDate;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fictional families whom the partners of the demonstration handed to each other: one at least in
 * every state there is.
 */
@Component
@Profile("demo")
class DemoReferrals implements DemoPart {
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1956, 1, 1);
  private static final int DAYS_OF_BIRTHS = 17_000;
  private static final Map<String, String> SPOKEN =
      Map.ofEntries(
          Map.entry("Teixeira", "pt"),
          Map.entry("Vaz", "pt"),
          Map.entry("Prates", "pt"),
          Map.entry("Amaral", "pt"),
          Map.entry("Barros", "pt"),
          Map.entry("Joseph", "ht"),
          Map.entry("Estimé", "ht"),
          Map.entry("Pierre", "ht"),
          Map.entry("Désir", "ht"),
          Map.entry("Augustin", "ht"),
          Map.entry("Baptiste", "ht"),
          Map.entry("Huỳnh", "vi"),
          Map.entry("Đinh", "vi"),
          Map.entry("Khoury", "ar"),
          Map.entry("Saleh", "ar"),
          Map.entry("Melnyk", "uk"));

  private static final Set<FieldGroup> SHARED =
      Set.of(FieldGroup.NAME, FieldGroup.CONTACT, FieldGroup.LANGUAGE, FieldGroup.NEED_NOTE);

  // As if the partner had asked something, and got its answer some days ago.
  private static final String LONG_SENT =
      """
      UPDATE referral_status
         SET state = 'SENT', half_at = :due, due_at = :due, expires_at = :expires, changed_at = :due
       WHERE id = :id
      """;

  private final Clients clients;
  private final Consents consents;
  private final Offers offers;
  private final Drafts drafts;
  private final Sending sending;
  private final Moves moves;
  private final Conversation conversation;
  private final ClockWork clockWork;
  private final Board board;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;

  DemoReferrals(
      Clients clients,
      Consents consents,
      Offers offers,
      Drafts drafts,
      Sending sending,
      Moves moves,
      Conversation conversation,
      ClockWork clockWork,
      Board board,
      JdbcClient jdbc,
      TransactionOperations transactions,
      Clock clock) {
    this.clients = clients;
    this.consents = consents;
    this.offers = offers;
    this.drafts = drafts;
    this.sending = sending;
    this.moves = moves;
    this.conversation = conversation;
    this.clockWork = clockWork;
    this.board = board;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** One that was sent, with the consent it rests on. */
  private record Made(UUID id, UUID consent) {}

  @Override
  public void add(List<Somebody> people) {
    var navigators = acting(people, Role.NAVIGATOR);
    var attorneys = acting(people, Role.LEGAL_STAFF);
    if (navigators.size() > 1 && !attorneys.isEmpty()) {
      var harbor = navigators.getFirst();
      var river = navigators.get(1);
      var valley = attorneys.getFirst();
      places(harbor, Need.FOOD, Board.Unit.FAMILY, 6);
      places(river, Need.FOOD, Board.Unit.FAMILY, 20);
      open(valley, harbor);
      over(valley, harbor);
      sentOn(valley, harbor, river);
      legal(harbor, valley);
      unsent(harbor, valley);
      clockWork.run();
    }
  }

  private void places(Acting keeper, Need need, Board.Unit unit, int many) {
    var service = service(keeper, need).service();
    keeper.run(() -> board.set(service, unit, many, OptionalInt.empty()));
  }

  private void open(Acting from, Acting to) {
    send(from, to, "Rosa Amélia", "Teixeira", "Food for a family of four until payday.");
    var late = send(from, to, "Fredeline", "Joseph", "Food for a newborn’s mother.");
    move(to, late, 0, Change.to(State.NEEDS_INFORMATION));
    from.run(() -> longSent(late));
    var asked = send(from, to, "Wilner", "Estimé", "Food; no car.");
    move(to, asked, 0, Change.to(State.NEEDS_INFORMATION));
    to.run(() -> conversation.write(asked.id(), "How many children live at home?"));
    var waiting = send(from, to, "Yessenia", "Ochoa Lemus", "Food for two.");
    move(to, waiting, 0, Change.to(State.WAITLISTED));
    var accepted = send(from, to, "Teresinha", "Vaz", "Groceries; walks with a cane.");
    move(to, accepted, 0, Change.to(State.ACCEPTED));
    var helped = begun(from, to, "Bảo", "Huỳnh", "Groceries for a grandmother.");
    from.run(() -> conversation.write(helped.id(), "She can come on Fridays after eleven."));
    var paused = begun(from, to, "Rigoberto", "Chávez", "Food while out of work.");
    move(to, paused, 2, Change.to(State.ON_HOLD));
  }

  private void over(Acting from, Acting to) {
    var helped = begun(from, to, "Samira", "Khoury", "Food for a week.");
    move(to, helped, 2, Change.ended(State.COMPLETED, Outcome.RECEIVED_SERVICE));
    var unable = begun(from, to, "Nilson", "Prates", "Food for one.");
    move(to, unable, 2, Change.ended(State.UNABLE, Outcome.LOST_CONTACT));
    var declined = send(from, to, "Edwin", "Paz", "Food delivered at home.");
    move(to, declined, 0, Change.declined(DeclineReason.OUT_OF_AREA));
    var found = send(from, to, "Oksana", "Melnyk", "Food for three.");
    move(to, found, 0, Change.to(State.CLIENT_DECLINED));
    var recalled = send(from, to, "Berta Luz", "Alvarenga", "Food for five.");
    move(from, recalled, 0, Change.to(State.RECALLED));
    var mistaken = send(from, to, "Guy-Max", "Pierre", "Food.");
    move(
        from,
        mistaken,
        0,
        Change.mistaken(Mistake.WRONG_PARTNER, "Meant for River Street Pantry."));
    // Taken back while it waited: the clock ends it.
    var waited = send(from, to, "Hoài", "Đinh", "Food for six.");
    move(to, waited, 0, Change.to(State.WAITLISTED));
    from.run(() -> consents.withdraw(waited.consent(), Consent.How.SPOKEN));
  }

  private void sentOn(Acting from, Acting to, Acting instead) {
    var rerouted = send(from, to, "Lovely", "Désir", "Groceries at home; has a small child.");
    move(to, rerouted, 0, Change.rerouted(service(instead, Need.FOOD).service()));
  }

  private void legal(Acting from, Acting to) {
    var why = "A first talk with an attorney.";
    send(from, to, Need.LEGAL, "Marie Carline", "Augustin", why);
    var got = send(from, to, Need.LEGAL, "Cleonice", "Amaral", why);
    move(to, got, 0, Change.to(State.RECEIVED));
    var offered = send(from, to, Need.LEGAL, "José Ángel", "Murcia", "Wants to renew a permit.");
    move(to, offered, 0, Change.to(State.RECEIVED));
    move(to, offered, 1, Change.to(State.APPOINTMENT_OFFERED));
    var over = send(from, to, Need.LEGAL, "Rania", "Saleh", why);
    move(to, over, 0, Change.to(State.RECEIVED));
    move(to, over, 1, Change.to(State.CLOSED));
  }

  private void unsent(Acting from, Acting to) {
    write(from, to, Need.LEGAL, person(from, "Lucineide", "Barros", "A first talk."));
    var discarded =
        write(from, to, Need.LEGAL, person(from, "Emmanuel", "Baptiste", "A first talk."));
    from.run(() -> drafts.end(discarded, false));
    var told = write(from, to, Need.LEGAL, person(from, "Ximena", "Toc", "Asked where to go."));
    from.run(() -> drafts.end(told, true));
  }

  private Made begun(Acting from, Acting to, String given, String surname, String why) {
    var made = send(from, to, given, surname, why);
    move(to, made, 0, Change.to(State.ACCEPTED));
    move(to, made, 1, Change.to(State.IN_SERVICE));
    return made;
  }

  private Made send(Acting from, Acting to, String given, String surname, String why) {
    return send(from, to, Need.FOOD, given, surname, why);
  }

  private Made send(Acting from, Acting to, Need need, String given, String surname, String why) {
    var client = person(from, given, surname, why);
    var consent = UUID.randomUUID();
    // Some end soon, so that somebody asks again.
    int days = given.startsWith("B") ? 12 : 180;
    from.run(() -> consents.give(consent, client, terms(to, days)));
    var id = write(from, to, need, client);
    from.run(() -> sending.send(id, UUID.randomUUID()));
    return new Made(id, consent);
  }

  private UUID write(Acting from, Acting to, Need need, UUID client) {
    var offer = service(to, need);
    var draft =
        new Draft(
            UUID.randomUUID(),
            client,
            offer.keeper(),
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

  private Offers.Offer service(Acting keeper, Need need) {
    var id = keeper.actingFor().orElseThrow();
    return offers.meeting(need).stream()
        .filter(each -> each.keeper().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private UUID person(Acting at, String given, String surname, String why) {
    var id = UUID.randomUUID();
    var details =
        new Details(
            PersonName.of(List.of(given), List.of(surname)),
            new BirthDate.Full(born(given + surname)),
            new Contact(
                "508-555-0143", "", Set.of(Contact.Way.CALL, Contact.Way.TEXT), "After six."),
            new Speech(SPOKEN.getOrDefault(surname, "es"), Answer.YES),
            OptionalInt.of(4),
            why);
    at.run(() -> clients.create(id, details));
    return id;
  }

  private static LocalDate born(String name) {
    return FIRST_BIRTH.plusDays(Math.floorMod(name.hashCode(), DAYS_OF_BIRTHS));
  }

  private ConsentTerms terms(Acting to, int days) {
    return new ConsentTerms(
        to.actingFor().orElseThrow(),
        Purpose.REFERRAL,
        SHARED,
        LocalDate.now(clock).plusDays(days),
        "ht",
        "",
        ConsentTerms.Capacity.SELF,
        ConsentTerms.Means.SPOKEN,
        "May we tell them your name, your phone and what you need?");
  }

  private void longSent(Made made) {
    var due = clock.instant().minus(Duration.ofHours(1)).atOffset(UTC);
    transactions.executeWithoutResult(_ ->
        jdbc.sql(LONG_SENT)
            .param("id", made.id())
            .param("due", due)
            .param("expires", due.plusDays(4))
            .update());
  }

  private void move(Acting who, Made made, int seen, Change change) {
    who.run(() -> moves.move(made.id(), seen, change, UUID.randomUUID()));
  }

  private static List<Acting> acting(List<Somebody> people, Role role) {
    return people.stream()
        .filter(each -> each.role() == role)
        .<Acting>map(each ->
            new Acting.Member(
                each.organisation(), each.person(), Set.of(role.key()), "demonstration"))
        .toList();
  }
}
