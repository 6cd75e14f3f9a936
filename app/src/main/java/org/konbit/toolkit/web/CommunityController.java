package org.konbit.toolkit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.konbit.directory.Spoken;
import org.konbit.language.Texts;
import org.konbit.toolkit.content.Announcement;
import org.konbit.toolkit.content.Job;
import org.konbit.toolkit.content.Photo;
import org.konbit.toolkit.content.Spotlight;
import org.konbit.web.PageFrame;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is announced, members' stories and jobs. A story is looked for in the database at every
 * request and kept by no browser, so that it is gone the moment its consent is.
 */
@Controller
class CommunityController {
  private static final String NEVER_KEPT =
      Optional.ofNullable(CacheControl.noStore().getHeaderValue()).orElseThrow();

  private final Items items;
  private final KeptPages kept;

  CommunityController(Items items, KeptPages kept) {
    this.items = items;
    this.kept = kept;
  }

  @GetMapping("/{lang}/community")
  ModelAndView community(PageFrame frame, HttpServletResponse response) {
    var t = frame.t();
    response.setHeader("Cache-Control", NEVER_KEPT);
    var announcements =
        items.catalogue().all(Announcement.class).stream()
            .map(each ->
                new CommunityPage.Line(
                    Items.link(frame, each),
                    each.expiresOn().toString(),
                    t.localize("toolkit.community.until", t.date(each.expiresOn())),
                    ""))
            .toList();
    var jobs = items.catalogue().all(Job.class).stream().map(job -> line(frame, job)).toList();
    var stories =
        items.spotlights().stream()
            .map(each -> new CommunityPage.Line(Items.link(frame, each), "", "", each.member()))
            .toList();
    var page =
        new CommunityPage(
            frame,
            Items.foreign(t),
            List.of(
                shelf(t, "announcements", announcements),
                shelf(t, "stories", stories),
                shelf(t, "jobs", jobs)));
    return new ModelAndView("toolkit/community", "page", page);
  }

  private static CommunityPage.Shelf shelf(Texts t, String id, List<CommunityPage.Line> lines) {
    return new CommunityPage.Shelf(
        id, t.localize("toolkit.community." + id), lines, t.localize("toolkit.community.no-" + id));
  }

  private static CommunityPage.Line line(PageFrame frame, Job job) {
    var t = frame.t();
    return new CommunityPage.Line(
        Items.link(frame, job),
        job.closesOn().toString(),
        t.localize("toolkit.community.until", t.date(job.closesOn())),
        "%s · %s · %s".formatted(job.employer(), job.place(), pay(t, job.pay())));
  }

  @GetMapping("/{lang}/announcements/{id}")
  ModelAndView announcement(PageFrame frame, @PathVariable String id) {
    var found =
        items
            .catalogue()
            .find(Announcement.class, "announcement/" + id)
            .orElseThrow(RightsController::gone);
    return kept.page(frame, () -> one(frame, found));
  }

  private ModelAndView one(PageFrame frame, Announcement found) {
    var t = frame.t();
    var page =
        new AnnouncementPage(
            frame,
            items.around(frame, found),
            found,
            t.localize("toolkit.announcement.until", t.date(found.expiresOn())));
    return new ModelAndView("toolkit/announcement", "page", page);
  }

  @GetMapping("/{lang}/spotlights/{id}")
  ModelAndView spotlight(PageFrame frame, @PathVariable String id, HttpServletResponse response) {
    var found = items.spotlight("spotlight/" + id).orElseThrow(RightsController::gone);
    response.setHeader("Cache-Control", NEVER_KEPT);
    var page =
        new SpotlightPage(
            frame,
            items.around(frame, found),
            found,
            frame.t().localize("toolkit.spotlight.told", found.member()),
            found.photo().map(_ -> Items.address(frame.home(), found) + "/photo"));
    return new ModelAndView("toolkit/spotlight", "page", page);
  }

  @GetMapping("/{lang}/spotlights/{id}/photo")
  ResponseEntity<byte[]> photo(PageFrame frame, @PathVariable String id) {
    Photo photo =
        items
            .spotlight("spotlight/" + id)
            .flatMap(Spotlight::photo)
            .orElseThrow(RightsController::gone);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(photo.mediaType()))
        .cacheControl(CacheControl.noStore())
        .body(photo.bytes());
  }

  @GetMapping("/{lang}/jobs/{id}")
  ModelAndView job(PageFrame frame, @PathVariable String id) {
    var found = items.catalogue().find(Job.class, "job/" + id).orElseThrow(RightsController::gone);
    return kept.page(
        frame,
        () ->
            new ModelAndView(
                "toolkit/job",
                "page",
                new JobPage(frame, items.around(frame, found), found, facts(frame.t(), found))));
  }

  private static List<ChangePage.Fact> facts(Texts t, Job job) {
    var languages =
        job.languages().stream()
            .map(tag -> Spoken.of(tag).map(Spoken::ownName).orElse(tag))
            .toList();
    return List.of(
        new ChangePage.Fact(t.localize("toolkit.job.employer"), job.employer(), true),
        new ChangePage.Fact(t.localize("toolkit.job.place"), job.place(), true),
        new ChangePage.Fact(t.localize("toolkit.job.pay"), pay(t, job.pay()), false),
        new ChangePage.Fact(t.localize("toolkit.job.languages"), t.list(languages), false),
        new ChangePage.Fact(t.localize("toolkit.job.closes"), t.date(job.closesOn()), false));
  }

  private static String pay(Texts t, Job.Pay pay) {
    return t.localize(
        "toolkit.job.pay-" + pay.per().word(), dollars(pay.from()), dollars(pay.to()));
  }

  // As everywhere: $1,234, and cents only where there are some.
  private static String dollars(java.math.BigDecimal amount) {
    return amount.stripTrailingZeros().scale() <= 0
        ? String.format(Locale.ROOT, "$%,.0f", amount)
        : String.format(Locale.ROOT, "$%,.2f", amount);
  }
}
