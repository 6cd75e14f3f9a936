package org.konbit.clients.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.access.NotHere;
import org.konbit.clients.ChosenPrograms;
import org.konbit.clients.ChosenPrograms.Program;
import org.konbit.clients.ClientStaff;
import org.konbit.clients.Clients;
import org.konbit.clients.ConsentTerms;
import org.konbit.language.Keys;
import org.konbit.language.Languages;
import org.konbit.language.Messages;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;
import org.konbit.web.Problems;
import org.konbit.web.Sent;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Keeps what a family chose to apply for after a screening, once it has said yes to that. */
@Controller
class ProgramsController {
  private static final String PROGRAMS = "/desk/{lang}/clients/{id}/programs";

  private final Clients clients;
  private final ChosenPrograms chosen;
  private final Languages languages;
  private final Messages messages;
  private final Clock clock;

  ProgramsController(
      Clients clients, ChosenPrograms chosen, Languages languages, Messages messages, Clock clock) {
    this.clients = clients;
    this.chosen = chosen;
    this.languages = languages;
    this.messages = messages;
    this.clock = clock;
  }

  @GetMapping(PROGRAMS)
  ModelAndView ask(DeskFrame desk, @PathVariable UUID id) {
    ClientStaff.mayKeep();
    var typed = new LinkedMultiValueMap<String, String>();
    typed.add("language", clients.one(id).details().speech().language());
    chosen.of(id).forEach(each -> typed.add("program", Keys.of(each)));
    return page(desk, id, new Sent(typed), Map.of());
  }

  @PostMapping(PROGRAMS)
  ModelAndView keep(
      DeskFrame desk, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
    ClientStaff.mayKeep();
    clients.one(id);
    var sent = new Sent(fields);
    var problems = new Problems("clients");
    var programs = programs(sent);
    if (programs.isEmpty()) {
      problems.add("program", "program");
    }
    if (sent.text("language").isEmpty()) {
      problems.add("language", "language");
    }
    String interpreter = sent.text("interpreter", ConsentTerms.LONGEST_INTERPRETER, problems);
    if (!problems.isEmpty()) {
      return ClientsController.refused(page(desk, id, sent, problems.byField()));
    }
    String shown =
        words(desk, sent.text("language")).stream()
            .map(each -> String.join("\n", each.sentences()))
            .collect(Collectors.joining("\n\n"));
    chosen.keep(
        consent(sent),
        id,
        ChosenPrograms.terms(until(), sent.text("language"), interpreter, means(sent), shown),
        programs);
    return ClientsController.at(desk, id);
  }

  private static UUID consent(Sent sent) {
    try {
      return UUID.fromString(sent.text("consent"));
    } catch (IllegalArgumentException e) { // no id at all
      throw new NotHere();
    }
  }

  private static ConsentTerms.Means means(Sent sent) {
    return sent.text("means").equals(ConsentTerms.Means.SIGNED.name())
        ? ConsentTerms.Means.SIGNED
        : ConsentTerms.Means.SPOKEN;
  }

  private static Set<Program> programs(Sent sent) {
    return sent.all("program").stream()
        .flatMap(key -> Program.of(key).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private LocalDate until() {
    return LocalDate.now(clock).plusMonths(ConsentTerms.LONGEST_MONTHS);
  }

  private ModelAndView page(DeskFrame desk, UUID id, Sent typed, Map<String, String> problems) {
    var t = desk.frame().t();
    var telling = new Telling(t, clock);
    var programs = programs(typed);
    return new ModelAndView(
        "clients/programs",
        "page",
        new ProgramsPage(
            desk,
            id.toString(),
            clients.one(id).name().full(),
            UUID.randomUUID().toString(),
            Stream.of(Program.values())
                .map(each ->
                    new Box(
                        Keys.of(each), t.localize(each.messageKey()), "", programs.contains(each)))
                .toList(),
            ClientPages.languages(t, typed.text("language")),
            typed.text("interpreter"),
            ClientPages.boxes(
                telling,
                List.of(ConsentTerms.Means.values()),
                "means",
                each -> each == means(typed)),
            words(desk, typed.text("language")),
            problems));
  }

  /** The words in the person's language, if there are any, and in that of whoever reads them. */
  private List<ConsentPage.Words> words(DeskFrame desk, String spoken) {
    return Stream.concat(
            languages.all().stream().filter(each -> each.tag().split("-", 2)[0].equals(spoken)),
            Stream.of(desk.frame().language()))
        .distinct()
        .map(each -> {
          var t = messages.in(each);
          return new ConsentPage.Words(
              each,
              List.of(
                  t.localize("clients.words.programs", desk.organisation()),
                  t.localize("clients.words.programs-nothing-else"),
                  t.localize("clients.words.until", t.date(until())),
                  t.localize("clients.words.free")));
        })
        .toList();
  }
}
