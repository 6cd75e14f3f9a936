package org.konbit.access.web;

import java.util.Set;
import org.konbit.access.Role;
import org.konbit.web.DeskSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk's own sections. */
@Configuration(proxyBeanMethods = false)
class Sections {
  /** A section for those who hold one of some roles, or for everybody if none is named. */
  private record Section(String key, String place, int order, Set<Role> roles)
      implements DeskSection {
    @Override
    public boolean isFor(Set<String> held) {
      return roles.isEmpty() || roles.stream().map(Role::key).anyMatch(held::contains);
    }
  }

  @Bean
  DeskSection todaySection() {
    return new Section("access.section.today", "", 0, Set.of());
  }

  @Bean
  DeskSection peopleSection() {
    return new Section(
        "access.section.people", "people", 100, Set.of(Role.ORGANISATION_ADMINISTRATOR));
  }

  @Bean
  DeskSection organisationsSection() {
    return new Section(
        "access.section.organisations", "organisations", 110, Set.of(Role.COALITION_ADMINISTRATOR));
  }

  @Bean
  DeskSection auditSection() {
    return new Section(
        "access.section.audit",
        "audit",
        120,
        Set.of(Role.AUDITOR, Role.PRIVACY_OFFICER, Role.ORGANISATION_ADMINISTRATOR));
  }
}
