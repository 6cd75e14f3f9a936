package org.konbit.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Whoever reads a public page is nobody in particular: no session, no cookie, no sign-in. It is the
 * last chain, for every address that no other chain has claimed.
 */
@Configuration(proxyBeanMethods = false)
class PublicSecurity {
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  SecurityFilterChain publicPages(HttpSecurity http) {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // A forged request can do nothing here: there is nothing that a browser would send along.
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        // SecurityHeaders says more, and says it on error pages too.
        .headers(AbstractHttpConfigurer::disable)
        .build();
  }
}
