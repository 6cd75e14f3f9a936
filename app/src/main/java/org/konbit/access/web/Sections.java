package org.konbit.access.web;

import java.util.Set;
import org.konbit.access.Role;
import org.konbit.access.RoleSection;
import org.konbit.web.DeskSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk's own sections. */
@Configuration(proxyBeanMethods = false)
class Sections {
  @Bean
  DeskSection todaySection() {
    return new RoleSection("access.section.today", "", 0, Set.of());
  }

  @Bean
  DeskSection peopleSection() {
    return new RoleSection(
        "access.section.people", "people", 100, Set.of(Role.ORGANISATION_ADMINISTRATOR));
  }

  @Bean
  DeskSection organisationsSection() {
    return new RoleSection(
        "access.section.organisations", "organisations", 110, Set.of(Role.COALITION_ADMINISTRATOR));
  }

  @Bean
  DeskSection auditSection() {
    return new RoleSection(
        "access.section.audit",
        "audit",
        120,
        Set.of(Role.AUDITOR, Role.PRIVACY_OFFICER, Role.ORGANISATION_ADMINISTRATOR));
  }
}
