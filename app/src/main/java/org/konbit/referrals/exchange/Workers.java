package org.konbit.referrals.exchange;

import java.util.UUID;
import org.konbit.access.NotHere;
import org.konbit.access.Role;
import org.konbit.clients.ClientStaff;
import org.konbit.database.Acting;

/** Who works on referrals: those who work with people. */
public final class Workers {
  private Workers() {}

  /**
   * Goes on only for somebody who does.
   *
   * @return the organisation that acts
   * @throws NotHere for anybody else
   */
  static UUID required() {
    var actor = Acting.now();
    if (!ClientStaff.mayKeep(actor.actingAs())) {
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
  public static boolean isLegal() {
    return Role.LEGAL_STAFF.isHeld() || Role.LEGAL_SUPERVISOR.isHeld();
  }
}
