package org.konbit.screening.interview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.konbit.screening.Law;
import org.konbit.screening.Rulebook;
import org.konbit.screening.answer.AnswerForm;
import org.konbit.screening.answer.AnswerPages;
import org.konbit.screening.form.FamilyForm;
import org.konbit.screening.form.SealedForms;
import org.konbit.screening.form.SealedForms.Sent;
import org.konbit.screening.interview.Interview.Step;
import org.konbit.screening.interview.Interview.Turn;
import org.konbit.screening.web.UnusablePage;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The interview as pages. Every page carries everything it needs, so that any node can answer, a
 * page sent twice is shown twice, and nothing is kept between two of them.
 */
@Controller
class InterviewController {
  // The one script comes from this site; the style as everywhere.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; "
          + "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Rulebook rulebook;
  private final Interviews interviews;
  private final SealedForms forms;
  private final AnswerPages answers;
  private final QuestionPages questions;
  private final SavedTurns saved;
  private final Clock clock;

  InterviewController(
      Rulebook rulebook,
      Interviews interviews,
      SealedForms forms,
      AnswerPages answers,
      QuestionPages questions,
      SavedTurns saved,
      Clock clock) {
    this.rulebook = rulebook;
    this.interviews = interviews;
    this.forms = forms;
    this.answers = answers;
    this.questions = questions;
    this.saved = saved;
    this.clock = clock;
  }

  @GetMapping("/{lang}/screening")
  ModelAndView begin(PageFrame frame, HttpServletResponse response) {
    return view("begin", BeginPage.of(frame), HttpStatus.OK, response);
  }

  @PostMapping("/{lang}/screening")
  ModelAndView turn(
      PageFrame frame,
      @RequestParam MultiValueMap<String, String> sent,
      HttpServletRequest request,
      HttpServletResponse response) {
    var exchange = new Exchange(frame, Typed.of(sent), request, response);
    return rulebook
        .law()
        .map(law -> turn(law, exchange))
        .orElseGet(() -> {
          noStore(response);
          var unusable = new ModelAndView("screening/unusable", "page", new UnusablePage(frame));
          unusable.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
          return unusable;
        });
  }

  /** What one page needs to know of its request. */
  private record Exchange(
      PageFrame frame, Typed typed, HttpServletRequest request, HttpServletResponse response) {
    String go() {
      return typed.text("go");
    }

    String address() {
      return request.getRemoteAddr();
    }

    String sealed() {
      var values = typed.fields().getOrDefault("state", List.of());
      return values.isEmpty() ? "" : values.getFirst();
    }
  }

  private ModelAndView turn(Law law, Exchange exchange) {
    var interview = interviews.of(law);
    if (exchange.go().equals("begin")) {
      return show(law, interview.begin(LocalDate.now(clock)), exchange);
    }
    var code = exchange.typed().text("code");
    return switch (exchange.go()) {
      case "open" ->
          opened(law, saved.open(law, exchange.frame(), code, exchange.address()), exchange);
      case "destroy" -> opened(law, saved.askToDestroy(exchange.frame(), code), exchange);
      case "destroy-now" ->
          opened(law, saved.destroy(exchange.frame(), code, exchange.address()), exchange);
      default -> turn(law, interview, exchange);
    };
  }

  private ModelAndView turn(Law law, Interview interview, Exchange exchange) {
    return switch (forms.open(law, exchange.sealed())) {
      case Sent.Whole(var form) -> turn(law, interview, form, exchange);
      case Sent.Stale() -> sorry(SorryPage.Reason.STALE, exchange);
      case Sent.Unreadable() -> sorry(SorryPage.Reason.UNREADABLE, exchange);
    };
  }

  private ModelAndView turn(Law law, Interview interview, FamilyForm form, Exchange exchange) {
    var go = exchange.go();
    if (go.startsWith(AnswerForm.EDIT)) {
      var path = go.substring(AnswerForm.EDIT.length());
      return show(law, interview.edit(form, path), exchange);
    }
    if (go.startsWith("remove:") && form.at().equals(FamilyForm.MEMBERS)) {
      return turned(law, interview.remove(form, go.substring("remove:".length())), exchange);
    }
    return switch (go) {
      case "answer" -> turned(law, interview.answer(form, exchange.typed()), exchange);
      case "save" -> save(law, interview, form, exchange);
      case "saved" -> savedAgain(law, form, exchange);
      case "back" -> show(law, interview.back(form), exchange);
      case "add" ->
          form.at().equals(FamilyForm.MEMBERS)
              ? turned(law, interview.add(form), exchange)
              : page(law, form, exchange);
      case "regroup" -> show(law, form, exchange.typed().without("group"), exchange);
      default -> page(law, form, exchange); // another language, one more row
    };
  }

