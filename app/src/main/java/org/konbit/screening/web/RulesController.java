package org.konbit.screening.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.konbit.language.Texts;
import org.konbit.screening.Law;
import org.konbit.screening.LawTables;
import org.konbit.screening.Rulebook;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The rules laid out for doctors, nurses and social workers. */
@Controller
class RulesController {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  // Without a date the page speaks of today, so it must not outlive the day by much.
  private static final CacheControl BRIEFLY =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  private final Rulebook rulebook;
  private final LawTables tables;
  private final Clock clock;

  RulesController(Rulebook rulebook, LawTables tables, Clock clock) {
    this.rulebook = rulebook;
    this.tables = tables;
    this.clock = clock;
  }

  @GetMapping("/{lang}/rules/matrix")
  ModelAndView matrix(
      PageFrame frame, @RequestParam Map<String, String> sent, HttpServletResponse response) {
    return withLaw(frame, response, law -> matrix(frame, law, sent, response));
  }

  private ModelAndView matrix(
      PageFrame frame, Law law, Map<String, String> sent, HttpServletResponse response) {
    var t = frame.t();
    var asked = MatrixQuestion.read(law, sent, LocalDate.now(clock), t);
    var page =
        new MatrixPage(
            frame,
            asked.fields(),
            StateLinks.of(law, frame.home() + "/rules/matrix", asked.fields()),
            states(law, asked.state()),
            shows(law, asked, t),
            asked.dropped().map(program -> dropped(law, asked.state(), program, t)),
            asked.state().firstDay().toString(),
            asked.question().map(question -> table(law, question, frame)));
    return answer("screening/matrix", page, asked.isWhole(), response);
  }

  private static String dropped(Law law, Law.State state, String program, Texts t) {
    return t.localize(
        "screening.matrix.dropped", law.program(t.language().tag(), program).text(), state.name());
  }

  private MatrixPage.Table table(Law law, MatrixQuestion question, PageFrame frame) {
    var now = tables.on(law, question.state(), question.date(), question.percent());
    var later = tables.after(law, question.state(), question.date(), question.percent());
    return new MatrixTable(law, frame.t(), question, now, later).table(download(frame, question));
  }

  private static String download(PageFrame frame, MatrixQuestion question) {
    return "%s/rules/matrix.csv?state=%s&date=%s&income=%d"
        .formatted(
            frame.home(),
            URLEncoder.encode(question.state().code(), StandardCharsets.UTF_8),
            question.date(),
            question.percent());
  }

  @GetMapping("/{lang}/rules/matrix.csv")
  Object file(
      PageFrame frame, @RequestParam Map<String, String> sent, HttpServletResponse response) {
    var law = rulebook.law();
    var question =
        law.flatMap(
            found -> MatrixQuestion.read(found, sent, LocalDate.now(clock), frame.t()).question());
    if (law.isPresent() && question.isPresent()) {
      return file(frame, law.get(), question.get());
    }
    return matrix(frame, sent, response); // which says what is wrong
  }

  private ResponseEntity<byte[]> file(PageFrame frame, Law law, MatrixQuestion question) {
    var now = tables.on(law, question.state(), question.date(), question.percent());
    var later = tables.after(law, question.state(), question.date(), question.percent());
    var name =
        "konbit-matrix-%s-%s-%d.csv"
            .formatted(question.state().code(), question.date(), question.percent());
    return ResponseEntity.ok()
        .contentType(CSV)
        .cacheControl(BRIEFLY)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(new MatrixFile(law, frame.t(), now, later).bytes());
  }

  @GetMapping("/{lang}/rules/timeline")
  ModelAndView timeline(
      PageFrame frame, @RequestParam Map<String, String> sent, HttpServletResponse response) {
    return withLaw(frame, response, law -> timeline(frame, law, sent, response));
  }

  private ModelAndView timeline(
      PageFrame frame, Law law, Map<String, String> sent, HttpServletResponse response) {
    var asked = TimelineQuestion.read(law, sent, LocalDate.now(clock), frame.t());
    var page =
        new TimelinePage(
            frame,
            asked.fields(),
            StateLinks.of(law, frame.home() + "/rules/timeline", asked.fields()),
            states(law, asked.state()),
            asked.state().firstDay().toString(),
            asked
                .question()
                .map(question -> new TimelineTable(law, frame.t(), question, tables).timeline()));
    return answer("screening/timeline", page, asked.isWhole(), response);
  }

  private ModelAndView withLaw(
      PageFrame frame, HttpServletResponse response, Function<Law, ModelAndView> page) {
    return rulebook
        .law()
        .map(page)
        .orElseGet(() -> {
          response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
          return view(
              "screening/unusable", new UnusablePage(frame), HttpStatus.SERVICE_UNAVAILABLE);
        });
  }

  private static ModelAndView answer(
      String template, Page page, boolean isWhole, HttpServletResponse response) {
    var caching = isWhole ? BRIEFLY : CacheControl.noStore();
    response.setHeader(HttpHeaders.CACHE_CONTROL, caching.getHeaderValue());
    return view(template, page, isWhole ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private static ModelAndView view(String template, Page page, HttpStatus status) {
    var view = new ModelAndView(template, "page", page);
    view.setStatus(status);
    return view;
  }

  private static List<Choice> states(Law law, Law.State chosen) {
    return law.states().stream()
        .map(
            state -> new Choice(state.code(), state.name(), Optional.empty(), state.equals(chosen)))
        .toList();
  }

  private static List<Choice> shows(Law law, MatrixQuestion.Asked asked, Texts t) {
    var show =
        asked.fields().stream()
            .filter(field -> field.name().equals("show"))
            .map(Field::value)
            .collect(Collectors.joining());
    var choices = new ArrayList<Choice>();
    choices.add(
        new Choice(
            MatrixQuestion.BEST,
            t.localize("screening.form.best"),
            Optional.empty(),
            show.equals(MatrixQuestion.BEST)));
    for (var program : law.programs(asked.state())) {
      var name = law.program(t.language().tag(), program);
      choices.add(new Choice(program, name.text(), name.language(), show.equals(program)));
    }
    return choices;
  }
}
