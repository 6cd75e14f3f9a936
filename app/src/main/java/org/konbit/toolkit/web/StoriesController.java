package org.konbit.toolkit.web;

import org.konbit.access.NotHere;
import org.konbit.toolkit.content.Spotlight;
import org.konbit.toolkit.store.Stewards;
import org.konbit.web.DeskFrame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes a member's story down when its consent is taken back. */
@Controller
class StoriesController {
  private final Items items;
  private final Stewards stewards;

  StoriesController(Items items, Stewards stewards) {
    this.items = items;
    this.stewards = stewards;
  }

  @GetMapping("/desk/{lang}/stories")
  ModelAndView all(DeskFrame desk) {
    Sections.STORIES.required();
    return view(desk, "");
  }

  @PostMapping("/desk/{lang}/stories/{id}/take-back")
  ModelAndView takeBack(
      DeskFrame desk, @PathVariable String id, @RequestParam(defaultValue = "") String sure) {
    Sections.STORIES.required();
    if (items.spotlight("spotlight/" + id).isEmpty()) {
      throw new NotHere();
    }
    if (!sure.equals("yes")) {
      var view = view(desk, id);
      view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return view;
    }
    stewards.takeBack(id);
    return new ModelAndView("redirect:%s/stories".formatted(desk.home()));
  }

  private ModelAndView view(DeskFrame desk, String unsure) {
    var stories = items.spotlights().stream().map(story -> told(desk, story)).toList();
    return new ModelAndView("toolkit/stories", "page", new StoriesPage(desk, stories, unsure));
  }

  private static StoriesPage.Story told(DeskFrame desk, Spotlight spotlight) {
    var t = desk.frame().t();
    var consent = spotlight.consent();
    return new StoriesPage.Story(
        spotlight.heading().id(),
        spotlight.title(),
        spotlight.member(),
        t.localize("toolkit.stories.consent", consent.by(), t.date(consent.on()), consent.scope()));
  }
}
