package org.konbit.vault.audit;

import java.util.Set;
import java.util.TreeSet;

/** Role keys in one column, in one order. */
final class Roles {
  private Roles() {}

  static String joined(Set<String> roles) {
    return String.join(",", new TreeSet<>(roles));
  }

  static Set<String> split(String joined) {
    return joined.isEmpty() ? Set.of() : Set.of(joined.split(",", -1));
  }
}
