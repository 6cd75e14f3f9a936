package org.konbit.access.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konbit.access.NotHere;
import org.konbit.access.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Somebody who is signed in, as Spring Security knows them. What they may do, the services ask. */
final class AtTheDesk extends AbstractAuthenticationToken {
  private final transient SignedIn who;

  AtTheDesk(SignedIn who) {
    super(AuthorityUtils.NO_AUTHORITIES);
    this.who = who;
    setAuthenticated(true);
  }

  /** Whoever sent the request that this thread serves, if they are signed in. */
  static Optional<SignedIn> ifAny() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof AtTheDesk desk
        ? Optional.of(desk.who)
        : Optional.empty();
  }

  /** Whoever sent the request that this thread serves. */
  static SignedIn now() {
    return ifAny().orElseThrow(NotHere::new);
  }

  @Override
  public SignedIn getPrincipal() {
    return who;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return who.person().toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AtTheDesk desk && desk.who.equals(who);
  }

  @Override
  public int hashCode() {
    return who.hashCode();
  }
}
