package org.konbit.simulation.reform;

import java.time.LocalDate;
import java.util.List;

/**
 * A proposed change of the law: a pack laid over the packs in force.
 *
 * @param id its folder's name, such as {@code husky-r3}
 * @param states the states whose families it can touch
 * @param over the reforms that it builds upon, by id, the lowest first
 * @param from the first day on which its text holds
 * @param bill the bill that would make it law, or that none was found
 * @param about what it does, in a sentence
 * @param dateNote where the date comes from
 * @param stateSharePercent how much of what it costs the state pays, 0 to 100; the rest is federal
 */
public record Reform(
    String id,
    String title,
    List<String> states,
    List<String> over,
    LocalDate from,
    String bill,
    String cite,
    String about,
    String dateNote,
    int stateSharePercent) {
  public Reform {
    states = List.copyOf(states);
    over = List.copyOf(over);
    if (stateSharePercent < 0 || stateSharePercent > 100) {
      throw new IllegalArgumentException(
          "The state's share (%d) of (%s) is not from 0 to 100.".formatted(stateSharePercent, id));
    }
  }
}
