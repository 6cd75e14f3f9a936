package org.konbit.screening.interview;

import java.util.Set;
import org.konbit.access.Role;
import org.konbit.access.RoleSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Screening at the desk, for those who work with people. */
@Configuration(proxyBeanMethods = false)
class ScreeningSections {
  static final RoleSection SCREENING =
      new RoleSection(
          "screening.section.screening",
          "screening",
          15,
          Set.of(Role.NAVIGATOR, Role.LEGAL_STAFF, Role.LEGAL_SUPERVISOR, Role.PROGRAMME_MANAGER));

  @Bean
  RoleSection screeningSection() {
    return SCREENING;
  }
}
