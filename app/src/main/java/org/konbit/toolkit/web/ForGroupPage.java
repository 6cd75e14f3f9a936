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
    String heading,
    String printed,
    List<Coverage> coverages,
    boolean isUsable,
    List<Told> changes)
    implements Page {
  public ForGroupPage {
    coverages = List.copyOf(coverages);
    changes = List.copyOf(changes);
  }
}
