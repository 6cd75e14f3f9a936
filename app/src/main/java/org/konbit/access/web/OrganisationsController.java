package org.konbit.access.web;

import java.util.UUID;
import org.konbit.access.NotHere;
import org.konbit.access.Organisations;
import org.konbit.access.Role;
import org.konbit.access.signin.Invitations;
import org.konbit.language.Written;
import org.konbit.web.DeskFrame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The partners, for the coalition's administrators. */
@Controller
class OrganisationsController {
  private final Organisations organisations;
  private final Invitations invitations;

  OrganisationsController(Organisations organisations, Invitations invitations) {
    this.organisations = organisations;
    this.invitations = invitations;
  }

  @GetMapping("/desk/{lang}/organisations")
  ModelAndView all(DeskFrame desk) {
    return page(desk, "", Problems.NONE);
  }

  @PostMapping("/desk/{lang}/organisations")
  ModelAndView admit(DeskFrame desk, @RequestParam(defaultValue = "") String name) {
    Role.COALITION_ADMINISTRATOR.required();
    var words = new Problems.Collecting(desk.frame().t());
    String written = Written.line(name);
    if (written.isEmpty()) {
      words.add("name", "name-missing");
    } else if (written.length() > Organisations.LONGEST_NAME) {
      words.add("name", "name-long");
    } else if (organisations.admit(written).isEmpty()) {
      words.add("name", "organisation-known");
    }
    var problems = words.done();
    if (problems.isEmpty()) {
      return back(desk);
    }
    var page = page(desk, name, problems);
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  @PostMapping("/desk/{lang}/organisations/{id}/suspend")
  ModelAndView suspend(DeskFrame desk, @PathVariable UUID id) {
    organisations.suspend(id, true);
    return back(desk);
  }

  @PostMapping("/desk/{lang}/organisations/{id}/reinstate")
  ModelAndView reinstate(DeskFrame desk, @PathVariable UUID id) {
    organisations.suspend(id, false);
    return back(desk);
  }

  @PostMapping("/desk/{lang}/organisations/{id}/invite")
  ModelAndView invite(DeskFrame desk, @PathVariable UUID id) {
    Role.COALITION_ADMINISTRATOR.required();
    var organisation = organisations.one(id).orElseThrow(NotHere::new);
    return invitations
        .inviteFirstAdministrator(id, organisation.name(), desk.frame().language().tag())
        .map(link ->
            new ModelAndView(
                "access/invited",
                "page",
                new InvitedPage(desk, organisation.name(), link, "/organisations")))
        .orElseGet(() -> back(desk));
  }

  private ModelAndView page(DeskFrame desk, String name, Problems problems) {
    Role.COALITION_ADMINISTRATOR.required();
    var rows =
        organisations.all().stream()
            .map(each -> new OrganisationsPage.Row(each, !invitations.hasAdministrator(each.id())))
            .toList();
    return new ModelAndView(
        "access/organisations", "page", new OrganisationsPage(desk, rows, name, problems));
  }

  private static ModelAndView back(DeskFrame desk) {
    return new ModelAndView("redirect:" + desk.home() + "/organisations");
  }
}
