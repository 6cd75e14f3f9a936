package org.konbit.toolkit.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.konbit.access.NotHere;
import org.konbit.toolkit.content.ChangeClass;
import org.konbit.toolkit.content.Content;
import org.konbit.toolkit.content.Kind;
import org.konbit.toolkit.content.Word;
import org.konbit.toolkit.store.Library;
import org.konbit.toolkit.store.Stewards;
import org.konbit.web.DeskFrame;
import org.konbit.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Names who answers for each item and who reviews it, and takes the reviewer's approval. */
@Controller
class ContentController {
  private final Library library;
  private final Stewards stewards;
  private final StewardPages pages;

  ContentController(Library library, Stewards stewards, StewardPages pages) {
    this.library = library;
    this.stewards = stewards;
    this.pages = pages;
  }

  @GetMapping("/desk/{lang}/content")
  ModelAndView all(DeskFrame desk, @RequestParam(defaultValue = "right") String kind) {
    Sections.CONTENT.required();
    var known = kind(kind);
    var catalogue = library.newest();
    return new ModelAndView(
        "toolkit/content",
        "page",
        pages.list(
            desk, known, stewards.all(known), id -> catalogue.find(known.word() + "/" + id)));
  }

  @GetMapping("/desk/{lang}/content/{kind}/{id}")
  ModelAndView one(DeskFrame desk, @PathVariable String kind, @PathVariable String id) {
    Sections.CONTENT.required();
    return one(desk, kind(kind), id, Optional.empty(), Optional.empty(), none());
  }

  @PostMapping("/desk/{lang}/content/{kind}/{id}")
  ModelAndView name(
      DeskFrame desk,
      @PathVariable String kind,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String reviewer) {
    Sections.CONTENT.required();
    var known = kind(kind);
    var item = item(known, id);
    var problems = none();
    var wanted = chosen(owner, pages.owners(item.owner()), "owner", problems);
    var reviews = chosen(reviewer, pages.reviewers(item.reviewer()), "reviewer", problems);
    if (wanted.isPresent() && wanted.equals(reviews)) {
      problems.add("reviewer", "two-people");
    }
    if (!problems.isEmpty()) {
      return unprocessable(one(desk, known, id, wanted, reviews, problems));
    }
    stewards.name(known, id, wanted, reviews);
    return back(desk, kind, id);
  }

  @PostMapping("/desk/{lang}/content/{kind}/{id}/approve")
  ModelAndView approve(
      DeskFrame desk,
      @PathVariable String kind,
      @PathVariable String id,
      @RequestParam int revision) {
    Sections.CONTENT.required();
    var known = kind(kind);
    item(known, id);
    if (!stewards.approve(known, id, revision)) {
      var problems = none();
      problems.add("approve", "not-approved");
      return unprocessable(one(desk, known, id, Optional.empty(), Optional.empty(), problems));
    }
    return back(desk, kind, id);
  }

  @PostMapping("/desk/{lang}/content/{kind}/{id}/change")
  ModelAndView change(
      DeskFrame desk,
      @PathVariable String kind,
      @PathVariable String id,
      @RequestParam int revision,
      @RequestParam(defaultValue = "") String change) {
    Sections.CONTENT.required();
    var known = kind(kind);
    item(known, id);
    var chosen = Word.find(ChangeClass.class, change);
    if (chosen.isEmpty() || !stewards.classify(known, id, revision, chosen.get())) {
      var problems = none();
      problems.add("change", "not-classified");
      return unprocessable(one(desk, known, id, Optional.empty(), Optional.empty(), problems));
    }
    return back(desk, kind, id);
  }

  private ModelAndView one(
      DeskFrame desk,
      Kind kind,
      String id,
      Optional<UUID> owner,
      Optional<UUID> reviewer,
      Problems problems) {
    var item = item(kind, id);
    var shown =
        problems.byField().containsKey("owner") || problems.byField().containsKey("reviewer")
            ? new Stewards.Item(
                id, item.revision(), owner, reviewer, item.approvedOn(), item.change())
            : item;
    return new ModelAndView(
        "toolkit/content-item",
        "page",
        pages.one(desk, content(kind, id), item, shown, problems.byField()));
  }

  private Content content(Kind kind, String id) {
    return library.newest().find(kind.word() + "/" + id).orElseThrow(NotHere::new);
  }

  private Stewards.Item item(Kind kind, String id) {
    return stewards.one(kind, id).orElseThrow(NotHere::new);
  }

  // A story has its own page, where it is taken down.
  private static Kind kind(String word) {
    return Word.find(Kind.class, word)
        .filter(kind -> kind != Kind.SPOTLIGHT)
        .orElseThrow(NotHere::new);
  }

  private static Optional<UUID> chosen(
      String sent, List<UUID> among, String field, Problems problems) {
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    var one = among.stream().filter(each -> each.toString().equals(sent)).findFirst();
    if (one.isEmpty()) {
      problems.add(field, "nobody-here");
    }
    return one;
  }

  private static Problems none() {
    return new Problems("toolkit");
  }

  private static ModelAndView unprocessable(ModelAndView view) {
    view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    return view;
  }

  private static ModelAndView back(DeskFrame desk, String kind, String id) {
    return new ModelAndView("redirect:%s/content/%s/%s".formatted(desk.home(), kind, id));
  }

  static List<Kind> kinds() {
    return Arrays.stream(Kind.values()).filter(kind -> kind != Kind.SPOTLIGHT).toList();
  }
}
