package org.konbit.access.web;

import jakarta.servlet.DispatcherType;
import org.konbit.access.Origin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/** Who may come to the desk: those who are signed in, and whoever is about to. */
@Configuration(proxyBeanMethods = false)
class DeskSecurity {
  private static final int BEFORE_THE_PUBLIC_CHAIN = 10;

  @Bean
  @Order(BEFORE_THE_PUBLIC_CHAIN)
  SecurityFilterChain desk(
      HttpSecurity http, SessionContexts contexts, DeskEntry entry, Origin origin) {
    return http.securityMatcher("/desk", "/desk/**")
        .securityContext(context -> context.securityContextRepository(contexts))
        .authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers(
                    "/desk",
                    "/desk/demo/**",
                    "/desk/*/sign-in",
                    "/desk/*/sign-in/**",
                    "/desk/*/invitation/**")
                .permitAll()
                .anyRequest()
                .authenticated())
        .csrf(csrf -> csrf.csrfTokenRepository(formTokens(origin)))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(entry).accessDeniedHandler(entry))
        .addFilterBefore(new OwnFormsOnly(), CsrfFilter.class)
        .addFilterAfter(new ActingFilter(), AuthorizationFilter.class)
        // The session is ours and in PostgreSQL; the container is to make none.
        .sessionManagement(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .build();
  }

  /** The token that proves a form to be ours, kept in a cookie that scripts cannot read. */
  private static CookieCsrfTokenRepository formTokens(Origin origin) {
    var repository = new CookieCsrfTokenRepository();
    repository.setCookieName("konbit_form");
    repository.setCookiePath(DeskCookies.PATH);
    repository.setCookieCustomizer(
        cookie -> cookie.httpOnly(true).sameSite("Strict").secure(origin.isSecure()));
    return repository;
  }
}
