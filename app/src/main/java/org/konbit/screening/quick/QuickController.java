package org.konbit.screening.quick;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.konbit.rules.household.Household;
import org.konbit.rules.screening.Aspect;
import org.konbit.screening.Law;
import org.konbit.screening.Rulebook;
import org.konbit.screening.answer.AnswerForm;
import org.konbit.screening.answer.AnswerPages;
import org.konbit.screening.answer.FamilyScreening;
import org.konbit.screening.web.UnusablePage;
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

/** The page of a navigator who types a whole family beside a client. Keeps nothing typed. */
@Controller
class QuickController {
  private static final String ANSWER = "answer";
  private static final String ADD = "add";
  private static final String REMOVE = "remove:";
  // Tells the answer's own buttons from the page's, which send the same words.
  private static final String SEEN = "seen";

  private final Rulebook rulebook;
  private final AnswerPages answers;
  private final Clock clock;

  QuickController(Rulebook rulebook, AnswerPages answers, Clock clock) {
    this.rulebook = rulebook;
    this.answers = answers;
    this.clock = clock;
  }

  @GetMapping("/{lang}/quick")
  ModelAndView empty(PageFrame frame, HttpServletResponse response) {
    var sheet = Sheet.empty(LocalDate.now(clock).toString());
    return withLaw(frame, response, law -> form(frame, law, sheet, Map.of(), ""));
  }

  @PostMapping("/{lang}/quick")
  ModelAndView typed(
      PageFrame frame,
      @RequestParam MultiValueMap<String, String> sent,
      HttpServletResponse response) {
    var sheet = Sheet.of(sent);
    return withLaw(frame, response, law -> typed(frame, law, sheet, response));
  }

  private ModelAndView typed(PageFrame frame, Law law, Sheet sheet, HttpServletResponse response) {
    var go = sheet.value("go");
    boolean isAnswer = sheet.value(SEEN).equals(ANSWER);
    boolean isAgain = isAnswer && (go.equals(AnswerForm.SHOW) || go.equals(AnswerForm.UNFOLD));
    if (go.equals(ANSWER) || isAgain) {
      return answer(frame, law, sheet, response);
    }
    if (go.startsWith(REMOVE)) {
      var fewer = sheet.withoutRow(Sheet.number(go.substring(REMOVE.length())));
      return form(frame, law, fewer, Map.of(), "");
    }
    if (go.equals(ADD) && !sheet.isFull()) {
      var more = sheet.withRow();
      return form(frame, law, more, Map.of(), Sheet.name(more.rows() - 1, Kin.IS));
    }
    var wanted =
        go.startsWith(AnswerForm.EDIT)
            ? TypedFamily.field(go.substring(AnswerForm.EDIT.length()))
            : "";
    return form(frame, law, sheet, Map.of(), wanted);
  }

  private ModelAndView answer(PageFrame frame, Law law, Sheet sheet, HttpServletResponse response) {
    var read = TypedFamily.read(law, sheet, frame.t());
    if (read.household().isEmpty()) {
      var page = form(frame, law, sheet, read.problems(), "");
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    return answer(frame, law, sheet, read.household().get(), response);
  }

  private ModelAndView answer(
      PageFrame frame, Law law, Sheet sheet, Household household, HttpServletResponse response) {
    var aspects = EnumSet.allOf(Aspect.class);
    aspects.remove(Aspect.NEXT); // nobody is asked anything here
    var screening = law.screener().screen(household, aspects, Set.of());
    var hidden = new ArrayList<>(sheet.hidden());
    hidden.add(new AnswerForm.Hidden(SEEN, ANSWER));
    var change = new AnswerForm.Action("edit", frame.t().localize("screening.quick.change"));
    return answers.show(
        frame,
        new FamilyScreening(law, household, screening, List.of()),
        new AnswerForm("/quick", hidden, List.of(change)),
        sheet.value("go"),
        response);
  }

  private static ModelAndView form(
      PageFrame frame, Law law, Sheet sheet, Map<String, String> problems, String wanted) {
    var fields = new QuickFields(law, frame.t(), sheet, problems, wanted);
    var page =
        new QuickPage(
            frame,
            new LinkedHashMap<>(problems)
                .entrySet().stream()
                    .map(one -> new QuickPage.Wrong(one.getKey(), one.getValue()))
                    .toList(),
            fields.household(),
            IntStream.range(0, sheet.rows()).mapToObj(fields::person).toList(),
            sheet.isFull());
    return new ModelAndView("screening/quick/page", "page", page);
  }

  private ModelAndView withLaw(
      PageFrame frame, HttpServletResponse response, Function<Law, ModelAndView> page) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    return rulebook
        .law()
        .map(page)
        .orElseGet(() -> {
          var unusable = new ModelAndView("screening/unusable", "page", new UnusablePage(frame));
          unusable.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
          return unusable;
        });
  }
}
