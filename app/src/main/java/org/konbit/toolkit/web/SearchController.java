package org.konbit.toolkit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.konbit.web.IdentifyingNumber;
import org.konbit.web.PageFrame;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Search. The words travel in the body of a form, so that no address, history or log holds them,
 * and nothing of them is kept.
 */
@Controller
class SearchController {
  private static final int LONGEST = 200;

  private final Finding finding;

  SearchController(Finding finding) {
    this.finding = finding;
  }

  @GetMapping("/{lang}/search")
  ModelAndView ask(PageFrame frame) {
    var _ = finding.prepare();
    return view(SearchPage.empty(frame, "", Optional.empty()));
  }

  @PostMapping("/{lang}/search")
  ModelAndView search(
      PageFrame frame,
      @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String sure,
      HttpServletResponse response) {
    response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
    var problem = problem(words, sure.equals("yes"));
    if (problem.isPresent()) {
      var view =
          view(SearchPage.empty(frame, words, problem.map(each -> frame.t().localize(each))));
      view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return view;
    }
    var answer = finding.find(frame, words);
    return view(
        new SearchPage(
            frame,
            words,
            Optional.of(frame.t().localize("toolkit.search.count", answer.found().size())),
            Optional.empty(),
            answer.found(),
            answer.services(),
            answer.isPlain()));
  }

  // Whoever typed somebody's number is asked before anything is looked for, and only once.
  private static Optional<String> problem(String words, boolean isSure) {
    if (words.isBlank()) {
      return Optional.of("toolkit.search.empty");
    }
    if (words.length() > LONGEST) {
      return Optional.of("toolkit.search.long");
    }
    return !isSure && IdentifyingNumber.isIn(words)
        ? Optional.of("toolkit.search.personal")
        : Optional.empty();
  }

  private static ModelAndView view(SearchPage page) {
    return new ModelAndView("toolkit/search", "page", page);
  }
}
