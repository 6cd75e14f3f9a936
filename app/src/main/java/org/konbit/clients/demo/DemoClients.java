package org.konbit.clients.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Objects;
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
import org.konbit.clients.HouseholdRole;
import org.konbit.clients.Households;
import org.konbit.clients.Note;
import org.konbit.clients.Notes;
import org.konbit.clients.PersonName;
import org.konbit.clients.Purpose;
import org.konbit.clients.Speech;
import org.konbit.database.Acting;
import org.konbit.vault.BirthDate;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Some forty fictional people in their homes, at two partners of the demonstration. */
@Component
@Order(10) // before those who show what is done with people
@Profile("demo")
class DemoClients implements DemoPart {
  private static final String FILE = "/clients/demo.txt";
  private static final int FIELDS = 8;
  private static final Set<FieldGroup> NAME_AND_CONTACT =
      Set.of(FieldGroup.NAME, FieldGroup.CONTACT, FieldGroup.LANGUAGE);

  private final Clients clients;
  private final Households households;
  private final Consents consents;
  private final Notes notes;
  private final Clock clock;

  DemoClients(Clients clients, Households households, Consents consents, Notes notes, Clock clock) {
    this.clients = clients;
    this.households = households;
    this.consents = consents;
    this.notes = notes;
    this.clock = clock;
  }

  @Override
  public void add(List<Somebody> people) {
    var harbor = somebody(people, Role.NAVIGATOR);
    var valley = somebody(people, Role.LEGAL_STAFF);
    var head = Optional.<UUID>empty();
    for (String line : lines()) {
      if (line.isEmpty()) {
        head = Optional.empty();
        continue;
      }
      var fields = List.of(line.split(" *; *", -1));
      var keeper = fields.getFirst().equals("harbor") ? harbor : valley;
      var other = keeper.equals(harbor) ? valley : harbor;
      var home = head;
      var id = acting(keeper).call(() -> person(fields, home, other.organisation()));
      head = head.or(() -> Optional.of(id));
    }
  }

  private UUID person(List<String> fields, Optional<UUID> home, UUID partner) {
    if (fields.size() != FIELDS) {
      throw new IllegalStateException("A line of %s has not %d fields.".formatted(FILE, FIELDS));
    }
    var id = UUID.randomUUID();
    clients.create(id, details(fields));
    home.ifPresent(head -> households.join(id, head, HouseholdRole.valueOf(fields.get(1))));
    // Whoever came for something agreed that the partner hears of it.
    if (!fields.getLast().isEmpty()) {
      consents.give(UUID.randomUUID(), id, terms(partner, fields.get(5)));
      notes.write(
          UUID.randomUUID(), id, Note.Audience.TEAM, "First visit. Asked to be called back.");
    }
    return id;
  }

  private static Details details(List<String> fields) {
    String phone = fields.get(6);
    return new Details(
        PersonName.typed(fields.get(2), fields.get(3), "", "", ""),
        born(fields.get(4)),
        phone.isEmpty()
            ? Contact.none()
            : new Contact(phone, "", Set.of(Contact.Way.CALL, Contact.Way.TEXT), ""),
        new Speech(fields.get(5), fields.get(5).equals("en") ? Answer.NO : Answer.YES),
        OptionalInt.empty(),
        fields.getLast());
  }

  private static BirthDate born(String written) {
    return written.length() == 4
        ? new BirthDate.YearOnly(Year.parse(written))
        : new BirthDate.Full(LocalDate.parse(written));
  }

  private ConsentTerms terms(UUID partner, String language) {
    return new ConsentTerms(
        partner,
        Purpose.REFERRAL,
        NAME_AND_CONTACT,
        LocalDate.now(clock).plusMonths(6),
        language,
        "",
        ConsentTerms.Capacity.SELF,
        ConsentTerms.Means.SPOKEN,
        "The words of the demonstration.");
  }

  private static Acting acting(Somebody keeper) {
    return new Acting.Member(
        keeper.organisation(), keeper.person(), Set.of(keeper.role().key()), "demonstration");
  }

  private static Somebody somebody(List<Somebody> people, Role role) {
    return people.stream().filter(each -> each.role() == role).findFirst().orElseThrow();
  }

  private static List<String> lines() {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(DemoClients.class.getResourceAsStream(FILE)),
                StandardCharsets.UTF_8))) {
      return in.lines().map(String::strip).filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
