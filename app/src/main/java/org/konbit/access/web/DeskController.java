package org.konbit.access.web;

import java.util.List;
import java.util.UUID;
import org.konbit.access.NotHere;
import org.konbit.access.signin.Factors;
import org.konbit.access.signin.Sessions;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskWaiting;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What somebody sees first, and for whom they work. */
@Controller
class DeskController {
  private final Sessions sessions;
  private final Factors factors;
  private final List<DeskWaiting> waiting;

  DeskController(Sessions sessions, Factors factors, ObjectProvider<DeskWaiting> waiting) {
    this.sessions = sessions;
    this.factors = factors;
    this.waiting = waiting.orderedStream().toList();
  }

  @GetMapping("/desk/{lang}")
  ModelAndView today(DeskFrame desk) {
    var who = AtTheDesk.now();
    var place = who.chosen().orElseThrow(NotHere::new);
    return new ModelAndView(
        "access/today",
        "page",
        new TodayPage(
            desk,
            JoinController.words(place.roles(), desk.frame().t()),
            place.auditRests(),
            factors.held(who).recoveryCodesLeft() == 0,
            desk.sections().size() > 1,
            waiting.stream().flatMap(each -> each.today(desk).stream()).toList()));
  }

  @GetMapping("/desk/{lang}/organisation")
  ModelAndView choose(DeskFrame desk) {
    return new ModelAndView(
        "access/choose", "page", new ChoosePage(desk, AtTheDesk.now().places()));
  }

  @PostMapping("/desk/{lang}/organisation")
  ModelAndView chosen(DeskFrame desk, @RequestParam UUID id) {
    if (!sessions.choose(AtTheDesk.now(), id)) {
      throw new NotHere();
    }
    return new ModelAndView("redirect:" + desk.home());
  }

  @GetMapping("/desk/{lang}/welcome")
  ModelAndView welcome(DeskFrame desk) {
    return new ModelAndView("access/welcome", "page", new PlainPage(desk));
  }
}
