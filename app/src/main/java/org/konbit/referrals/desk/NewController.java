package org.konbit.referrals.desk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konbit.access.NotHere;
import org.konbit.clients.Client;
import org.konbit.clients.Clients;
import org.konbit.clients.FieldGroup;
import org.konbit.clients.FreeText;
import org.konbit.clients.Sought;
import org.konbit.directory.Need;
import org.konbit.directory.Offers;
import org.konbit.language.Keys;
import org.konbit.referrals.exchange.Draft;
import org.konbit.referrals.exchange.Drafts;
import org.konbit.referrals.exchange.Referrals;
import org.konbit.referrals.exchange.Refused;
import org.konbit.referrals.exchange.Sending;
import org.konbit.referrals.exchange.Workers;
import org.konbit.web.DeskFrame;
import org.konbit.web.Sent;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Writing a referral, and sending it once everybody has seen what it tells. */
@Controller
class NewController {
  private static final int PEOPLE = 50;

  private final Drafts drafts;
  private final Sending sending;
  private final Referrals referrals;
  private final Clients clients;
  private final Offers offers;
  private final OneController one;

  NewController(
      Drafts drafts,
      Sending sending,
      Referrals referrals,
      Clients clients,
      Offers offers,
      OneController one) {
    this.drafts = drafts;
    this.sending = sending;
    this.referrals = referrals;
    this.clients = clients;
    this.offers = offers;
    this.one = one;
  }

  @GetMapping("/desk/{lang}/referrals/new")
  ModelAndView start(
      DeskFrame desk,
      @RequestParam(defaultValue = "") String client,
      @RequestParam(defaultValue = "") String need,
      @RequestParam(defaultValue = "") String after) {
    Workers.mustBe();
    var before = OneController.id(after).map(referrals::sentOne);
    var draft = before.flatMap(Referrals.Sent::draft);
    var who = draft.map(Draft::client).or(() -> OneController.id(client)).map(clients::one);
    var typed =
        unwritten(draft.map(Draft::need).or(() -> Need.of(need)), who)
            .after(before.map(Referrals.Sent::status));
    return page(desk, who, typed, Map.of());
  }

  /** Looks for a person by name; posted, so that no name stands in an address. */
  @PostMapping("/desk/{lang}/referrals/find")
  ModelAndView find(DeskFrame desk, @RequestParam(defaultValue = "") String name) {
    Workers.mustBe();
    var found =
        name.isBlank() ? clients.latest(PEOPLE) : clients.search(Sought.named(name.strip()));
    return view(
        desk,
        Optional.empty(),
        found,
        name.strip(),
        unwritten(Optional.empty(), Optional.empty()),
        Map.of());
  }

  @PostMapping("/desk/{lang}/referrals/new")
  ModelAndView write(DeskFrame desk, @RequestParam MultiValueMap<String, String> fields) {
    Workers.mustBe();
    var who = OneController.id(text(fields, "client")).map(clients::one).orElseThrow(NotHere::new);
    var typed = typed(fields);
    var problems = problems(typed, who);
    var offer = typed.service().flatMap(offers::one);
    if (!problems.isEmpty() || offer.isEmpty() || typed.need().isEmpty()) {
      return again(desk, who, typed, problems);
    }
    var need = typed.need().get();
    var draft =
        new Draft(
            UUID.randomUUID(),
            who.id(),
            offer.get().keeper(),
            offer.get().service(),
            need,
            Drafts.track(offer.get(), need),
            of(Draft.Warmth.values(), typed.warmth()).orElse(Draft.Warmth.WARM),
            of(Draft.Urgency.values(), typed.urgency()).orElse(Draft.Urgency.ROUTINE),
            contact(typed),
            isWarm(typed) ? groups(typed) : Set.of(),
            isWarm(typed) ? typed.message() : "",
            OneController.id(typed.after()));
    try {
      drafts.write(draft);
    } catch (Refused e) {
      problems.put("service", e.why().messageKey());
      return again(desk, who, typed, problems);
    }
    return OneController.back(desk, draft.id());
  }

  @PostMapping("/desk/{lang}/referrals/{id}/send")
  ModelAndView send(DeskFrame desk, @PathVariable UUID id, @RequestParam UUID key) {
    try {
      sending.send(id, key);
      return OneController.back(desk, id);
    } catch (Refused e) {
      return one.refused(desk, id, e.why().messageKey(), HttpStatus.CONFLICT);
    }
  }

  @PostMapping("/desk/{lang}/referrals/{id}/discard")
  ModelAndView discard(DeskFrame desk, @PathVariable UUID id) {
    drafts.end(id, false);
    return new ModelAndView("redirect:" + desk.home() + "/referrals");
  }