  // What is filled in and right is saved with the rest.
  private ModelAndView save(Law law, Interview interview, FamilyForm form, Exchange exchange) {
    var whole =
        !form.at().isEmpty()
                && interview.answer(form, exchange.typed()) instanceof Turn.Next(var next)
            ? next.form()
            : form;
    var page = saved.save(law, whole, exchange.frame(), exchange.sealed());
    return view("saved", page, HttpStatus.OK, exchange.response());
  }

  private ModelAndView savedAgain(Law law, FamilyForm form, Exchange exchange) {
    var typed = exchange.typed();
    return saved
        .again(law, form, exchange.frame(), typed.text("code"), typed.text("until"))
        .map(page -> view("saved", page, HttpStatus.OK, exchange.response()))
        .orElseGet(() -> page(law, form, exchange));
  }

  private ModelAndView opened(Law law, SavedTurns.Opened opened, Exchange exchange) {
    return switch (opened) {
      case SavedTurns.Opened.Form(var form) -> show(law, form, exchange);
      case SavedTurns.Opened.Stale() -> sorry(SorryPage.Reason.STALE, exchange);
      case SavedTurns.Opened.Told(var page, var template, var status) ->
          view(template, page, status, exchange.response());
    };
  }

  private ModelAndView turned(Law law, Turn turn, Exchange exchange) {
    return switch (turn) {
      case Turn.Next(var step) -> show(law, step, exchange);
      case Turn.Further(var form) ->
          show(law, form, exchange.typed().with("exactly", "yes"), exchange);
      case Turn.Wrong(var form, var flaws) ->
          questions.wrong(view(exchange), law, form, exchange.typed(), flaws);
      case Turn.Contradicted(var form, var problems) ->
          questions.contradicted(view(exchange), law, form, exchange.typed(), problems);
    };
  }

  /** The question at which the form stands, as it was answered before. */
  private ModelAndView show(Law law, FamilyForm form, Exchange exchange) {
    return form.at().isEmpty()
        ? answer(law, form, exchange)
        : show(law, interviews.of(law).step(form), exchange);
  }

  private ModelAndView show(Law law, Step step, Exchange exchange) {
    return step.form().at().isEmpty()
        ? answer(law, step.form(), exchange)
        : questions.asAnswered(view(exchange), law, step);
  }

  /** The same question with what is filled in. */
  private ModelAndView page(Law law, FamilyForm form, Exchange exchange) {
    return show(law, form, exchange.typed(), exchange);
  }

  private ModelAndView show(Law law, FamilyForm form, Typed typed, Exchange exchange) {
    return form.at().isEmpty()
        ? answer(law, form, exchange)
        : questions.filledIn(view(exchange), law, form, typed);
  }

  private QuestionPages.Reader view(Exchange exchange) {
    noStore(exchange.response());
    exchange.response().setHeader("Content-Security-Policy", POLICY);
    boolean isPart = exchange.request().getHeader("HX-Request") != null;
    return new QuestionPages.Reader(exchange.frame(), isPart);
  }

  private ModelAndView answer(Law law, FamilyForm form, Exchange exchange) {
    var actions =
        List.of(
            new AnswerForm.Action("save", exchange.frame().t().localize("screening.saved.save")),
            new AnswerForm.Action(
                "back", exchange.frame().t().localize("screening.interview.back")));
    return answers.show(
        exchange.frame(),
        interviews.screened(law, form),
        AnswerForm.sealed("/screening", forms.seal(law, form), actions),
        exchange.go(),
        exchange.response());
  }

  private static ModelAndView sorry(SorryPage.Reason reason, Exchange exchange) {
    return view(
        "sorry",
        new SorryPage(exchange.frame(), reason),
        HttpStatus.UNPROCESSABLE_CONTENT,
        exchange.response());
  }

  private static ModelAndView view(
      String name, Page page, HttpStatus status, HttpServletResponse response) {
    noStore(response);
    var view = new ModelAndView("screening/interview/" + name, "page", page);
    view.setStatus(status);
    return view;
  }

  private static void noStore(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
  }
}
