package org.konbit.clients.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konbit.access.NotHere;
import org.konbit.access.Organisations;
import org.konbit.access.Organisations.Organisation;
import org.konbit.clients.ClientStaff;
import org.konbit.clients.Clients;
import org.konbit.clients.Consent;
import org.konbit.clients.ConsentTerms;
import org.konbit.clients.Consents;
import org.konbit.clients.Purpose;
import org.konbit.database.Acting;
import org.konbit.language.Language;
import org.konbit.language.Languages;
import org.konbit.language.Messages;
import org.konbit.language.Texts;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;
import org.konbit.web.Problems;
import org.konbit.web.Sent;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Asks for a consent in two steps: what it is for, and then the words that are read out, in the
 * person's language if the interface has it. Only those are what the person agrees to.
 */
@Controller
class ConsentController {
  private static final String ONE = "/desk/{lang}/clients/{id}";

  private final Clients clients;
  private final Consents consents;
  private final Organisations organisations;
  private final Languages languages;
  private final Messages messages;
  private final Clock clock;

  ConsentController(
      Clients clients,
      Consents consents,
      Organisations organisations,
      Languages languages,
      Messages messages,
      Clock clock) {
    this.clients = clients;
    this.consents = consents;
    this.organisations = organisations;
    this.languages = languages;
    this.messages = messages;
    this.clock = clock;
  }

  /** Asks for a consent, of whatever kind whoever leads here has in mind. */
  @GetMapping(ONE + "/consent")
  ModelAndView ask(
      DeskFrame desk, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> wanted) {
    ClientStaff.mayKeep();
    String language = clients.one(id).details().speech().language();
    var form = ConsentForm.empty(consents.usual(), language).wanting(new Sent(wanted));
    return page(desk, id, form, List.of(), Map.of());
  }

  @PostMapping(ONE + "/consent")
  ModelAndView asked(
      DeskFrame desk, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
    ClientStaff.mayKeep();
    clients.one(id);
    var sent = new Sent(fields);
    var form = ConsentForm.read(sent);
    var problems = new Problems("clients");
    var partners = partners();
    form.check(
        partners.stream().map(Organisation::id).collect(Collectors.toSet()),
        new ConsentForm.Span(LocalDate.now(clock), consents.latest(), consents.isShort()),
        problems);
    if (!problems.isEmpty()) {
      return ClientsController.refused(page(desk, id, form, List.of(), problems.byField()));
    }
    var words = words(desk, form, partners);
    return switch (sent.text("step")) {
      case "agreed" -> agreed(desk, id, form, words);
      case "back" -> page(desk, id, form, List.of(), Map.of());
      default -> page(desk, id, form, words, Map.of());
    };
  }

  private ModelAndView agreed(
      DeskFrame desk, UUID id, ConsentForm form, List<ConsentPage.Words> words) {
    consents.give(
        form.id("id").orElseThrow(NotHere::new),
        id,
        new ConsentTerms(
            form.id("receiver").orElseThrow(),
            Purpose.REFERRAL,
            form.shares(),
            form.until().orElseThrow(),
            form.language(),
            form.text("interpreter"),
            form.capacity(),
            form.means(),
            words.stream()
                .map(each -> String.join("\n", each.sentences()))
                .collect(Collectors.joining("\n\n"))));
    return ClientsController.at(desk, id);
  }

  @PostMapping(ONE + "/consents/{consent}/withdraw")
  ModelAndView withdraw(
      DeskFrame desk,
      @PathVariable UUID id,
      @PathVariable UUID consent,
      @RequestParam(defaultValue = "") String how) {
    ClientStaff.mayKeep();
    if (consents.of(id).stream().noneMatch(each -> each.id().equals(consent))) {
      throw new NotHere();
    }
    consents.withdraw(
        consent, how.equals(Consent.How.WRITTEN.name()) ? Consent.How.WRITTEN : Consent.How.SPOKEN);
    return ClientsController.at(desk, id);
  }

  /** Those whom somebody may be told to: every other one that is at work. */
  private List<Organisation> partners() {
    var own = Acting.now().actingFor();
    return organisations.all().stream()
        .filter(each -> !each.isSuspended())
        .filter(each -> !own.equals(Optional.of(each.id())))
        .toList();
  }

  /** The words in the person's language, if there are any, and in that of whoever reads them. */
  private List<ConsentPage.Words> words(
      DeskFrame desk, ConsentForm form, List<Organisation> partners) {
    var receiver =
        partners.stream()
            .filter(each -> Optional.of(each.id()).equals(form.id("receiver")))
            .map(Organisation::name)
            .findFirst()
            .orElseThrow(NotHere::new);
    var all = new ArrayList<Language>();
    languages.all().stream()
        .filter(each -> each.tag().split("-", 2)[0].equals(form.language()))
        .forEach(all::add);
    if (!all.contains(desk.frame().language())) {
      all.add(desk.frame().language());
    }
    return all.stream()
        .map(each ->
            new ConsentPage.Words(
                each, sentences(messages.in(each), desk.organisation(), receiver, form)))
        .toList();
  }

  private List<String> sentences(Texts t, String organisation, String receiver, ConsentForm form) {
    return List.of(
        t.localize(
            "clients.words.may",
            organisation,
            receiver,
            new Telling(t, clock).shares(form.shares())),
        t.localize("clients.words.why", receiver),
        t.localize("clients.words.until", t.date(form.until().orElseThrow())),
        t.localize("clients.words.free"));
  }

  private ModelAndView page(
      DeskFrame desk,
      UUID id,
      ConsentForm form,
      List<ConsentPage.Words> words,
      Map<String, String> problems) {
    var t = desk.frame().t();
    var telling = new Telling(t, clock);
    return new ModelAndView(
        "clients/consent",
        "page",
        new ConsentPage(
            desk,
            id.toString(),
            clients.one(id).name().full(),
            form.texts(),
            receivers(t, form),
            boxes(telling, ConsentForm.OFFERED, "field-group", form.shares()),
            ClientPages.languages(t, form.text("language")),
            boxes(
                telling,
                List.of(ConsentTerms.Capacity.values()),
                "capacity",
                Set.of(form.capacity())),
            boxes(telling, List.of(ConsentTerms.Means.values()), "means", Set.of(form.means())),
            words,
            consents.isShort() ? "clients.consent.until-hint-short" : "clients.consent.until-hint",
            problems));
  }

  private List<Box> receivers(Texts t, ConsentForm form) {
    var boxes = new ArrayList<Box>();
    boxes.add(new Box("", t.localize("clients.consent.receiver-none"), "", false));
    partners()
        .forEach(each ->
            boxes.add(
                new Box(
                    each.id().toString(),
                    each.name(),
                    "",
                    each.id().toString().equals(form.text("receiver")))));
    return boxes;
  }

  private static <E extends Enum<E>> List<Box> boxes(
      Telling telling, List<E> values, String under, Set<E> chosen) {
    return ClientPages.boxes(telling, values, under, chosen::contains);
  }
}
