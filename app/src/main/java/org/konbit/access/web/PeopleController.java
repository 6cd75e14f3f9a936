package org.konbit.access.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.konbit.access.People;
import org.konbit.access.People.Member;
import org.konbit.access.Role;
import org.konbit.access.RoleChoice;
import org.konbit.access.signin.Invitations;
import org.konbit.access.signin.Joining;
import org.konbit.language.Written;
import org.konbit.web.DeskFrame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The people of an organisation, for its administrators. */
@Controller
class PeopleController {
  private final People people;
  private final Invitations invitations;
  private final Clock clock;

  PeopleController(People people, Invitations invitations, Clock clock) {
    this.people = people;
    this.invitations = invitations;
    this.clock = clock;
  }

  /** What was chosen in a form: roles, and a last day that may be anything. */
  record Chosen(Set<String> roles, String until) {
    Chosen {
      roles = Optional.ofNullable(roles).orElse(Set.of());
      until = Optional.ofNullable(until).orElse("");
    }

    Set<Role> known() {
      return roles.stream()
          .flatMap(key -> Role.of(key).stream())
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  @GetMapping("/desk/{lang}/people")
  ModelAndView all(DeskFrame desk) {
    return page(desk, "", new Chosen(Set.of(), ""), Problems.NONE);
  }

  @PostMapping("/desk/{lang}/people")
  ModelAndView invite(
      DeskFrame desk, @RequestParam(defaultValue = "") String meantFor, Chosen chosen) {
    Role.ORGANISATION_ADMINISTRATOR.required();
    String written = Written.line(meantFor);
    var words = new Problems.Collecting(desk.frame().t());
    if (written.isEmpty()) {
      words.add("meantFor", "name-missing");
    } else if (written.length() > Joining.LONGEST_NAME) {
      words.add("meantFor", "name-long");
    }
    var choice = choice(chosen, words);
    var problems = words.done();
    if (!problems.isEmpty()) {
      var page = page(desk, meantFor, chosen, problems);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    String link = invitations.invite(meantFor, choice, desk.frame().language().tag());
    return new ModelAndView(
        "access/invited", "page", new InvitedPage(desk, meantFor, link, "/people"));
  }

  @GetMapping("/desk/{lang}/people/{id}")
  ModelAndView one(DeskFrame desk, @PathVariable UUID id) {
    var member = people.one(id);
    var chosen =
        new Chosen(Role.keys(member.roles()), member.until().map(LocalDate::toString).orElse(""));
    return personPage(desk, member, chosen, Problems.NONE);
  }

  @PostMapping("/desk/{lang}/people/{id}")
  ModelAndView change(DeskFrame desk, @PathVariable UUID id, Chosen chosen) {
    var member = people.one(id);
    var words = new Problems.Collecting(desk.frame().t());
    var choice = choice(chosen, words);
    if (words.done().isEmpty()) {
      people.change(id, choice).forEach(problem -> words.add(field(problem), problem));
    }
    var problems = words.done();
    if (problems.isEmpty()) {
      return back(desk);
    }
    var page = personPage(desk, member, chosen, problems);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  @PostMapping("/desk/{lang}/people/{id}/suspend")
  ModelAndView suspend(DeskFrame desk, @PathVariable UUID id) {
    people.suspend(id);
    return back(desk);
  }

  @PostMapping("/desk/{lang}/people/{id}/reinstate")
  ModelAndView reinstate(DeskFrame desk, @PathVariable UUID id) {
    people.reinstate(id);
    return back(desk);
  }

  @PostMapping("/desk/{lang}/people/invitations/{id}/withdraw")
  ModelAndView withdraw(DeskFrame desk, @PathVariable UUID id) {
    invitations.withdraw(id);
    return back(desk);
  }

  private RoleChoice choice(Chosen chosen, Problems.Collecting words) {
    Optional<LocalDate> until = Optional.empty();
    try {
      until =
          chosen.until().isBlank()
              ? Optional.empty()
              : Optional.of(LocalDate.parse(chosen.until().strip()));
    } catch (DateTimeParseException e) {
      words.add("until", "date", chosen.until());
    }
    var choice = new RoleChoice(chosen.known(), until);
    choice.problems(LocalDate.now(clock)).forEach(problem -> words.add(field(problem), problem));
    return choice;
  }

  private static String field(RoleChoice.Problem problem) {
    return switch (problem) {
      case NONE, AUDITOR_APART, COALITION -> "roles";
      case UNTIL_MISSING, UNTIL_PAST, UNTIL_FAR -> "until";
    };
  }

  private ModelAndView page(DeskFrame desk, String meantFor, Chosen chosen, Problems problems) {
    var today = LocalDate.now(clock);
    var t = desk.frame().t();
    return new ModelAndView(
        "access/people",
        "page",
        new PeoplePage(
            desk,
            people.all().stream().map(member -> PeoplePage.Row.of(member, today, t)).toList(),
            invitations.waiting().stream()
                .map(it ->
                    new PeoplePage.Waiting(
                        it.id().toString(),
                        it.meantFor(),
                        t.list(JoinController.words(it.choice().roles(), t)),
                        t.date(LocalDate.ofInstant(it.expiresAt(), zone()))))
                .toList(),
            meantFor,
            boxes(desk, chosen),
            chosen.until(),
            problems));
  }

  private ModelAndView personPage(DeskFrame desk, Member member, Chosen chosen, Problems problems) {
    boolean isMyself = AtTheDesk.now().person().equals(member.person());
    return new ModelAndView(
        "access/person",
        "page",
        new PersonPage(desk, member, isMyself, boxes(desk, chosen), chosen.until(), problems));
  }

  private static List<RoleBox> boxes(DeskFrame desk, Chosen chosen) {
    var t = desk.frame().t();
    boolean isCoalition = Role.COALITION_ADMINISTRATOR.isHeld();
    return List.of(Role.values()).stream()
        .filter(role -> role != Role.COALITION_ADMINISTRATOR || isCoalition)
        .map(role ->
            new RoleBox(
                role.key(),
                t.localize(role.messageKey()),
                t.localize(role.messageKey() + "-help"),
                chosen.roles().contains(role.key())))
        .toList();
  }

  private ZoneId zone() {
    return clock.getZone();
  }

  private static ModelAndView back(DeskFrame desk) {
    return new ModelAndView("redirect:" + desk.home() + "/people");
  }
}
