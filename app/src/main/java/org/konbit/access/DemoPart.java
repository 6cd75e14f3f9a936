package org.konbit.access;

import java.util.List;
import java.util.UUID;

/**
 * What a module adds to the demonstration. A module offers a bean of this type under the profile
 * {@code demo}; it is called once, after the organisations and people are there.
 */
public interface DemoPart {
  /** Somebody fictional, in one role. */
  record Somebody(UUID person, UUID organisation, String name, Role role) {}

  /** Adds fictional data; whoever acts, the part says itself. */
  void add(List<Somebody> people);
}
