package org.konbit.toolkit.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.konbit.rules.overview.Matrix;
import org.konbit.screening.Law;
import org.konbit.screening.LawTables;
import org.konbit.screening.Rulebook;
import org.konbit.toolkit.content.GovernmentAction;
import org.konbit.toolkit.content.Group;
import org.konbit.toolkit.content.Word;
import org.konbit.web.PageFrame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What one group of people, or people of one status, can get, and what changes for them. */
@Controller
class GroupsController {
  private final Items items;
  private final KeptPages kept;
  private final Papers papers;
  private final Rulebook rulebook;
  private final LawTables tables;

  GroupsController(
      Items items, KeptPages kept, Papers papers, Rulebook rulebook, LawTables tables) {
    this.items = items;
    this.kept = kept;
    this.papers = papers;
    this.rulebook = rulebook;
    this.tables = tables;
  }

  @GetMapping("/{lang}/changes/for")
  ModelAndView groups(PageFrame frame) {
    var words = new Wording(frame.t());
    var doors =
        Arrays.stream(Group.values())
            .filter(group -> group != Group.EVERYONE)
            .map(group ->
                new GroupsPage.Door(
                    "%s/changes/for/%s".formatted(frame.home(), group.word()),
                    new Coverage.Said(words.of("group", group), Optional.empty())))
            .toList();
    return choice(frame, "groups", doors, "/coverage", "coverages");
  }

  private static ModelAndView choice(
      PageFrame frame, String of, List<GroupsPage.Door> doors, String where, String other) {
    var t = frame.t();
    var page =
        new GroupsPage(
            frame,
            t.localize("toolkit.%s.title".formatted(of)),
            t.localize("toolkit.%s.lede".formatted(of)),
            doors,
            new GroupsPage.Door(
                frame.home() + where,
                new Coverage.Said(
                    t.localize("toolkit.%s.title".formatted(other)), Optional.empty())));
    return new ModelAndView("toolkit/groups", "page", page);
  }

  @GetMapping("/{lang}/changes/for/{word}")
  ModelAndView group(
      PageFrame frame, @PathVariable String word, @RequestParam(defaultValue = "") String state) {
    var group =
        Word.find(Group.class, word)
            .filter(found -> found != Group.EVERYONE)
            .orElseThrow(RightsController::gone);
    return kept.page(frame, () -> one(frame, group, state));
  }

  private ModelAndView one(PageFrame frame, Group group, String state) {
    var law = rulebook.law();
    var states = law.map(found -> states(found, state)).orElseGet(List::of);
    var page =
        new ForGroupPage(
            frame,
            Items.foreign(frame.t()),
            papers.of(frame),
            new Wording(frame.t()).of("group", group),
            law.map(found -> coverages(frame, found, group, states)).orElseGet(List::of),
            law.isPresent(),
            touching(frame, law, group, states));
    return new ModelAndView("toolkit/for-group", "page", page);
  }

  // A state that nobody knows is no reason to show nothing.
  private static List<Law.State> states(Law law, String asked) {
    var meant = law.states().stream().filter(each -> each.code().equalsIgnoreCase(asked)).toList();
    return meant.isEmpty() ? law.states() : meant;
  }

  private List<Coverage> coverages(PageFrame frame, Law law, Group group, List<Law.State> states) {
    if (!LawGroups.all().contains(group)) {
      return List.of();
    }
    var telling = telling(law, frame);
    return states.stream()
        .map(each -> telling.of(row -> LawGroups.isOf(group, row), each))
        .toList();
  }

  private List<ForGroupPage.Touching> touching(
      PageFrame frame, Optional<Law> law, Group group, List<Law.State> states) {
    var tellings = new Tellings(frame.t(), frame.home(), items.today());
    var turns = law.map(found -> new LawTurns(found, tables, frame.t()));
    return Tellings.newestFirst(items.catalogue().all(GovernmentAction.class), items.today())
        .filter(action -> action.heading().groups().contains(group))
        .filter(action -> holdsIn(action, states))
        .map(action ->
            new ForGroupPage.Touching(
                tellings.told(action),
                action
                    .effectiveOn()
                    .map(when -> frame.t().localize("toolkit.coverage.from", tellings.when(when)))
                    .orElse(""),
                turns.map(each -> each.of(group, action, states)).orElseGet(List::of)))
        .toList();
  }

  // What the nation does reaches every state.
  private static boolean holdsIn(GovernmentAction action, List<Law.State> states) {
    return states.isEmpty()
        || action.heading().jurisdictions().stream()
            .anyMatch(place ->
                place.equals("US")
                    || states.stream().anyMatch(state -> place.startsWith(state.code())));
  }

  @GetMapping("/{lang}/coverage")
  ModelAndView statuses(PageFrame frame) {
    return kept.page(frame, () -> all(frame));
  }

  private ModelAndView all(PageFrame frame) {
    var doors =
        rulebook
            .law()
            .map(law -> {
              var says = new LawSayings(law, frame.t());
              return telling(law, frame).statuses().stream()
                  .map(row ->
                      new GroupsPage.Door(
                          "%s/coverage/%s".formatted(frame.home(), address(row)), says.status(row)))
                  .toList();
            })
            .orElseGet(List::of);
    return choice(frame, "coverages", doors, "/changes/for", "groups");
  }

  @GetMapping("/{lang}/coverage/{status}")
  ModelAndView status(PageFrame frame, @PathVariable String status) {
    var law = rulebook.law().orElseThrow(RightsController::gone);
    return kept.page(frame, () -> one(frame, law, status));
  }

  private ModelAndView one(PageFrame frame, Law law, String status) {
    var telling = telling(law, frame);
    var first =
        telling.statuses().stream()
            .filter(row -> address(row).equals(status))
            .findFirst()
            .orElseThrow(RightsController::gone);
    var page =
        new CoveragePage(
            frame,
            papers.of(frame),
            new LawSayings(law, frame.t()).status(first),
            telling.of(first));
    return new ModelAndView("toolkit/status", "page", page);
  }

  private CoverageTelling telling(Law law, PageFrame frame) {
    return new CoverageTelling(law, tables, frame.t(), items.today());
  }

  private static String address(Matrix.Row row) {
    return row.status().replace('_', '-');
  }
}
