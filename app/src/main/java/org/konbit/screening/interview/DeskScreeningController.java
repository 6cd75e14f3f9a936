package org.konbit.screening.interview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.konbit.screening.Law;
import org.konbit.screening.Rulebook;
import org.konbit.screening.answer.AnswerForm;
import org.konbit.screening.answer.AnswerPage;
import org.konbit.screening.answer.AnswerPages;
import org.konbit.screening.form.FamilyForm;
import org.konbit.screening.form.SealedForms;
import org.konbit.screening.saved.SavedAnswers;
import org.konbit.screening.saved.SavedAnswers.Found;
import org.konbit.web.DeskFrame;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Opens the answers of a family that shows its code at the desk. They are shown, and neither kept
 * nor noted: that somebody looked would tie a person to them.
 */
@Controller
class DeskScreeningController {
  private final Rulebook rulebook;
  private final Interviews interviews;
  private final SealedForms forms;
  private final SavedAnswers saved;
  private final AnswerPages answers;
  private final Clock clock;

  DeskScreeningController(
      Rulebook rulebook,
      Interviews interviews,
      SealedForms forms,
      SavedAnswers saved,
      AnswerPages answers,
      Clock clock) {
    this.rulebook = rulebook;
    this.interviews = interviews;
    this.forms = forms;
    this.saved = saved;
    this.answers = answers;
    this.clock = clock;
  }

  @GetMapping("/desk/{lang}/screening")
  ModelAndView ask(DeskFrame desk) {
    ScreeningSections.SCREENING.required();
    return page(new DeskScreeningPage(desk, "", Optional.empty(), Map.of()), HttpStatus.OK);
  }

  @PostMapping("/desk/{lang}/screening")
  ModelAndView open(
      DeskFrame desk,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    ScreeningSections.SCREENING.required();
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    if (code.isBlank()) {
      return refused(desk, code, "screening.desk.no-code", HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return rulebook
        .law()
        .map(law -> opened(desk, law, code, saved.open(code, request.getRemoteAddr())))
        .orElseGet(
            () -> refused(desk, code, "screening.desk.no-law", HttpStatus.SERVICE_UNAVAILABLE));
  }

  private ModelAndView opened(DeskFrame desk, Law law, String code, Found found) {
    return switch (found) {
      case Found.Answers(var text) ->
          forms
              .of(law)
              .read(text, LocalDate.now(clock))
              .map(form ->
                  page(
                      new DeskScreeningPage(
                          desk, "", Optional.of(answer(desk, law, form)), Map.of()),
                      HttpStatus.OK))
              .orElseGet(() ->
                  refused(desk, code, "screening.desk.stale", HttpStatus.UNPROCESSABLE_CONTENT));
      case Found.Nothing() ->
          refused(desk, code, "screening.saved.wrong", HttpStatus.UNPROCESSABLE_CONTENT);
      case Found.Later() ->
          refused(desk, code, "screening.saved.later", HttpStatus.TOO_MANY_REQUESTS);
    };
  }

  /** Its buttons go on with the family's own interview, which is kept nowhere either. */
  private AnswerPage answer(DeskFrame desk, Law law, FamilyForm form) {
    var goOn =
        new AnswerForm.Action(AnswerForm.SHOW, desk.frame().t().localize("screening.desk.go-on"));
    return answers.forStaff(
        desk.frame(),
        interviews.screened(law, form),
        AnswerForm.sealed(
            "/screening", forms.seal(law, form), form.at().isEmpty() ? List.of() : List.of(goOn)));
  }

  private static ModelAndView refused(
      DeskFrame desk, String code, String problem, HttpStatus status) {
    return page(
        new DeskScreeningPage(desk, code, Optional.empty(), Map.of("code", problem)), status);
  }

  private static ModelAndView page(DeskScreeningPage page, HttpStatus status) {
    var view = new ModelAndView("screening/interview/desk", "page", page);
    view.setStatus(status);
    return view;
  }
}
