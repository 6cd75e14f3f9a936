package org.konbit.referrals.exchange;

import java.util.Set;
import java.util.UUID;
import org.konbit.access.NotHere;
import org.konbit.access.Role;
import org.konbit.database.Acting;

/** Who works on referrals. */
public final class Workers {
  private static final Set<Role> ROLES =
      Set.of(Role.NAVIGATOR, Role.PROGRAMME_MANAGER, Role.LEGAL_STAFF, Role.LEGAL_SUPERVISOR);

  private Workers() {}

  /** Whether a person of these roles, as role keys, does. */
  public static boolean are(Set<String> roles) {
    return ROLES.stream().map(Role::key).anyMatch(roles::contains);
  }

  /**
   * Goes on only for somebody who does.
   *
   * @return the organisation that acts
   * @throws NotHere for anybody else
   */
  static UUID required() {
    var actor = Acting.now();
    if (!are(actor.actingAs())) {
      throw new NotHere();
    }
    return actor.actingFor().orElseThrow(NotHere::new);
  }

  /**
   * Goes on only for somebody who does.
   *
   * @throws NotHere for anybody else
   */
  public static void mustBe() {
    required();
  }

  /** Whether whoever acts may see legal matters. */
  static boolean isLegal() {
    return Role.LEGAL_STAFF.isHeld() || Role.LEGAL_SUPERVISOR.isHeld();
  }
}
