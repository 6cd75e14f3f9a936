package org.konbit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.konbit.language.Languages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The front door. */
@Controller
class HomeController {
  private static final int PIECES = 3;

  private final Languages languages;
  private final List<HomeNews> news;

  HomeController(Languages languages, List<HomeNews> news) {
    this.languages = languages;
    this.news = news;
  }

  /** Leads a reader who named no language to the one the browser asks for. */
  @GetMapping("/")
  ResponseEntity<Void> door(HttpServletRequest request) {
    String wish = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)).orElse("");
    return ResponseEntity.status(HttpStatus.FOUND)
        .location(URI.create("/" + languages.preferred(wish).tag()))
        .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  @GetMapping("/{lang}")
  ModelAndView home(PageFrame frame) {
    var latest =
        news.stream().flatMap(each -> each.latest(frame.t(), PIECES).stream()).limit(PIECES);
    return new ModelAndView("web/home", "page", new HomePage(frame, latest.toList()));
  }
}
