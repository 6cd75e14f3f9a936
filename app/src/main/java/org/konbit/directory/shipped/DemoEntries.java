package org.konbit.directory.shipped;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.konbit.access.DemoPart;
import org.konbit.access.Role;
import org.konbit.database.Acting;
import org.konbit.directory.Need;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.Entry;
import org.konbit.directory.entry.Hours;
import org.konbit.directory.entry.Intake;
import org.konbit.directory.entry.Keeping;
import org.konbit.directory.entry.ListedService;
import org.konbit.directory.entry.Location;
import org.konbit.directory.entry.Modality;
import org.konbit.directory.place.Gazetteer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What the fictional partners of the demonstration offer. */
@Component
@Profile("demo")
class DemoEntries implements DemoPart {
  private final Keeping keeping;
  private final Gazetteer gazetteer;
  private final TransactionOperations transactions;
  private final Clock clock;

  DemoEntries(
      Keeping keeping, Gazetteer gazetteer, TransactionOperations transactions, Clock clock) {
    this.keeping = keeping;
    this.gazetteer = gazetteer;
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Offer(
      String name,
      String about,
      Set<Need> needs,
      List<String> languages,
      Intake.State intake,
      Set<DayOfWeek> days,
      int opens,
      int closes,
      Optional<Duration> answersWithin) {}

  @Override
  public void add(List<Somebody> people) {
    communityCenter(people);
    legalAid(people);
    pantry(people);
  }

  private void communityCenter(List<Somebody> people) {
    keeper(people, Role.NAVIGATOR)
        .ifPresent(keeper ->
            entry(
                keeper,
                "Harbor Community Center",
                "A community center in Framingham: classes, food and help with forms.",
                "01702",
                "100 Harbor Street",
                false,
                List.of(
                    new Offer(
                        "English classes in the evening",
                        "Four levels, from first words to job interviews. Children may come along.",
                        Set.of(Need.ENGLISH),
                        List.of("en", "pt", "es"),
                        Intake.State.OPEN,
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY),
                        18,
                        20,
                        Optional.empty()),
                    new Offer(
                        "Food pantry",
                        "Groceries for a week. No papers are asked for.",
                        Set.of(Need.FOOD),
                        List.of("pt", "ht", "es"),
                        Intake.State.WAITLIST_ONLY,
                        Set.of(DayOfWeek.FRIDAY),
                        10,
                        13,
                        Optional.empty()))));
  }

  private void legalAid(List<Somebody> people) {
    keeper(people, Role.LEGAL_STAFF)
        .ifPresent(keeper ->
            entry(
                keeper,
                "Valley Legal Aid",
                "Free legal help with immigration, for families in western Massachusetts.",
                "01103",
                "20 Valley Road",
                true,
                List.of(
                    new Offer(
                        "Immigration consultation",
                        "A first talk with an attorney, in confidence and free.",
                        Set.of(Need.LEGAL, Need.CITIZENSHIP),
                        List.of("ar", "es", "vi"),
                        Intake.State.ASSESS_FIRST,
                        Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY),
                        9,
                        16,
                        Optional.empty()),
                    new Offer(
                        "Grocery cards for clients",
                        "For families whose case takes long.",
                        Set.of(Need.FOOD),
                        List.of("ar", "es", "vi"),
                        Intake.State.OPEN,
                        Set.of(DayOfWeek.TUESDAY),
                        9,
                        12,
                        Optional.empty()))));
  }

  private void pantry(List<Somebody> people) {
    people.stream()
        .filter(each -> each.role() == Role.NAVIGATOR)
        .map(Somebody::organisation)
        .skip(1)
        .findFirst()
        .ifPresent(keeper ->
            entry(
                keeper,
                "River Street Pantry",
                "A food pantry in Holyoke that also brings groceries home.",
                "01040",
                "7 River Street",
                true,
                List.of(
                    new Offer(
                        "Groceries brought home",
                        "Once a week, within ten miles.",
                        Set.of(Need.FOOD),
                        List.of("ht", "es", "en"),
                        Intake.State.OPEN,
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
                        9,
                        17,
                        Optional.of(Duration.ofHours(24))))));
  }

  private static Optional<UUID> keeper(List<Somebody> people, Role role) {
    return people.stream()
        .filter(each -> each.role() == role)
        .map(Somebody::organisation)
        .findFirst();
  }

  private void entry(
      UUID keeper,
      String name,
      String about,
      String zip,
      String street,
      boolean isConfirmed,
      List<Offer> offers) {
    var id = id(name);
    var document =
        Document.empty()
            .with("id", id.toString())
            .with("name", name)
            .with("description", about)
            .with("phones", List.of(phone(name)));
    new Acting.SystemActor(keeper, "directory", "demonstration")
        .run(() ->
            transactions.executeWithoutResult(_ -> {
              keeping.add(id, name, document, Entry.Source.DESK);
              place(keeper, id, zip, street);
              offers.forEach(each -> service(keeper, id, each));
              if (isConfirmed) {
                keeping.confirm(id);
              }
            }));
  }

  private void place(UUID keeper, UUID entry, String zip, String street) {
    var place = gazetteer.zip(zip).orElseThrow();
    var address =
        Document.empty()
            .with("id", id(entry + "/address").toString())
            .with("address_1", street)
            .with("city", place.name())
            .with("state_province", place.state())
            .with("postal_code", zip)
            .with("country", "US")
            .with("address_type", "physical");
    var document =
        Document.empty()
            .with("id", id(entry + "/place").toString())
            .with("location_type", "physical")
            .with("addresses", List.of(address));
    keeping.put(
        new Location(keeper, id(entry + "/place"), entry, document, Optional.of(place.point())));
  }

  private void service(UUID keeper, UUID entry, Offer offer) {
    var id = id(entry + offer.name());
    var at =
        Document.empty()
            .with("id", id(id + "/at").toString())
            .with("service_id", id.toString())
            .with("location_id", id(entry + "/place").toString());
    var document =
        Document.empty()
            .with("id", id.toString())
            .with("organization_id", entry.toString())
            .with("name", offer.name())
            .with("status", "active")
            .with("description", offer.about())
            .with("fees_description", "Free")
            .with("languages", offer.languages().stream().map(tag -> language(id, tag)).toList())
            .with("service_at_locations", List.of(at));
    var weekly =
        new Hours.Weekly(
            new TreeSet<>(offer.days()),
            LocalTime.of(offer.opens(), 0),
            LocalTime.of(offer.closes(), 0),
            Optional.empty(),
            Optional.empty());
    keeping.put(
        new ListedService(
            keeper,
            id,
            entry,
            offer.name(),
            ListedService.Status.ACTIVE,
            document,
            offer.needs(),
            Optional.of(Modality.IN_PERSON),
            Optional.of(new Intake(offer.intake(), LocalDate.now(clock))),
            Optional.of(new Hours(ZoneId.of("America/New_York"), List.of(weekly), List.of())),
            offer.answersWithin(),
            false,
            clock.instant()));
  }

  private static Document language(UUID service, String tag) {
    return Document.empty().with("id", id(service + tag).toString()).with("code", tag);
  }

  private static Document phone(String name) {
    return Document.empty()
        .with("id", id(name + "/phone").toString())
        .with("number", "508-555-0100")
        .with("description", "Front desk");
  }

  private static UUID id(String of) {
    return UUID.nameUUIDFromBytes(("konbit/demo/" + of).getBytes(StandardCharsets.UTF_8));
  }
}
