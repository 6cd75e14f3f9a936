package org.konbit.toolkit.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
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

/** Rights and guides. */
@Controller
class RightsController {
  private final Items items;
  private final KeptPages kept;

  RightsController(Items items, KeptPages kept) {
    this.items = items;
    this.kept = kept;
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
  ModelAndView right(PageFrame frame, @PathVariable String id) {
    var right =
        items.catalogue().find(Right.class, "right/" + id).orElseThrow(RightsController::gone);
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

  static ResponseStatusException gone() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
