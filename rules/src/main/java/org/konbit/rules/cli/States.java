package org.konbit.rules.cli;

import java.util.stream.Collectors;
import org.konbit.rules.command.WrongUsage;
import org.konbit.rules.pack.RulePacks;

/** The states whose law is held. */
final class States {
  private States() {}

  static void check(RulePacks law, String state) {
    if (law.placeOfState(state).isEmpty()) {
      var known =
          law.places().stream()
              .flatMap(place -> place.state().stream())
              .collect(Collectors.joining(", "));
      throw new WrongUsage(
          "These packs hold no law of the state (%s).\nThey have %s.".formatted(state, known));
    }
  }
}
