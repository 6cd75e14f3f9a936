package org.konbit.toolkit.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

/** What changes for one group of people. */
@Controller
class GroupsController {
  private final Items items;
  private final Rulebook rulebook;
  private final LawTables tables;

  GroupsController(Items items, Rulebook rulebook, LawTables tables) {
    this.items = items;
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
                    words.of("group", group)))
            .toList();
    return new ModelAndView("toolkit/groups", "page", new GroupsPage(frame, doors));
  }

  @GetMapping("/{lang}/changes/for/{word}")
  ModelAndView group(
      PageFrame frame,
      @PathVariable String word,
      @RequestParam(defaultValue = "") String state) {
    var group =
        Word.find(Group.class, word)
            .filter(found -> found != Group.EVERYONE)
            .orElseThrow(RightsController::gone);
    var law = rulebook.law();
    var t = frame.t();
    var page =
        new ForGroupPage(
            frame,
            Items.foreign(t),
            new Wording(t).of("group", group),
            t.localize("toolkit.coverage.printed", t.date(items.today()), frame.coalition()),
            law.map(found -> coverages(frame, found, group, state)).orElseGet(List::of),
            law.isPresent(),
            told(frame, group, state));
    return new ModelAndView("toolkit/for-group", "page", page);
  }

  private List<Coverage> coverages(PageFrame frame, Law law, Group group, String state) {
    if (!LawGroups.all().contains(group)) {
      return List.of();
    }
    var telling = new CoverageTelling(law, tables, frame.t(), items.today());
    return law.states().stream()
        .filter(each -> state.isEmpty() || each.code().equals(state))
        .map(each -> telling.of(group, each))
        .toList();
  }

  private List<Told> told(PageFrame frame, Group group, String state) {
    var question =
        new ChangesQuestion(
            Optional.of(group),
            Optional.empty(),
            Optional.of(state).filter(code -> !code.isEmpty()),
            true);
    var tellings = new Tellings(frame.t(), frame.home(), items.today());
    return Tellings.newestFirst(items.catalogue().all(GovernmentAction.class), items.today())
        .filter(question::isFor)
        .filter(action -> action.heading().groups().contains(group))
        .map(tellings::told)
        .toList();
  }
}
