package org.konbit.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.konbit.language.Languages;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Leads whoever is not signed in, or not any more, to the door in the language they read. */
@Component
class DeskEntry implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final Languages languages;
  private final DeskCookies cookies;

  DeskEntry(Languages languages, DeskCookies cookies) {
    this.languages = languages;
    this.cookies = cookies;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    boolean wasIn = cookies.session(request).isPresent();
    cookies.end(response);
    response.sendRedirect("/desk/%s/sign-in%s".formatted(language(request), wasIn ? "?ended" : ""));
  }

  /** A form without its token: it is not ours, or it waited longer than its cookie. */
  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
      throws IOException {
    response.sendError(HttpServletResponse.SC_FORBIDDEN);
  }

  private String language(HttpServletRequest request) {
    String tag = tag(request);
    return languages.tagged(tag).orElseGet(languages::source).tag();
  }

  /** The desk's address in the language of a request that has one. */
  static String desk(HttpServletRequest request) {
    return "/desk/" + tag(request);
  }

  private static String tag(HttpServletRequest request) {
    String[] parts = request.getRequestURI().split("/", 4);
    return parts.length > 2 ? parts[2] : "";
  }
}
