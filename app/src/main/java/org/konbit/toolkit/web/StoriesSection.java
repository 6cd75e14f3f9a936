package org.konbit.toolkit.web;

import java.util.List;
import java.util.Set;
import org.konbit.access.NotHere;
import org.konbit.access.Role;
import org.konbit.web.DeskSection;
import org.springframework.stereotype.Component;

/** Members' stories at the desk, for those who may take one down. */
@Component
class StoriesSection implements DeskSection {
  private static final List<Role> THOSE = List.of(Role.EDITOR, Role.COALITION_ADMINISTRATOR);

  @Override
  public String key() {
    return "toolkit.section.stories";
  }

  @Override
  public String place() {
    return "stories";
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public boolean isFor(Set<String> roles) {
    return THOSE.stream().map(Role::key).anyMatch(roles::contains);
  }

  /**
   * Goes on only if whoever acts may.
   *
   * @throws NotHere if not
   */
  static void required() {
    if (THOSE.stream().noneMatch(Role::isHeld)) {
      throw new NotHere();
    }
  }
}
