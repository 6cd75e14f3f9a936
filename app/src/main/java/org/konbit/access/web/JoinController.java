package org.konbit.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.konbit.access.Role;
import org.konbit.access.SignedIn;
import org.konbit.access.signin.Devices;
import org.konbit.access.signin.Invitations;
import org.konbit.access.signin.Invitations.Invitation;
import org.konbit.access.signin.Joining;
import org.konbit.access.signin.Joining.Names;
import org.konbit.access.signin.Joining.Problem;
import org.konbit.access.signin.Means;
import org.konbit.access.signin.NewCode;
import org.konbit.language.Texts;
import org.konbit.web.DeskFrame;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Coming in by an invitation. */
@Controller
class JoinController {
  private final Invitations invitations;
  private final Joining joining;
  private final NewCode newCode;
  private final DeskCookies cookies;

  JoinController(Invitations invitations, Joining joining, NewCode newCode, DeskCookies cookies) {
    this.invitations = invitations;
    this.joining = joining;
    this.newCode = newCode;
    this.cookies = cookies;
  }

  /** What was typed into the form. */
  record Typed(String name, String signInName, String password, String code, String secret) {
    Typed {
      name = Optional.ofNullable(name).orElse("");
      signInName = Optional.ofNullable(signInName).orElse("");
      password = Optional.ofNullable(password).orElse("");
      code = Optional.ofNullable(code).orElse("");
      secret = Optional.ofNullable(secret).orElse("");
    }

    Names names() {
      return new Names(name, signInName);
    }

    @Override
    public String toString() {
      return "Typed";
    }
  }

  @GetMapping("/desk/{lang}/invitation/{token}")
  ModelAndView open(DeskFrame desk, @PathVariable String token) {
    return invitations
        .open(token)
        .map(found -> page(desk, found, token, nothing(), Problems.NONE))
        .orElseGet(() -> over(desk));
  }

  private static Typed nothing() {
    return new Typed("", "", "", "", "");
  }

  @PostMapping("/desk/{lang}/invitation/{token}")
  ModelAndView byPassword(
      DeskFrame desk,
      @PathVariable String token,
      Typed typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    var invitation = invitations.open(token);
    if (invitation.isEmpty()) {
      return over(desk);
    }
    var outcome =
        joining.byPassword(
            invitation.get(), typed.names(), typed.password(), typed.secret(), typed.code());
    return switch (outcome) {
      case Joining.Outcome.Joined(var person) -> {
        cookies.begin(person, Means.CODE, request, response);
        yield new ModelAndView("redirect:" + desk.home() + "/welcome");
      }
      case Joining.Outcome.Refused(var problems) -> {
        var page = page(desk, invitation.get(), token, typed, words(problems, desk.frame().t()));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        yield page;
      }
    };
  }

  @PostMapping("/desk/{lang}/invitation/{token}/passkey-question")
  ResponseEntity<Map<String, String>> ask(DeskFrame desk, @PathVariable String token, Typed typed) {
    var problems = joining.problems(typed.names());
    if (invitations.open(token).isEmpty()) {
      problems = Set.of(Problem.LINK_OVER);
    }
    if (!problems.isEmpty()) {
      return refused(problems, desk.frame().t());
    }
    var question = joining.askForPasskey(typed.names());
    return ResponseEntity.ok(Map.of("token", question.token(), "options", question.options()));
  }

  @PostMapping("/desk/{lang}/invitation/{invitation}/passkey")
  ResponseEntity<Map<String, String>> byPasskey(
      DeskFrame desk,
      @PathVariable String invitation,
      @RequestParam String token,
      @RequestParam String answer,
      Typed typed,
      HttpServletRequest request,
      HttpServletResponse response) {
    var found = invitations.open(invitation);
    if (found.isEmpty()) {
      return refused(Set.of(Problem.LINK_OVER), desk.frame().t());
    }
    var outcome = joining.byPasskey(found.get(), typed.names(), token, answer, label(request));
    return switch (outcome) {
      case Joining.Outcome.Joined(var person) -> {
        cookies.begin(person, Means.PASSKEY, request, response);
        yield ResponseEntity.ok(Map.of("next", desk.home() + "/welcome"));
      }
      case Joining.Outcome.Refused(var problems) -> refused(problems, desk.frame().t());
    };
  }

  /** Somebody who is signed in already joins a further organisation. */
  @PostMapping("/desk/{lang}/invitation/{token}/mine")
  ModelAndView asMyself(DeskFrame desk, @PathVariable String token, Typed typed) {
    var invitation = invitations.open(token);
    if (invitation.isEmpty()) {
      return over(desk);
    }
    var who = AtTheDesk.now();
    var outcome = joining.asMyself(invitation.get(), who, typed.name());
    if (outcome instanceof Joining.Outcome.Refused(var problems)) {
      var page = page(desk, invitation.get(), token, typed, words(problems, desk.frame().t()));
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    return new ModelAndView("redirect:" + desk.home() + "/organisation");
  }

  static String label(HttpServletRequest request) {
    return Devices.label(Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse(""));
  }

  private ModelAndView page(
      DeskFrame desk, Invitation invitation, String token, Typed typed, Problems problems) {
    var t = desk.frame().t();
    var me = AtTheDesk.ifAny().map(JoinController::nameOf);
    return new ModelAndView(
        "access/join",
        "page",
        new JoinPage(
            desk,
            invitation,
            words(invitation.choice().roles(), t),
            token,
            typed.name().isEmpty() ? me.orElse("") : typed.name(),
            typed.signInName(),
            newCode.again(typed.secret()),
            me,
            problems));
  }

  private static String nameOf(SignedIn who) {
    return who.places().getFirst().name();
  }

  static List<String> words(java.util.Collection<Role> roles, Texts t) {
    return roles.stream().sorted().map(role -> t.localize(role.messageKey())).toList();
  }

  private static ModelAndView over(DeskFrame desk) {
    var page = new ModelAndView("access/over", "page", new PlainPage(desk));
    page.setStatus(HttpStatus.NOT_FOUND);
    return page;
  }

  private static ResponseEntity<Map<String, String>> refused(Set<Problem> problems, Texts t) {
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
        .body(Map.of("problem", String.join(" ", words(problems, t).byField().values())));
  }

  private static Problems words(Set<Problem> problems, Texts t) {
    var words = new Problems.Collecting(t);
    for (Problem problem : problems) {
      words.add(field(problem), problem);
    }
    return words.done();
  }

  private static String field(Problem problem) {
    return switch (problem) {
      case NAME_MISSING, NAME_LONG -> "name";
      case SIGN_IN_NAME_LENGTH, SIGN_IN_NAME_TAKEN -> "signInName";
      case PASSWORD_SHORT, PASSWORD_LONG, PASSWORD_COMMON, PASSWORD_OWN_NAME -> "password";
      case CODE_WRONG -> "code";
      case PASSKEY_REFUSED, AUDITOR_ELSEWHERE, LINK_OVER -> "";
    };
  }
}
