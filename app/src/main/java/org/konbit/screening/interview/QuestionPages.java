package org.konbit.screening.interview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.konbit.language.Texts;
import org.konbit.rules.text.Problem;
import org.konbit.screening.Law;
import org.konbit.screening.answer.MemberLabels;
import org.konbit.screening.form.FamilyForm;
import org.konbit.screening.form.SealedForms;
import org.konbit.screening.interview.Interview.Step;
import org.konbit.screening.interview.QuestionPage.Told;
import org.konbit.web.PageFrame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Makes the page of the question at which a form stands. */
@Component
class QuestionPages {
  private final Interviews interviews;
  private final SealedForms forms;
  private final Script script;

  QuestionPages(Interviews interviews, SealedForms forms, Script script) {
    this.interviews = interviews;
    this.forms = forms;
    this.script = script;
  }

  /**
   * Who reads the page.
   *
   * @param isPart whether only the question is fetched, into a page that stands
   */
  record Reader(PageFrame frame, boolean isPart) {}

  ModelAndView asAnswered(Reader reader, Law law, Step step) {
    var form = step.form();
    var typed = new Spelled(interviews.of(law).options()).of(form, form.at());
    return view(page(reader, law, step, typed, List.of(), List.of()), HttpStatus.OK);
  }

  ModelAndView filledIn(Reader reader, Law law, FamilyForm form, Typed typed) {
    var step = interviews.of(law).step(form);
    return view(page(reader, law, step, typed, List.of(), List.of()), HttpStatus.OK);
  }

  ModelAndView wrong(Reader reader, Law law, FamilyForm form, Typed typed, List<Reply.Flaw> flaws) {
    var t = reader.frame().t();
    var problems = flaws.stream().map(flaw -> problem(flaw, t)).toList();
    var step = interviews.of(law).step(form);
    return view(
        page(reader, law, step, typed, problems, List.of()), HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static QuestionPage.Problem problem(Reply.Flaw flaw, Texts t) {
    var values =
        flaw.values().stream()
            .map(value -> value instanceof LocalDate day ? t.date(day) : value)
            .toArray();
    var text = t.localize("screening.interview.wrong-" + flaw.message(), values);
    return new QuestionPage.Problem(flaw.field(), text);
  }

  ModelAndView contradicted(
      Reader reader, Law law, FamilyForm form, Typed typed, List<Problem> problems) {
    var paths = problems.stream().map(Problem::path).distinct().toList();
    var step = interviews.of(law).step(form);
    return view(
        page(reader, law, step, typed, List.of(), related(form, paths)),
        HttpStatus.UNPROCESSABLE_CONTENT);
  }

  /** The questions that may hold the other answer: those named, and others of the same kind. */
  private static List<String> related(FamilyForm form, List<String> paths) {
    var related = new ArrayList<String>();
    for (String path : form.asked()) {
      boolean isNamed = paths.stream().anyMatch(named -> named.startsWith(path));
      boolean isOfTaxes =
          path.contains(".tax.") && paths.stream().anyMatch(named -> named.contains(".tax."));
      if ((isNamed || isOfTaxes) && !path.equals(form.at())) {
        related.add(path);
      }
    }
    return related.isEmpty() ? List.of(FamilyForm.MEMBERS) : related;
  }

  private QuestionPage page(
      Reader reader,
      Law law,
      Step step,
      Typed typed,
      List<QuestionPage.Problem> problems,
      List<String> others) {
    var form = step.form();
    var interview = interviews.of(law);
    var words = new QuestionWords(law, reader.frame().t(), interview.options());
    var telling = new QuestionTelling(form, typed, interview.options(), words);
    var people = telling.people();
    return new QuestionPage(
        reader.frame(),
        forms.seal(law, form),
        about(form, form.at(), people),
        words.question(form, form.at()),
        words.why(form, form.at()),
        telling.ask(),
        problems,
        told(form, others, words, people),
        step.left(),
        interview.hasBefore(form),
        told(form, form.asked(), words, people),
        script.address(),
        reader.isPart());
  }

  private static Optional<String> about(FamilyForm form, String path, MemberLabels people) {
    return form.fact(path)
        .filter(place -> !place.fact().ofHousehold())
        .map(place -> people.of(form.said().ids().get(place.member())).heading());
  }

  private static List<Told> told(
      FamilyForm form, List<String> paths, QuestionWords words, MemberLabels people) {
    return paths.stream()
        .map(path ->
            new Told(
                path,
                about(form, path, people).orElse(""),
                words.question(form, path),
                words.told(form, path, people)))
        .toList();
  }

  private static ModelAndView view(QuestionPage page, HttpStatus status) {
    var view = new ModelAndView("screening/interview/question", "page", page);
    view.setStatus(status);
    return view;
  }
}
