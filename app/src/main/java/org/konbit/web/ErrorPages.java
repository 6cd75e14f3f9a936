package org.konbit.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.konbit.language.Language;
import org.konbit.language.Languages;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Every error in plain words, in the language of the address that failed; for other systems as a
 * problem (RFC 9457).
 */
@Controller
class ErrorPages implements ErrorController {
  private final Languages languages;
  private final PageFrames frames;

  ErrorPages(Languages languages, PageFrames frames) {
    this.languages = languages;
    this.frames = frames;
  }

  @RequestMapping("${spring.web.error.path:/error}")
  Object error(HttpServletRequest request) {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404; // somebody typed the address /error
    return failed(request).startsWith("/api/") ? problem(request, status) : page(request, status);
  }

  private static ResponseEntity<ProblemDetail> problem(HttpServletRequest request, int status) {
    var problem = ProblemDetail.forStatus(status);
    problem.setInstance(UriComponentsBuilder.fromPath(failed(request)).build().toUri());
    return ResponseEntity.of(problem).build();
  }

  private ModelAndView page(HttpServletRequest request, int status) {
    var page = new ErrorPage(frames.withoutAddress(languageOf(request)), ErrorPage.Kind.of(status));
    var view = new ModelAndView("web/error", "page", page);
    view.setStatus(HttpStatusCode.valueOf(status));
    return view;
  }

  private Language languageOf(HttpServletRequest request) {
    String[] parts = failed(request).substring(1).split("/", 3);
    String tag = parts[0].equals("desk") && parts.length > 1 ? parts[1] : parts[0];
    return languages
        .tagged(tag)
        .orElseGet(() ->
            languages.preferred(
                Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)).orElse("")));
  }

  /** The address that failed. */
  private static String failed(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String address
        ? address
        : "/";
  }
}
