package org.konbit.toolkit.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.konbit.toolkit.content.Content;
import org.konbit.toolkit.content.Kind;
import org.konbit.toolkit.store.Catalogue;
import org.konbit.toolkit.store.History;
import org.konbit.toolkit.store.History.Change;
import org.konbit.web.PageFrame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What these pages said before, and what was changed in them when. */
@Controller
class VersionsController {
  private static final int MOST = 500;
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

  private final Items items;
  private final History history;
  private final Clock clock;

  VersionsController(Items items, History history, Clock clock) {
    this.items = items;
    this.history = history;
    this.clock = clock;
  }

  @GetMapping("/{lang}/log")
  ModelAndView log(PageFrame frame) {
    var catalogue = items.catalogue();
    var byDay =
        history.since(clock.instant().minus(Items.LATELY), MOST).stream()
            .filter(change -> catalogue.find(change.reference()).isPresent())
            .collect(
                Collectors.groupingBy(
                    change -> day(change.madeAt()), LinkedHashMap::new, Collectors.toList()));
    var page =
        new LogPage(
            frame,
            Items.foreign(frame.t()),
            byDay.entrySet().stream().map(each -> day(frame, catalogue, each)).toList());
    return new ModelAndView("toolkit/log", "page", page);
  }

  private static LogPage.Day day(
      PageFrame frame, Catalogue catalogue, Map.Entry<LocalDate, List<Change>> made) {
    var changed = new ArrayList<LogPage.Line>();
    var added = new ArrayList<Link>();
    for (var change : made.getValue()) {
      var item = Items.link(frame, catalogue.find(change.reference()).orElseThrow());
      if (change.revision() == 1) {
        added.add(item);
      } else {
        changed.add(
            new LogPage.Line(
                item,
                frame.t().localize("toolkit.versions.number", change.revision()),
                item.address() + "/versions"));
      }
    }
    return new LogPage.Day(made.getKey().toString(), frame.t().date(made.getKey()), changed, added);
  }

  @GetMapping("/{lang}/{section}/{id}/versions")
  ModelAndView versions(PageFrame frame, @PathVariable String section, @PathVariable String id) {
    var content = content(section, id);
    var heading = content.heading();
    var versions = history.versions(heading.kind(), id);
    var told = new ArrayList<VersionsPage.Version>();
    for (int i = 0; i < versions.size(); i++) {
      var difference =
          i + 1 < versions.size()
              ? Difference.between(versions.get(i + 1), versions.get(i))
              : Difference.NONE;
      told.add(version(frame, content, versions.get(i), difference, i == 0));
    }
    var page =
        new VersionsPage(
            frame,
            Items.tab(frame, content),
            heading.isSensitive(),
            Items.foreign(frame.t()),
            Items.link(frame, content),
            told);
    return new ModelAndView("toolkit/versions", "page", page);
  }

  private VersionsPage.Version version(
      PageFrame frame,
      Content content,
      History.Version version,
      Difference difference,
      boolean isNewest) {
    return new VersionsPage.Version(
        name(frame, version),
        isNewest || version.content().isEmpty()
            ? ""
            : "%s/versions/%d".formatted(Items.address(frame.home(), content), version.revision()),
        difference);
  }

  @GetMapping("/{lang}/{section}/{id}/versions/{number}")
  ModelAndView version(
      PageFrame frame,
      @PathVariable String section,
      @PathVariable String id,
      @PathVariable String number) {
    var content = content(section, id);
    var version =
        Optional.of(number)
            .filter(each -> NUMBER.matcher(each).matches())
            .flatMap(each -> history.version(content.heading().kind(), id, Integer.parseInt(each)))
            .orElseThrow(RightsController::gone);
    var page =
        new VersionPage(
            frame,
            Items.tab(frame, content),
            content.heading().isSensitive(),
            Items.foreign(frame.t()),
            frame
                .t()
                .localize("toolkit.versions.old", number, frame.t().date(day(version.madeAt()))),
            Items.link(frame, content),
            new Leaflets(frame.t(), items.today())
                .of(version.content().orElseThrow(RightsController::gone)));
    return new ModelAndView("toolkit/version", "page", page);
  }

  // A story has none: its consent may end.
  private Content content(String section, String id) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.section().equals(section) && kind != Kind.SPOTLIGHT)
        .findFirst()
        .flatMap(kind -> items.catalogue().find(kind.word() + "/" + id))
        .orElseThrow(RightsController::gone);
  }

  private String name(PageFrame frame, History.Version version) {
    return frame
        .t()
        .localize(
            "toolkit.versions.since", version.revision(), frame.t().date(day(version.madeAt())));
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, clock.getZone());
  }
}
