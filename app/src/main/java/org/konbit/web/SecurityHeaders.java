package org.konbit.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.stereotype.Component;

/**
 * What every answer tells the browser: run nothing, fetch from nobody else, tell nobody where the
 * reader came from, be framed by nobody; and search engines: keep no copy.
 */
@Component
@FilterRegistration(dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
class SecurityHeaders extends HttpFilter {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
              + "base-uri 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), "
              + "interest-cohort=(), magnetometer=(), microphone=(), midi=(), payment=(), "
              + "serial=(), usb=()",
          "X-Robots-Tag",
          "noarchive");

  // Passkeys need a script of ours, and nobody else's.
  private static final String DESK_POLICY =
      HEADERS.get("Content-Security-Policy") + "; script-src 'self'; connect-src 'self'";

  private final transient WebSettings settings;

  SecurityHeaders(WebSettings settings) {
    this.settings = settings;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HEADERS.forEach(response::setHeader);
    if (request.getRequestURI().startsWith("/desk/")) {
      response.setHeader("Content-Security-Policy", DESK_POLICY);
      response.setHeader("Cache-Control", "no-store");
    }
    if (settings.url().startsWith("https:")) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    chain.doFilter(request, response);
  }
}
