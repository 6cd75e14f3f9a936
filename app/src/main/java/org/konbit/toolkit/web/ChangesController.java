package org.konbit.toolkit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.konbit.language.Texts;
import org.konbit.toolkit.content.GovernmentAction;
import org.konbit.toolkit.content.Group;
import org.konbit.toolkit.content.Programme;
import org.konbit.toolkit.content.When;
import org.konbit.toolkit.content.Word;
import org.konbit.toolkit.web.ChangesPage.Choice;
import org.konbit.toolkit.web.ChangesPage.Choices;
import org.konbit.web.PageFrame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What governments changed, and for whom. */
@Controller
class ChangesController {
  private final Items items;
  private final KeptPages kept;
  private final Papers papers;
  private final Leaving leaving;

  ChangesController(Items items, KeptPages kept, Papers papers, Leaving leaving) {
    this.items = items;
    this.kept = kept;
    this.papers = papers;
    this.leaving = leaving;
  }

  @GetMapping("/{lang}/changes")
  ModelAndView changes(
      PageFrame frame,
      @RequestParam(defaultValue = "") String group,
      @RequestParam(defaultValue = "") String program,
      @RequestParam(defaultValue = "") String state) {
    var question = ChangesQuestion.read(group, program, state);
    return kept.page(frame, () -> listed(frame, question));
  }

  private ModelAndView listed(PageFrame frame, ChangesQuestion question) {
    var told = told(frame, question);
    var t = frame.t();
    var page =
        new ChangesPage(
            frame,
            Items.foreign(t),
            question.isWhole(),
            filters(t, question),
            t.localize("toolkit.changes.count", told.size()),
            told,
            feeds(t, question),
            frameLine(frame, question));
    var view = new ModelAndView("toolkit/changes", "page", page);
    view.setStatus(question.isWhole() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    return view;
  }

  private String frameLine(PageFrame frame, ChangesQuestion question) {
    return "<iframe src=\"%s%s/embed/changes%s\" title=\"%s\" width=\"400\" height=\"480\"></iframe>"
        .formatted(
            papers.origin(),
            frame.home(),
            question.query().replace("&", "&amp;"),
            frame.t().localize("toolkit.changes.title"));
  }

  private List<Told> told(PageFrame frame, ChangesQuestion question) {
    var tellings = new Tellings(frame.t(), frame.home(), items.today());
    return Tellings.newestFirst(items.catalogue().all(GovernmentAction.class), items.today())
        .filter(question::isFor)
        .map(tellings::told)
        .toList();
  }

  private static List<Choices> filters(Texts t, ChangesQuestion question) {
    var words = new Wording(t);
    return List.of(
        choices(t, "group", Group.values(), "group", question.group()),
        choices(t, "program", Programme.values(), "programme", question.programme()),
        new Choices(
            "state",
            t.localize("toolkit.changes.state"),
            Stream.concat(
                    any(t),
                    Stream.of("MA", "CT", "US")
                        .map(code ->
                            new Choice(
                                code,
                                words.place(code),
                                question.place().equals(Optional.of(code)))))
                .toList()));
  }

  private static <W extends Enum<W> & Word> Choices choices(
      Texts t, String name, W[] all, String vocabulary, Optional<W> chosen) {
    var words = new Wording(t);
    return new Choices(
        name,
        t.localize("toolkit.changes." + name),
        Stream.concat(
                any(t),
                Arrays.stream(all)
                    .map(word ->
                        new Choice(
                            word.word(),
                            words.of(vocabulary, word),
                            chosen.equals(Optional.of(word)))))
            .toList());
  }

  private static Stream<Choice> any(Texts t) {
    return Stream.of(new Choice(ChangesQuestion.ANY, t.localize("toolkit.changes.any"), false));
  }

  private static List<ChangesPage.Feed> feeds(Texts t, ChangesQuestion question) {
    var language = t.language().tag();
    return Stream.of("rss", "atom", "json", "ics")
        .map(form ->
            new ChangesPage.Feed(
                "/feeds/%s/changes.%s%s".formatted(language, form, question.query()),
                t.localize("toolkit.feed." + form)))
        .toList();
  }

  @GetMapping("/{lang}/changes/{id}")
  ModelAndView change(PageFrame frame, @PathVariable String id, HttpServletResponse response) {
    var action =
        items
            .catalogue()
            .find(GovernmentAction.class, "action/" + id)
            .orElseThrow(RightsController::gone);
    leaving.allow(response, action.heading());
    return kept.page(frame, () -> one(frame, action));
  }

  private ModelAndView one(PageFrame frame, GovernmentAction action) {
    var catalogue = items.catalogue();
    var tellings = new Tellings(frame.t(), frame.home(), items.today());
    var page =
        new ChangePage(
            frame,
            items.around(frame, action),
            action,
            tellings.standing(action),
            facts(frame.t(), action),
            happened(frame.t(), action, items.today()),
            action.supersededBy().flatMap(catalogue::find).map(other -> Items.link(frame, other)));
    return new ModelAndView("toolkit/change", "page", page);
  }

  private static List<ChangePage.Fact> facts(Texts t, GovernmentAction action) {
    var words = new Wording(t);
    var facts = new ArrayList<ChangePage.Fact>();
    var heading = action.heading();
    facts.add(fact(t, "what", words.of("instrument", action.instrument())));
    facts.add(new ChangePage.Fact(t.localize("toolkit.change.issuer"), action.issuer(), true));
    addDay(facts, t, "effective", action.effectiveOn());
    addDay(facts, t, "ends", action.endsOn());
    facts.add(fact(t, "for", t.list(words.all("group", heading.groups()))));
    if (!heading.programmes().isEmpty()) {
      facts.add(fact(t, "programs", t.list(words.all("programme", heading.programmes()))));
    }
    action
        .courtCase()
        .ifPresent(suit ->
            facts.add(
                new ChangePage.Fact(
                    t.localize("toolkit.change.case"),
                    Stream.of(Optional.of(suit.name()), Optional.of(suit.court()), suit.docket())
                        .flatMap(Optional::stream)
                        .reduce((one, other) -> one + ", " + other)
                        .orElseThrow(),
                    true)));
    return facts;
  }

  private static void addDay(
      List<ChangePage.Fact> facts, Texts t, String name, Optional<When> when) {
    when.ifPresent(day -> facts.add(fact(t, name, new Wording(t).when(day))));
  }

  private static ChangePage.Fact fact(Texts t, String name, String words) {
    return new ChangePage.Fact(t.localize("toolkit.change." + name), words, false);
  }

  private static List<ChangePage.Happened> happened(
      Texts t, GovernmentAction action, LocalDate today) {
    var words = new Wording(t);
    return action.events().reversed().stream()
        .map(event ->
            new ChangePage.Happened(
                event.on().iso(),
                words.when(event.on()),
                event.what(),
                event.on().first().isAfter(today)
                    ? t.localize("toolkit.change.to-come")
                    : event.status().map(status -> words.of("status", status)).orElse(""),
                action.heading().sources().get(event.source() - 1).publisher()))
        .toList();
  }
}
