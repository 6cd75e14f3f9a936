package org.konbit.toolkit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.konbit.language.Language;
import org.konbit.language.Languages;
import org.konbit.language.Messages;
import org.konbit.toolkit.content.GovernmentAction;
import org.konbit.toolkit.content.When;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What has changed, for feed readers and calendars. Nothing is kept of who asks. */
@Controller
@EnableConfigurationProperties(ToolkitSettings.class)
class FeedsController {
  private static final CacheControl BRIEFLY =
      CacheControl.maxAge(Duration.ofMinutes(15)).cachePublic();

  private final Items items;
  private final Languages languages;
  private final Messages messages;
  private final Papers papers;
  private final ToolkitSettings settings;

  FeedsController(
      Items items,
      Languages languages,
      Messages messages,
      Papers papers,
      ToolkitSettings settings) {
    this.items = items;
    this.languages = languages;
    this.messages = messages;
    this.papers = papers;
    this.settings = settings;
  }

  @GetMapping("/feeds/{tag}/changes.{form:rss|atom|json|ics}")
  ResponseEntity<?> changes(
      HttpServletRequest request,
      @PathVariable String tag,
      @PathVariable String form,
      @RequestParam(defaultValue = "") String group,
      @RequestParam(defaultValue = "") String program,
      @RequestParam(defaultValue = "") String state) {
    var language = languages.tagged(tag).orElseThrow(RightsController::gone);
    var question = ChangesQuestion.read(group, program, state);
    if (!question.isWhole()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    var announced = announced(request, language, question);
    return switch (form) {
      case "rss" -> feed("application/rss+xml", Syndication.xml(announced, "rss_2.0"));
      case "atom" -> feed("application/atom+xml", Syndication.xml(announced, "atom_1.0"));
      case "ics" -> feed("text/calendar", Calendar.of(announced));
      default ->
          ResponseEntity.ok()
              .contentType(new MediaType("application", "feed+json"))
              .cacheControl(BRIEFLY)
              .body(Syndication.json(announced));
    };
  }

  private static ResponseEntity<byte[]> feed(String type, String text) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
        .cacheControl(BRIEFLY)
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  private Announced announced(
      HttpServletRequest request, Language language, ChangesQuestion question) {
    var origin = papers.origin();
    var home = origin + "/" + language.tag();
    var t = messages.in(language);
    var tellings = new Tellings(t, home, items.today());
    return new Announced(
        settings.name(),
        t.localize("toolkit.feed.title", settings.name()),
        home + "/changes" + question.query(),
        origin + request.getRequestURI() + question.query(),
        language.tag(),
        Tellings.newestFirst(items.catalogue().all(GovernmentAction.class), items.today())
            .filter(question::isFor)
            .map(action -> entry(action, tellings))
            .toList());
  }

  private Announced.Entry entry(GovernmentAction action, Tellings tellings) {
    var told = tellings.told(action);
    return new Announced.Entry(
        action.heading().id(),
        told.title(),
        told.summary() + " " + told.standing(),
        told.address(),
        start(action.latest(items.today()).on().first()),
        day(action.effectiveOn()),
        start(action.heading().checkedOn()));
  }

  private static Optional<LocalDate> day(Optional<When> when) {
    return when.filter(each -> each.known() == When.Known.DAY).map(When::first);
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
