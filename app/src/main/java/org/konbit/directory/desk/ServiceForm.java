package org.konbit.directory.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konbit.directory.Need;
import org.konbit.directory.Spoken;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.Intake;
import org.konbit.directory.entry.ListedService;
import org.konbit.directory.entry.Modality;
import org.konbit.web.Problems;
import org.konbit.web.Sent;
import tools.jackson.databind.node.IntNode;

/**
 * A service as it is typed. What an imported one holds beside it stays as it is.
 *
 * @param place the id of one of the organisation's places, {@link #SECRET}, or empty for none
 * @param documents what to bring, a line each
 * @param answer in how many hours partners have an answer; empty for the coalition's own time
 */
record ServiceForm(
    String name,
    String about,
    Set<String> needs,
    Set<String> languages,
    String modality,
    String intake,
    String status,
    String place,
    String forWhom,
    String ageFrom,
    String ageTo,
    String apply,
    String documents,
    String cost,
    String phone,
    String phoneNote,
    String answer,
    TimesForm times,
    MoreForm more) {
  static final String SECRET = "secret";
  private static final List<String> PLAIN =
      List.of("eligibility_description", "application_process", "fees_description");

  static ServiceForm empty(String status) {
    return new ServiceForm(
        "",
        "",
        Set.of(),
        Set.of(),
        "",
        "",
        status,
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        TimesForm.of(Optional.empty()),
        MoreForm.EMPTY);
  }

  static ServiceForm of(ListedService service) {
    var document = service.document();
    var phone = document.list("phones").stream().findFirst();
    return new ServiceForm(
        service.name(),
        document.text("description").orElse(""),
        service.needs().stream().map(Need::key).collect(Collectors.toSet()),
        Set.copyOf(
            service.languages().stream()
                .flatMap(tag -> Spoken.of(tag).stream())
                .map(Spoken::tag)
                .toList()),
        service.modality().map(Modality::key).orElse(""),
        service.intake().map(each -> each.state().key()).orElse(""),
        service.status().word(),
        service.isPlaceSecret()
            ? SECRET
            : service.places().stream().findFirst().map(UUID::toString).orElse(""),
        document.text(PLAIN.get(0)).orElse(""),
        text(document.number("minimum_age")),
        text(document.number("maximum_age")),
        document.text(PLAIN.get(1)).orElse(""),
        document.list("required_documents").stream()
            .flatMap(each -> each.text("document").stream())
            .collect(Collectors.joining("\n")),
        document.text(PLAIN.get(2)).orElse(""),
        phone.flatMap(each -> each.text("number")).orElse(""),
        phone.flatMap(each -> each.text("description")).orElse(""),
        service.answersWithin().map(each -> Long.toString(each.toHours())).orElse(""),
        TimesForm.of(service.hours()),
        MoreForm.of(document));
  }

  static ServiceForm read(Sent sent, Problems problems) {
    var form =
        new ServiceForm(
            sent.required("name", 300, problems),
            sent.text("about", Sent.LONGEST, problems),
            Set.copyOf(sent.all("need")),
            Set.copyOf(sent.all("language")),
            sent.text("modality"),
            sent.text("intake"),
            sent.text("status"),
            sent.text("place"),
            sent.text("forWhom", Sent.LONGEST, problems),
            sent.text("ageFrom"),
            sent.text("ageTo"),
            sent.text("apply", Sent.LONGEST, problems),
            sent.text("documents", Sent.LONGEST, problems),
            sent.text("cost", Sent.LONGEST, problems),
            sent.text("phone"),
            sent.text("phoneNote", 200, problems),
            sent.text("answer"),
            TimesForm.read(sent),
            MoreForm.read(sent, problems));
    if (form.chosenNeeds().isEmpty()) {
      problems.add("need", "need");
    }
    var from = sent.age("ageFrom", problems);
    var to = sent.age("ageTo", problems);
    if (from.isPresent() && to.isPresent() && from.getAsInt() > to.getAsInt()) {
      problems.add("ageTo", "ages");
    }
    EntryForm.checkPhone("phone", form.phone, problems);
    if (!form.answer.isEmpty() && form.answersWithin().isEmpty()) {
      problems.add("answer", "answer");
    }
    return form;
  }

  Set<Need> chosenNeeds() {
    return Arrays.stream(Need.values())
        .filter(need -> needs.contains(need.key()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The service that this makes of another, or of nothing.
   *
   * @param places the organisation's own; a place of somebody else's is none
   */
  ListedService applied(ListedService before, Set<UUID> places, Clock clock, Problems problems) {
    boolean isSecret = place.equals(SECRET);
    return new ListedService(
        before.keeper(),
        before.id(),
        before.entry(),
        name,
        ListedService.Status.of(status).orElse(ListedService.Status.ACTIVE),
        document(before, isSecret ? List.of() : at(before, places), clock),
        chosenNeeds(),
        Modality.of(modality),
        Intake.State.of(intake).map(state -> new Intake(state, LocalDate.now(clock))),
        times.hours(problems),
        answersWithin(),
        isSecret,
        before.changedAt());
  }

  private Optional<Duration> answersWithin() {
    return Optional.of(answer)
        .filter(typed -> typed.matches("\\d{1,3}"))
        .map(typed -> Duration.ofHours(Integer.parseInt(typed)))
        .filter(Duration::isPositive)
        .filter(within -> within.compareTo(ListedService.SLOWEST_ANSWER) <= 0);
  }

  /** What was not typed anew stays as it is, however much more of it an import said. */
  private Document document(ListedService before, List<Document> at, Clock clock) {
    var was = before.document();
    var shown = of(before);
    var typed =
        age(age(was, "minimum_age", ageFrom, shown.ageFrom), "maximum_age", ageTo, shown.ageTo)
            .with("id", before.id().toString())
            .with("organization_id", before.entry().toString())
            .with("name", name)
            .with(
                "status",
                ListedService.Status.of(status).orElse(ListedService.Status.ACTIVE).word())
            .with("description", about)
            .with(PLAIN.get(0), forWhom)
            .with(PLAIN.get(1), apply)
            .with(PLAIN.get(2), cost)
            .with("languages", spoken(was))
            .with(
                "required_documents",
                EntryForm.listed(was, "required_documents", "document", documents))
            .with("service_at_locations", at);
    if (!(phone + phoneNote).equals(shown.phone + shown.phoneNote)) {
      typed = typed.with("phones", EntryForm.phones(was, phone, phoneNote));
    }
    return more.isUsable() ? more.applied(typed, clock.instant()) : typed;
  }

  private static Document age(Document document, String field, String typed, String shown) {
    if (typed.equals(shown)) {
      return document; // which may be a fraction of a year
    }
    return typed.matches("\\d{1,3}")
        ? document.with(field, IntNode.valueOf(Integer.parseInt(typed)))
        : document.without(field);
  }

  private List<Document> at(ListedService before, Set<UUID> places) {
    var was = before.document().list("service_at_locations");
    if (places.stream().map(UUID::toString).noneMatch(place::equals)) {
      return List.of();
    }
    if (was.stream().anyMatch(each -> each.text("location_id").equals(Optional.of(place)))) {
      return was; // an imported service may be at several
    }
    return List.of(
        EntryForm.withId(Document.empty())
            .with("service_id", before.id().toString())
            .with("location_id", place));
  }

  private List<Document> spoken(Document was) {
    var all = new ArrayList<Document>();
    var kept = new ArrayList<String>();
    for (var each : was.list("languages")) {
      var known = each.text("code").flatMap(Spoken::of).map(Spoken::tag);
      if (known.isEmpty() || languages.contains(known.get())) {
        all.add(each);
        known.ifPresent(kept::add);
      }
    }
    Spoken.all().stream()
        .filter(each -> languages.contains(each.tag()) && !kept.contains(each.tag()))
        .forEach(each ->
            all.add(
                EntryForm.withId(Document.empty())
                    .with("name", each.english())
                    .with("code", each.tag())));
    return all;
  }

  private static String text(OptionalInt number) {
    return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
  }
}
