package org.konbit.toolkit.web;

import java.util.List;
import java.util.Optional;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * What changes for a group: what governments did, beside what the rule packs give it by date.
 *
 * @param language the language of the content, empty where it is the reader's
 * @param coverages a state each; empty for a group that is not told apart by status
 * @param isUsable whether the rule packs can be used
 */
public record ForGroupPage(
    PageFrame frame,
    Optional<String> language,
    Paper paper,
    String heading,
    List<Coverage> coverages,
    boolean isUsable,
    List<Touching> changes)
    implements Page {
  /**
   * An action that touches the group.
   *
   * @param on the words for the day it begins
   * @param effects what the packs give differently from that day on, a state each
   */
  public record Touching(Told told, String on, List<Effect> effects) {
    public Touching {
      effects = List.copyOf(effects);
    }
  }

  public ForGroupPage {
    coverages = List.copyOf(coverages);
    changes = List.copyOf(changes);
  }
}
