package org.konbit.clients.desk;

import java.time.Clock;
import java.util.UUID;
import org.konbit.clients.ClientStaff;
import org.konbit.clients.Clients;
import org.konbit.clients.Merging;
import org.konbit.web.DeskFrame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Makes two records of one person one, after a look at both, and two again. */
@Controller
class SameController {
  private static final String ONE = "/desk/{lang}/clients/{id}";

  private final Clients clients;
  private final Merging merging;
  private final Clock clock;

  SameController(Clients clients, Merging merging, Clock clock) {
    this.clients = clients;
    this.merging = merging;
    this.clock = clock;
  }

  @GetMapping(ONE + "/same")
  ModelAndView look(DeskFrame desk, @PathVariable UUID id) {
    return page(desk, id, "");
  }

  @PostMapping(ONE + "/same")
  ModelAndView merge(DeskFrame desk, @PathVariable UUID id, @RequestParam UUID other) {
    try {
      merging.merge(id, other);
      return ClientsController.at(desk, id);
    } catch (Merging.Refused e) {
      var page = page(desk, id, e.messageKey());
      page.setStatus(HttpStatus.CONFLICT);
      return page;
    }
  }

  @PostMapping(ONE + "/apart")
  ModelAndView undo(DeskFrame desk, @PathVariable UUID id, @RequestParam UUID other) {
    merging.undo(id, other);
    return new ModelAndView("redirect:%s/clients/%s/same".formatted(desk.home(), id));
  }

  private ModelAndView page(DeskFrame desk, UUID id, String problem) {
    ClientStaff.mayKeep();
    var client = clients.one(id);
    var pages = new ClientPages(desk, clock);
    return new ModelAndView(
        "clients/same",
        "page",
        new SamePage(
            desk,
            id.toString(),
            pages.seen(client),
            clients.resembling(client.details()).stream()
                .filter(each -> !each.client().id().equals(id))
                .map(pages::alike)
                .toList(),
            merging.within(id).stream().map(pages::seen).toList(),
            problem));
  }
}
