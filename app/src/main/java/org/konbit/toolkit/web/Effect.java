package org.konbit.toolkit.web;

import java.util.List;

/** What the rule packs give differently in a state from a day on. */
public record Effect(String state, List<Shift> shifts) {
  /**
   * Some people of one status who get something else.
   *
   * @param who their ages and conditions
   */
  public record Shift(
      Coverage.Said status, String variant, String who, Coverage.Said from, Coverage.Said to) {}

  public Effect {
    shifts = List.copyOf(shifts);
  }
}
