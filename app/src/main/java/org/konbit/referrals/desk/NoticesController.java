package org.konbit.referrals.desk;

import java.util.Map;
import org.konbit.language.Languages;
import org.konbit.referrals.exchange.Workers;
import org.konbit.referrals.notice.Mailboxes;
import org.konbit.referrals.notice.Mailboxes.Mailbox;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an organisation is told that something waits at its desk. */
@Controller
class NoticesController {
  private static final String NOTICES = "/desk/{lang}/referrals/notices";

  private final Mailboxes mailboxes;
  private final Languages languages;

  NoticesController(Mailboxes mailboxes, Languages languages) {
    this.mailboxes = mailboxes;
    this.languages = languages;
  }

  @GetMapping(NOTICES)
  ModelAndView notices(DeskFrame desk) {
    var box = mailboxes.ours();
    return page(
        desk,
        box.map(Mailbox::address).orElse(""),
        box.map(Mailbox::language).orElse(desk.frame().language().tag()),
        Map.of());
  }

  @PostMapping(NOTICES)
  ModelAndView set(
      DeskFrame desk,
      @RequestParam(defaultValue = "") String address,
      @RequestParam(defaultValue = "") String language) {
    Workers.mustBe();
    String typed = address.strip();
    if (!Mailboxes.isPlausible(typed)) {
      var page = page(desk, typed, language, Map.of("address", "referrals.problem.address"));
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    mailboxes.set(
        new Mailbox(typed, languages.tagged(language).orElseGet(languages::source).tag()));
    return back(desk);
  }

  @PostMapping(NOTICES + "/stop")
  ModelAndView stop(DeskFrame desk) {
    mailboxes.clear();
    return back(desk);
  }

  private static ModelAndView back(DeskFrame desk) {
    return new ModelAndView("redirect:" + desk.home() + "/referrals/notices");
  }

  private ModelAndView page(
      DeskFrame desk, String address, String language, Map<String, String> problems) {
    return new ModelAndView(
        "referrals/notices",
        "page",
        new NoticesPage(
            desk,
            address,
            mailboxes.ours().isPresent(),
            mailboxes.hasServer(),
            languages.all().stream()
                .map(each ->
                    new Box(each.tag(), each.ownName(), each.tag(), each.tag().equals(language)))
                .toList(),
            problems));
  }
}
