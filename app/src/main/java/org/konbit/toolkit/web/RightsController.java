package org.konbit.toolkit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.konbit.directory.Need;
import org.konbit.toolkit.content.Audience;
import org.konbit.toolkit.content.Guide;
import org.konbit.toolkit.content.Right;
import org.konbit.toolkit.content.Setting;
import org.konbit.web.PageFrame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Rights and guides, and how to read them safely. */
@Controller
class RightsController {
  private static final Comparator<Right> NATIONWIDE_FIRST =
      Comparator.comparing(right -> !right.heading().jurisdictions().contains("US"));

  private final Items items;
  private final KeptPages kept;
  private final Leaving leaving;

  RightsController(Items items, KeptPages kept, Leaving leaving) {
    this.items = items;
    this.kept = kept;
    this.leaving = leaving;
  }

  @GetMapping("/{lang}/rights")
  ModelAndView rights(PageFrame frame) {
    return kept.page(
        frame,
        () ->
            new ModelAndView(
                "toolkit/rights",
                "page",
                new RightsPage(frame, Items.foreign(frame.t()), byPlace(frame), byReader(frame))));
  }

  // A right stands once, at the first of its places.
  private List<RightsPage.Shelf> byPlace(PageFrame frame) {
    var rights = items.catalogue().all(Right.class);
    var words = new Wording(frame.t());
    return Arrays.stream(Setting.values())
        .map(setting ->
            new RightsPage.Shelf(
                setting.word(),
                words.of("setting", setting),
                rights.stream()
                    .filter(right -> right.settings().iterator().next() == setting)
                    .sorted(NATIONWIDE_FIRST)
                    .map(right -> Items.link(frame, right))
                    .toList()))
        .filter(shelf -> !shelf.links().isEmpty())
        .toList();
  }

  private List<RightsPage.Shelf> byReader(PageFrame frame) {
    Predicate<Guide> forFamilies =
        guide -> guide.heading().audiences().contains(Audience.COMMUNITY);
    return List.of(
        new RightsPage.Shelf(
            "families", frame.t().localize("toolkit.rights.guides"), guides(frame, forFamilies)),
        new RightsPage.Shelf(
            "providers",
            frame.t().localize("toolkit.rights.provider-guides"),
            guides(frame, forFamilies.negate())));
  }

  private List<Link> guides(PageFrame frame, Predicate<Guide> wanted) {
    return items.catalogue().all(Guide.class).stream()
        .filter(wanted)
        .map(guide -> Items.link(frame, guide))
        .toList();
  }

  @GetMapping("/{lang}/rights/{id}")
  ModelAndView right(PageFrame frame, @PathVariable String id, HttpServletResponse response) {
    var right =
        items.catalogue().find(Right.class, "right/" + id).orElseThrow(RightsController::gone);
    leaving.allow(response, right.heading());
    return kept.page(
        frame,
        () ->
            new ModelAndView(
                "toolkit/right", "page", new RightPage(frame, items.around(frame, right), right)));
  }

  @GetMapping("/{lang}/guides/{id}")
  ModelAndView guide(PageFrame frame, @PathVariable String id) {
    var guide =
        items.catalogue().find(Guide.class, "guide/" + id).orElseThrow(RightsController::gone);
    return kept.page(
        frame,
        () ->
            new ModelAndView(
                "toolkit/guide", "page", new GuidePage(frame, items.around(frame, guide), guide)));
  }

  /** How to read what somebody near the reader should not see. */
  @GetMapping("/{lang}/safety")
  ModelAndView safety(PageFrame frame) {
    return kept.page(
        frame,
        () ->
            new ModelAndView(
                "toolkit/safety",
                "page",
                new SafetyPage(
                    frame,
                    frame.t().localize("toolkit.item.neutral", frame.coalition()),
                    Items.help(frame, Need.SAFETY))));
  }

  static ResponseStatusException gone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
