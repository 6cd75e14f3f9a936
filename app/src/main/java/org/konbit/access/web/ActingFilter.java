package org.konbit.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.konbit.access.SignedIn;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets whoever is signed in act for the organisation they chose, for as long as the request. */
class ActingFilter extends OncePerRequestFilter {
  // What a person may do before choosing.
  private static final Pattern OWN =
      Pattern.compile(
          "/desk/[^/]+/(organisation|settings.*|prove.*|sign-.*|invitation/.*|welcome)");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var who = AtTheDesk.ifAny();
    if (who.isEmpty()) {
      chain.doFilter(request, response);
    } else if (who.get().chosen().isEmpty() && !OWN.matcher(request.getRequestURI()).matches()) {
      response.sendRedirect(DeskEntry.desk(request) + "/organisation");
    } else {
      within(who.get(), request, response, chain);
    }
  }

  private static void within(
      SignedIn who, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      who.acting()
          .call(() -> {
            try {
              chain.doFilter(request, response);
              return who;
            } catch (IOException e) {
              throw new ServletException(e);
            }
          });
    } catch (ServletException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw e;
    }
  }
}
