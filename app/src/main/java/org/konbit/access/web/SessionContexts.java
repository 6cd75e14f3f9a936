package org.konbit.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.konbit.access.signin.Sessions;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Finds out with every request who is signed in, so that an end holds from the very next one. */
@Component
class SessionContexts implements SecurityContextRepository {
  private final Sessions sessions;
  private final DeskCookies cookies;

  SessionContexts(Sessions sessions, DeskCookies cookies) {
    this.sessions = sessions;
    this.cookies = cookies;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(request);
  }

  private SecurityContext load(HttpServletRequest request) {
    var context = SecurityContextHolder.createEmptyContext();
    cookies
        .session(request)
        .flatMap(sessions::holder)
        .map(AtTheDesk::new)
        .ifPresent(context::setAuthentication);
    return context;
  }

  @Override
  @SuppressWarnings("deprecation") // the interface still asks for it
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return load(holder.getRequest());
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    // A session begins by signing in and in no other way.
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return cookies.session(request).isPresent();
  }

  private final class Deferred implements DeferredSecurityContext {
    private final HttpServletRequest request;
    private SecurityContext found = SecurityContextHolder.createEmptyContext();
    private boolean isLoaded;

    Deferred(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public SecurityContext get() {
      if (!isLoaded) {
        found = load(request);
        isLoaded = true;
      }
      return found;
    }

    @Override
    public boolean isGenerated() {
      return get().getAuthentication() == null;
    }
  }
}
