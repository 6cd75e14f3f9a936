package org.konbit.toolkit.web;

import java.util.Set;
import org.konbit.access.Role;
import org.konbit.access.RoleSection;
import org.konbit.web.DeskSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The toolkit at the desk. */
@Configuration(value = "toolkitSections", proxyBeanMethods = false)
class Sections {
  /** The published content: who answers for it and what is due. */
  static final RoleSection CONTENT =
      new RoleSection(
          "toolkit.section.content",
          "content",
          85,
          Set.of(Role.EDITOR, Role.REVIEWER, Role.COALITION_ADMINISTRATOR));

  /** Members' stories, for those who may take one down. */
  static final RoleSection STORIES =
      new RoleSection(
          "toolkit.section.stories",
          "stories",
          90,
          Set.of(Role.EDITOR, Role.COALITION_ADMINISTRATOR));

  @Bean
  DeskSection contentSection() {
    return CONTENT;
  }

  @Bean
  DeskSection storiesSection() {
    return STORIES;
  }
}
