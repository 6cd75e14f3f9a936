package org.konbit.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.konbit.access.Origin;
import org.konbit.access.signin.Devices;
import org.konbit.access.signin.Means;
import org.konbit.access.signin.Sessions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The desk's cookies. Browsers send them to the desk alone, to no script, and with no request that
 * another site caused.
 */
@Component
class DeskCookies {
  static final String PATH = "/desk";

  private static final String SESSION = "konbit_desk";
  private static final String DEVICE = "konbit_device";
  private static final Duration DEVICE_LASTS = Duration.ofDays(365);

  private final Sessions sessions;
  private final Devices devices;
  private final Origin origin;

  DeskCookies(Sessions sessions, Devices devices, Origin origin) {
    this.sessions = sessions;
    this.devices = devices;
    this.origin = origin;
  }

  /** Signs a person in on the device that asks. */
  void begin(UUID person, Means means, HttpServletRequest request, HttpServletResponse response) {
    String agent = Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
    String token = sessions.begin(person, means, Devices.label(agent));
    add(response, cookie(SESSION, token).build());
    add(response, cookie(DEVICE, devices.remember(person)).maxAge(DEVICE_LASTS).build());
  }

  /** Takes the sign-in from the device; the device is still known. */
  void end(HttpServletResponse response) {
    add(response, cookie(SESSION, "").maxAge(Duration.ZERO).build());
  }

  Optional<String> session(HttpServletRequest request) {
    return value(request, SESSION);
  }

  Optional<String> device(HttpServletRequest request) {
    return value(request, DEVICE);
  }

  private static Optional<String> value(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
    return ResponseCookie.from(name, value)
        .path(PATH)
        .httpOnly(true)
        .sameSite("Strict")
        .secure(origin.isSecure());
  }

  private static void add(HttpServletResponse response, ResponseCookie cookie) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
