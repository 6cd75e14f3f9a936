package org.konbit.clients;

import java.util.EnumSet;
import java.util.Set;
import org.konbit.access.NotHere;
import org.konbit.access.Role;
import org.konbit.database.Acting;

/** Who at an organisation works with people's records. */
public final class ClientStaff {
  private static final Set<Role> KEEPERS =
      EnumSet.of(Role.NAVIGATOR, Role.LEGAL_STAFF, Role.LEGAL_SUPERVISOR, Role.PROGRAMME_MANAGER);
  private static final Set<Role> READERS = readers();

  private ClientStaff() {}

  private static Set<Role> readers() {
    var readers = EnumSet.copyOf(KEEPERS);
    readers.add(Role.PRIVACY_OFFICER);
    return readers;
  }

  /** Whether somebody in these roles sees them; the database asks the same. */
  public static boolean mayRead(Set<String> roles) {
    return READERS.stream().map(Role::key).anyMatch(roles::contains);
  }

  /** Whether somebody in these roles, by their keys, works with people. */
  public static boolean mayKeep(Set<String> roles) {
    return KEEPERS.stream().map(Role::key).anyMatch(roles::contains);
  }

  /** Whether whoever acts adds to them and changes them. */
  public static boolean keeps() {
    return isOneOf(KEEPERS);
  }

  /**
   * Goes on only if whoever acts sees people's records.
   *
   * @throws NotHere if not
   */
  static void mayRead() {
    if (!isOneOf(READERS)) {
      throw new NotHere();
    }
  }

  /**
   * Goes on only if whoever acts keeps people's records.
   *
   * @throws NotHere if not
   */
  public static void mayKeep() {
    if (!keeps()) {
      throw new NotHere();
    }
  }

  private static boolean isOneOf(Set<Role> roles) {
    return switch (Acting.now()) {
      case Acting.Member member -> roles.stream().map(Role::key).anyMatch(member.roles()::contains);
      case Acting.SystemActor _ -> true;
      case Acting.Self _ -> false;
    };
  }
}
