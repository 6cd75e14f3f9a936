package org.konbit.directory.find;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.Freshness;
import org.konbit.directory.entry.ListedService;
import org.konbit.directory.entry.Location;
import org.konbit.directory.entry.Whole;
import org.konbit.web.PageFrame;

/** Tells one organisation whole. */
final class EntryTelling {
  private final PageFrame frame;
  private final Instant now;
  private final Telling telling;
  private final LocalDate today;

  EntryTelling(PageFrame frame, Instant now, LocalDate today) {
    this.frame = frame;
    this.now = now;
    this.today = today;
    this.telling = new Telling(frame.t(), today);
  }

  EntryPage page(Whole whole) {
    var entry = whole.entry();
    var document = entry.document();
    var told = whole.services().stream().flatMap(each -> whole.places(each).stream()).toList();
    return new EntryPage(
        frame,
        entry.name(),
        document.text("alternate_name"),
        telling.fresh(entry),
        entry.freshness(today) == Freshness.CONFIRMED,
        document.text("description"),
        Telling.phones(document),
        link(document.text("website")),
        document.text("email"),
        whole.locations().stream()
            .filter(each -> !told.contains(each))
            .map(EntryTelling::spot)
            .toList(),
        whole.services().stream().map(each -> offer(whole, each)).toList());
  }

  private EntryPage.Offer offer(Whole whole, ListedService service) {
    var document = service.document();
    var hours = new HoursTelling(frame.t(), now);
    var places = whole.places(service);
    return new EntryPage.Offer(
        service.id().toString(),
        service.name(),
        telling.needs(service),
        telling.intake(service),
        document.text("alert"),
        document.text("description"),
        facts(document),
        telling.languages(service),
        Telling.phones(document),
        link(document.text("url")),
        hours.lines(service),
        hours.next(service),
        places.stream().map(EntryTelling::spot).toList(),
        places.isEmpty() ? telling.otherwise(service) : Optional.empty());
  }

  private List<EntryPage.Fact> facts(Document document) {
    var facts = new ArrayList<EntryPage.Fact>();
    fact(facts, "for-whom", forWhom(document));
    fact(facts, "apply", document.text("application_process").stream().toList());
    fact(
        facts,
        "bring",
        document.list("required_documents").stream()
            .flatMap(each -> each.text("document").stream())
            .toList());
    fact(facts, "cost", cost(document));
    fact(facts, "room", room(document));
    fact(facts, "ask", ask(document));
    fact(facts, "interpreters", document.text("interpretation_services").stream().toList());
    fact(facts, "wait", document.text("wait_time").stream().toList());
    fact(
        facts,
        "area",
        document.list("service_areas").stream()
            .flatMap(each -> each.text("name").stream())
            .toList());
    return facts;
  }

  private List<String> forWhom(Document document) {
    var lines = new ArrayList<String>();
    var from = document.number("minimum_age");
    var to = document.number("maximum_age");
    if (from.isPresent() && to.isPresent()) {
      lines.add(frame.t().localize("directory.entry.ages", from.getAsInt(), to.getAsInt()));
    } else if (from.isPresent()) {
      lines.add(frame.t().localize("directory.entry.age-from", from.getAsInt()));
    } else if (to.isPresent()) {
      lines.add(frame.t().localize("directory.entry.age-to", to.getAsInt()));
    }
    document.text("eligibility_description").ifPresent(lines::add);
    return lines;
  }

  private static List<String> cost(Document document) {
    return Stream.concat(
            Stream.concat(
                document.text("fees_description").stream(), document.text("fees").stream()),
            document.list("cost_options").stream()
                .map(EntryTelling::price)
                .flatMap(Optional::stream))
        .distinct()
        .toList();
  }

  private static Optional<String> price(Document cost) {
    var told =
        Stream.concat(cost.text("option").stream(), amount(cost).stream())
            .collect(Collectors.joining(" · "));
    return cost.text("amount_description").or(() -> Optional.of(told).filter(it -> !it.isEmpty()));
  }

  /** To the cent, in whichever currency it is. */
  private static Optional<String> amount(Document cost) {
    var amount = cost.json().get("amount");
    if (amount == null || !amount.isNumber()) {
      return Optional.empty();
    }
    var exact = amount.decimalValue();
    String digits =
        exact.stripTrailingZeros().scale() <= 0
            ? "%,.0f".formatted(exact)
            : "%,.2f".formatted(exact);
    String currency = cost.text("currency").orElse("USD");
    return Optional.of(currency.equals("USD") ? "$" + digits : digits + " " + currency);
  }

  /** How much room there is, and when that was said. */
  private List<String> room(Document document) {
    return document.list("capacities").stream()
        .filter(each -> each.number("available").isPresent())
        .map(each ->
            frame
                .t()
                .localize(
                    "directory.entry.room-of",
                    each.number("available").getAsInt(),
                    each.number("maximum").orElse(0),
                    each.text("updated")
                        .flatMap(EntryTelling::day)
                        .map(frame.t()::date)
                        .orElse("")))
        .toList();
  }

  private static Optional<LocalDate> day(String instant) {
    try {
      return Optional.of(LocalDate.parse(instant.substring(0, Math.min(10, instant.length()))));
    } catch (java.time.DateTimeException e) { // then it is not told
      return Optional.empty();
    }
  }

  /** Whom to ask, by role; never a person. */
  private static List<String> ask(Document document) {
    return document.list("contacts").stream()
        .map(each ->
            Stream.of(
                    each.text("title").or(() -> each.text("department")),
                    each.list("phones").stream().findFirst().flatMap(one -> one.text("number")),
                    each.text("email"))
                .flatMap(Optional::stream)
                .collect(java.util.stream.Collectors.joining(" · ")))
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static void fact(List<EntryPage.Fact> facts, String key, List<String> lines) {
    if (!lines.isEmpty()) {
      facts.add(new EntryPage.Fact("directory.entry." + key, lines));
    }
  }

  static EntryPage.Spot spot(Location location) {
    var document = location.document();
    var lines = location.address().map(EntryTelling::lines).orElse(List.of());
    return new EntryPage.Spot(
        document.text("name"),
        lines,
        document.text("transportation"),
        document.list("accessibility").stream()
            .flatMap(each -> each.text("description").stream())
            .toList());
  }

  private static List<String> lines(Document address) {
    String town =
        Stream.of(address.text("city"), address.text("state_province"))
            .flatMap(Optional::stream)
            .reduce((city, state) -> city + ", " + state)
            .orElse("");
    String last = (town + " " + address.text("postal_code").orElse("")).strip();
    return Stream.of(address.text("address_1"), address.text("address_2"), Optional.of(last))
        .flatMap(Optional::stream)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** Nothing but an address of the web: what was imported may hold anything. */
  private static Optional<EntryPage.Link> link(Optional<String> address) {
    return address
        .filter(EntryTelling::isOfTheWeb)
        .map(each ->
            new EntryPage.Link(
                each, each.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "")));
  }

  private static boolean isOfTheWeb(String address) {
    try {
      String scheme = Optional.ofNullable(URI.create(address).getScheme()).orElse("");
      return List.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) { // no address at all
      return false;
    }
  }
}
