package org.konbit.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.konbit.access.SignedIn;
import org.konbit.access.signin.Factors;
import org.konbit.access.signin.Joining;
import org.konbit.access.signin.NewCode;
import org.konbit.access.signin.Sessions;
import org.konbit.language.Texts;
import org.konbit.web.DeskFrame;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Everybody's own: what they sign in with, and where they are signed in. */
@Controller
class SettingsController {
  private final Factors factors;
  private final Sessions sessions;
  private final NewCode newCode;
  private final Clock clock;

  SettingsController(Factors factors, Sessions sessions, NewCode newCode, Clock clock) {
    this.factors = factors;
    this.sessions = sessions;
    this.newCode = newCode;
    this.clock = clock;
  }

  @GetMapping("/desk/{lang}/settings")
  ModelAndView settings(DeskFrame desk) {
    var who = AtTheDesk.now();
    var held = factors.held(who);
    var t = desk.frame().t();
    return new ModelAndView(
        "access/settings",
        "page",
        new SettingsPage(
            desk,
            held,
            held.passkeys().stream()
                .map(key ->
                    new SettingsPage.Key(
                        key.id(), key.label(), date(key.madeAt(), t), date(key.usedAt(), t)))
                .toList(),
            sessions.of(who.person()).stream().map(each -> place(each, who, t)).toList(),
            factors.isFresh(who)));
  }

  private SettingsPage.Place place(Sessions.Session session, SignedIn who, Texts t) {
    return new SettingsPage.Place(
        session.id().toString(),
        session.device(),
        date(session.beganAt(), t),
        date(session.seenAt(), t),
        session.id().equals(who.session()));
  }

  @PostMapping("/desk/{lang}/settings/sign-ins/{id}/end")
  ModelAndView end(DeskFrame desk, @PathVariable UUID id) {
    sessions.end(id, AtTheDesk.now().person());
    return back(desk);
  }

  @PostMapping("/desk/{lang}/settings/recovery-codes")
  ModelAndView renew(DeskFrame desk) {
    var who = AtTheDesk.now();
    return factors.isFresh(who)
        ? new ModelAndView(
            "access/codes", "page", new CodesPage(desk, factors.renewRecoveryCodes(who)))
        : prove(desk);
  }

  @GetMapping("/desk/{lang}/settings/password")
  ModelAndView password(DeskFrame desk) {
    return factors.isFresh(AtTheDesk.now())
        ? passwordPage(desk, newCode.offer(), Problems.NONE)
        : prove(desk);
  }

  @PostMapping("/desk/{lang}/settings/password")
  ModelAndView setPassword(
      DeskFrame desk,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String secret,
      @RequestParam(defaultValue = "") String code) {
    var who = AtTheDesk.now();
    if (!factors.isFresh(who)) {
      return prove(desk);
    }
    var found = factors.setPassword(who, password, secret, code);
    if (found.isEmpty()) {
      sessions.endOthers(who);
      return back(desk);
    }
    var words = new Problems.Collecting(desk.frame().t());
    for (Joining.Problem problem : found) {
      words.add(problem == Joining.Problem.CODE_WRONG ? "code" : "password", problem);
    }
    var page = passwordPage(desk, newCode.again(secret), words.done());
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  @PostMapping("/desk/{lang}/settings/passkeys/passkey-question")
  ResponseEntity<Map<String, String>> ask(DeskFrame desk) {
    var who = AtTheDesk.now();
    if (!factors.isFresh(who)) {
      return problem(desk, "access.problem.prove-first");
    }
    var question = factors.askForPasskey(who);
    return ResponseEntity.ok(Map.of("token", question.token(), "options", question.options()));
  }

  @PostMapping("/desk/{lang}/settings/passkeys/passkey")
  ResponseEntity<Map<String, String>> add(
      DeskFrame desk,
      @RequestParam String token,
      @RequestParam String answer,
      HttpServletRequest request) {
    var who = AtTheDesk.now();
    return factors.isFresh(who)
            && factors.addPasskey(who, token, answer, JoinController.label(request))
        ? ResponseEntity.ok(Map.of("next", desk.home() + "/settings"))
        : problem(desk, "access.problem.passkey-refused");
  }

  @PostMapping("/desk/{lang}/settings/passkeys/{id}/drop")
  ModelAndView drop(DeskFrame desk, @PathVariable String id) {
    var who = AtTheDesk.now();
    if (!factors.isFresh(who)) {
      return prove(desk);
    }
    factors.dropPasskey(who, id);
    return back(desk);
  }

  private static ResponseEntity<Map<String, String>> problem(DeskFrame desk, String key) {
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
        .body(Map.of("problem", desk.frame().t().localize(key)));
  }

  private ModelAndView passwordPage(DeskFrame desk, NewCode.Offer offer, Problems problems) {
    return new ModelAndView(
        "access/password",
        "page",
        new PasswordPage(desk, factors.held(AtTheDesk.now()).signInName(), offer, problems));
  }

  private String date(Instant instant, Texts t) {
    return t.date(LocalDate.ofInstant(instant, clock.getZone()));
  }

  private static ModelAndView prove(DeskFrame desk) {
    return new ModelAndView("redirect:" + desk.home() + "/prove");
  }

  private static ModelAndView back(DeskFrame desk) {
    return new ModelAndView("redirect:" + desk.home() + "/settings");
  }
}
