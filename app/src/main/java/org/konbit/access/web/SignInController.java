package org.konbit.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.konbit.access.signin.Passkeys;
import org.konbit.access.signin.SignIns;
import org.konbit.access.signin.SignIns.Outcome;
import org.konbit.language.Languages;
import org.konbit.language.Texts;
import org.konbit.web.DeskFrame;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Signing in and out. */
@Controller
class SignInController {
  private final SignIns signIns;
  private final Passkeys passkeys;
  private final DeskCookies cookies;
  private final OwnSession own;
  private final Languages languages;

  SignInController(
      SignIns signIns,
      Passkeys passkeys,
      DeskCookies cookies,
      OwnSession own,
      Languages languages) {
    this.signIns = signIns;
    this.passkeys = passkeys;
    this.cookies = cookies;
    this.own = own;
    this.languages = languages;
  }

  /** Leads to the desk in the language that the browser asks for. */
  @GetMapping("/desk")
  String desk(HttpServletRequest request) {
    String wish = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)).orElse("");
    return "redirect:/desk/" + languages.preferred(wish).tag();
  }

  @GetMapping("/desk/{lang}/sign-in")
  ModelAndView door(DeskFrame desk, @RequestParam(required = false) Optional<String> ended) {
    return page(new SignInPage(desk, false, "", "", ended.isPresent()));
  }

  @PostMapping("/desk/{lang}/sign-in")
  ModelAndView signIn(
      DeskFrame desk, Typed typed, HttpServletRequest request, HttpServletResponse response) {
    var outcome = attempt(typed, request);
    if (outcome instanceof Outcome.Proven proven) {
      cookies.begin(proven.person(), proven.means(), request, response);
      return new ModelAndView("redirect:" + desk.home());
    }
    var page =
        page(new SignInPage(desk, false, typed.name(), words(outcome, desk.frame().t()), false));
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  /** What was typed into the form. */
  record Typed(String name, String password, String code) {
    Typed {
      name = Optional.ofNullable(name).orElse("");
      password = Optional.ofNullable(password).orElse("");
      code = Optional.ofNullable(code).orElse("");
    }

    @Override
    public String toString() {
      return "Typed";
    }
  }

  @PostMapping({"/desk/{lang}/sign-in/passkey-question", "/desk/{lang}/prove/passkey-question"})
  @ResponseBody
  Map<String, String> ask() {
    var question = passkeys.askToShow();
    return Map.of("token", question.token(), "options", question.options());
  }

  @PostMapping("/desk/{lang}/sign-in/passkey")
  ResponseEntity<Map<String, String>> signInByPasskey(
      DeskFrame desk,
      @RequestParam String token,
      @RequestParam String answer,
      HttpServletRequest request,
      HttpServletResponse response) {
    var outcome = signIns.byPasskey(token, answer);
    if (outcome instanceof Outcome.Proven proven) {
      cookies.begin(proven.person(), proven.means(), request, response);
      return ResponseEntity.ok(Map.of("next", desk.home()));
    }
    return refused(desk.frame().t());
  }

  @GetMapping("/desk/{lang}/prove")
  ModelAndView proof(DeskFrame desk) {
    return page(new SignInPage(desk, true, "", "", false));
  }

  @PostMapping("/desk/{lang}/prove")
  ModelAndView prove(DeskFrame desk, Typed typed, HttpServletRequest request) {
    var outcome = attempt(typed, request);
    if (own.proves(outcome)) {
      return new ModelAndView("redirect:" + desk.home() + "/settings");
    }
    var page =
        page(new SignInPage(desk, true, typed.name(), words(outcome, desk.frame().t()), false));
    page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return page;
  }

  @PostMapping("/desk/{lang}/prove/passkey")
  ResponseEntity<Map<String, String>> proveByPasskey(
      DeskFrame desk, @RequestParam String token, @RequestParam String answer) {
    return own.proves(signIns.byPasskey(token, answer))
        ? ResponseEntity.ok(Map.of("next", desk.home() + "/settings"))
        : refused(desk.frame().t());
  }

  @PostMapping("/desk/{lang}/sign-out")
  ModelAndView signOut(DeskFrame desk, HttpServletResponse response) {
    own.end();
    cookies.end(response);
    return new ModelAndView("redirect:" + desk.home() + "/sign-in");
  }

  private Outcome attempt(Typed typed, HttpServletRequest request) {
    return signIns.byPassword(
        typed.name(), typed.password(), typed.code(), cookies.device(request));
  }

  private static ResponseEntity<Map<String, String>> refused(Texts t) {
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
        .body(Map.of("problem", t.localize("access.problem.passkey-refused")));
  }

  private static String words(Outcome outcome, Texts t) {
    return switch (outcome) {
      case Outcome.Wait(Duration time) -> t.localize("access.problem.wait", time.toMinutes() + 1);
      case Outcome.Refused _ -> t.localize("access.problem.refused");
      case Outcome.Proven _ -> t.localize("access.problem.refused"); // somebody else's proof
    };
  }

  private static ModelAndView page(SignInPage page) {
    return new ModelAndView("access/sign-in", "page", page);
  }
}
