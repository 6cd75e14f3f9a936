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
    return choice(
        frame,
        "groups",
        List.of(
            shelf(frame, "by-status", LawGroups.all()),
            shelf(
                frame,
                "by-life",
                Arrays.stream(Group.values())
                    .filter(group -> group != Group.EVERYONE && !LawGroups.all().contains(group))
                    .toList())),
        "/coverage",
        "coverages");
  }

  private static GroupsPage.Shelf shelf(PageFrame frame, String kind, List<Group> groups) {
    var words = new Wording(frame.t());
    return new GroupsPage.Shelf(
        kind,
        own(frame.t().localize("toolkit.groups." + kind)),
        groups.stream()
            .map(group ->
                new GroupsPage.Door(
                    "%s/changes/for/%s".formatted(frame.home(), group.word()),
                    own(words.of("group", group))))
            .toList());
  }

  private static Coverage.Said own(String text) {
    return new Coverage.Said(text, Optional.empty());
  }

  private static ModelAndView choice(
      PageFrame frame, String of, List<GroupsPage.Shelf> shelves, String where, String other) {
    var t = frame.t();
    var page =
        new GroupsPage(
            frame,
            t.localize("toolkit.%s.title".formatted(of)),
            t.localize("toolkit.%s.lede".formatted(of)),
            shelves,
            new GroupsPage.Door(
                frame.home() + where, own(t.localize("toolkit.%s.title".formatted(other)))));
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
    var shelves = rulebook.law().map(law -> shelves(frame, law)).orElseGet(List::of);
    return choice(frame, "coverages", shelves, "/changes/for", "groups");
  }

  private List<GroupsPage.Shelf> shelves(PageFrame frame, Law law) {
    var says = new LawSayings(law, frame.t());
    var rows = telling(law, frame).statuses();
    return law.statusKinds().entrySet().stream()
        .map(kind ->
            new GroupsPage.Shelf(
                kind.getKey().replace('_', '-'),
                says.kind(kind.getKey()),
                rows.stream()
                    .filter(row -> kind.getValue().contains(row.status()))
                    .map(row ->
                        new GroupsPage.Door(
                            "%s/coverage/%s".formatted(frame.home(), address(row)),
                            says.status(row)))
                    .toList()))
        .filter(shelf -> !shelf.doors().isEmpty())
        .toList();
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
