package org.konbit.web;

import java.util.Set;

/**
 * A part of the desk that stands in the bar at its top. A module adds its own by offering a bean of
 * this type; the addresses below it are the module's to guard.
 */
public interface DeskSection {
  /** The message key of its name. */
  String key();

  /** Its place below {@code /desk/{lang}}, such as {@code people}. */
  String place();

  /** Sections stand in the order of these numbers: 0 for today, 100 and more for administration. */
  int order();

  /** Whether it is shown to a person of these roles, as role keys. */
  boolean isFor(Set<String> roles);
}