  /** Sends nothing, and keeps that the family was told of somebody. */
  @PostMapping("/desk/{lang}/referrals/{id}/log")
  ModelAndView log(DeskFrame desk, @PathVariable UUID id) {
    drafts.end(id, true);
    return new ModelAndView("redirect:" + desk.home() + "/referrals");
  }

  /** Who is told of nobody calls nobody. */
  private static Draft.Contact contact(NewPages.Typed typed) {
    var chosen = of(Draft.Contact.values(), typed.contact()).orElse(Draft.Contact.PERSON_CALLS);
    return chosen == Draft.Contact.PARTNER_CALLS && !isWarm(typed)
        ? Draft.Contact.PERSON_CALLS
        : chosen;
  }

  private static boolean mayBeCalled(Client who) {
    return !who.details().contact().ways().isEmpty();
  }

  private static Map<String, String> problems(NewPages.Typed typed, Client who) {
    var problems = new LinkedHashMap<String, String>();
    if (typed.need().isEmpty()) {
      problems.put("need", "referrals.problem.need-missing");
    }
    if (typed.service().isEmpty()) {
      problems.put("service", "referrals.problem.service-missing");
    }
    if (isWarm(typed) && groups(typed).isEmpty()) {
      problems.put("share", "referrals.problem.share-missing");
    }
    if (contact(typed) == Draft.Contact.PARTNER_CALLS) {
      if (!groups(typed).contains(FieldGroup.CONTACT)) {
        problems.put("contact", "referrals.problem.contact-unshared");
      } else if (!mayBeCalled(who)) {
        problems.put("contact", "referrals.problem.contact-unsafe");
      }
    }
    if (!typed.message().isEmpty()
        && (!isWarm(typed) || !groups(typed).contains(FieldGroup.NEED_NOTE))) {
      problems.put("message", "referrals.problem.message-unshared");
    }
    FreeText.unkept(typed.message())
        .ifPresent(found -> problems.put("message", "referrals.problem." + found.problem()));
    if (typed.message().length() > Draft.LONGEST_MESSAGE) {
      problems.put("message", "referrals.problem.note-long");
    }
    return problems;
  }

  private ModelAndView again(
      DeskFrame desk, Client who, NewPages.Typed typed, Map<String, String> problems) {
    var page = page(desk, Optional.of(who), typed, problems);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  /** Nobody is proposed to be called who did not agree to it. */
  private static NewPages.Typed unwritten(Optional<Need> need, Optional<Client> who) {
    return new NewPages.Typed(
        need,
        Optional.empty(),
        NewPages.GROUPS.stream().limit(4).map(Keys::of).collect(Collectors.toUnmodifiableSet()),
        Keys.of(Draft.Warmth.WARM),
        Keys.of(Draft.Urgency.ROUTINE),
        Keys.of(
            who.filter(NewController::mayBeCalled).isPresent()
                ? Draft.Contact.PARTNER_CALLS
                : Draft.Contact.PERSON_CALLS),
        "",
        "");
  }

  private ModelAndView page(
      DeskFrame desk, Optional<Client> who, NewPages.Typed typed, Map<String, String> problems) {
    return view(desk, who, who.isEmpty() ? clients.latest(PEOPLE) : List.of(), "", typed, problems);
  }

  private ModelAndView view(
      DeskFrame desk,
      Optional<Client> who,
      List<Client> people,
      String name,
      NewPages.Typed typed,
      Map<String, String> problems) {
    var meeting = typed.need().map(drafts::offers).orElse(List.of());
    return new ModelAndView(
        "referrals/new",
        "page",
        new NewPages(desk).page(who, new NewPages.People(people, name), meeting, typed, problems));
  }

  private static NewPages.Typed typed(MultiValueMap<String, String> fields) {
    return new NewPages.Typed(
        Need.of(text(fields, "need")),
        OneController.id(text(fields, "service")),
        Set.copyOf(fields.getOrDefault("share", List.of())),
        text(fields, "warmth"),
        text(fields, "urgency"),
        text(fields, "contact"),
        text(fields, "message"),
        text(fields, "after"));
  }

  private static boolean isWarm(NewPages.Typed typed) {
    return of(Draft.Warmth.values(), typed.warmth())
        .filter(warmth -> warmth != Draft.Warmth.WARM)
        .isEmpty();
  }

  private static Set<FieldGroup> groups(NewPages.Typed typed) {
    return NewPages.GROUPS.stream()
        .filter(group -> typed.groups().contains(Keys.of(group)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static <E extends Enum<E>> Optional<E> of(E[] values, String word) {
    return Arrays.stream(values).filter(value -> Keys.of(value).equals(word)).findFirst();
  }

  private static String text(MultiValueMap<String, String> fields, String field) {
    return new Sent(fields).text(field);
  }
}
