package org.konbit.clients.desk;

import java.time.Clock;
import java.util.UUID;
import org.konbit.access.Organisations;
import org.konbit.access.People;
import org.konbit.clients.Erasure;
import org.konbit.web.DeskFrame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Tells a privacy officer all that is kept about a person, and erases it on request. */
@Controller
class EverythingController {
  private static final String ONE = "/desk/{lang}/clients/{id}";

  private final Erasure erasure;
  private final KeptElsewhere elsewhere;
  private final Organisations organisations;
  private final People people;
  private final Clock clock;

  EverythingController(
      Erasure erasure,
      KeptElsewhere elsewhere,
      Organisations organisations,
      People people,
      Clock clock) {
    this.erasure = erasure;
    this.elsewhere = elsewhere;
    this.organisations = organisations;
    this.people = people;
    this.clock = clock;
  }

  @GetMapping(ONE + "/everything")
  ModelAndView everything(DeskFrame desk, @PathVariable UUID id) {
    return page(desk, id, false);
  }

  @PostMapping(ONE + "/erase")
  ModelAndView erase(
      DeskFrame desk, @PathVariable UUID id, @RequestParam(defaultValue = "") String sure) {
    if (!sure.equals("yes") || !erasure.erase(id)) {
      return ClientsController.refused(page(desk, id, true));
    }
    return new ModelAndView("redirect:" + desk.home() + "/clients");
  }

  private ModelAndView page(DeskFrame desk, UUID id, boolean isRefused) {
    var all = erasure.everything(id);
    return new ModelAndView(
        "clients/everything",
        "page",
        new OnePages(desk, clock)
            .everything(
                all,
                elsewhere.everything(desk, id),
                organisations.names(),
                people.names(),
                erasure.isHeld(id),
                isRefused));
  }
}
