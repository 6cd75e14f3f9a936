package org.konbit.access;

import java.util.Set;
import org.konbit.web.DeskSection;

/**
 * A part of the desk for those who hold one of some roles.
 *
 * @param roles who sees it; if there are none, everybody does
 */
public record RoleSection(String key, String place, int order, Set<Role> roles)
    implements DeskSection {
  @Override
  public boolean isFor(Set<String> held) {
    return roles.isEmpty() || roles.stream().map(Role::key).anyMatch(held::contains);
  }

  /**
   * Goes on only if whoever acts may see it.
   *
   * @throws NotHere if not
   */
  public void required() {
    if (!roles.isEmpty() && roles.stream().noneMatch(Role::isHeld)) {
      throw new NotHere();
    }
  }
}
