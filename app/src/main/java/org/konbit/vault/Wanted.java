package org.konbit.vault;

import java.util.List;
import java.util.Set;

/**
 * What somebody looks for: of every group, at least one term.
 *
 * @param groups none of them empty; without any, nothing is looked for
 */
public record Wanted(List<Set<String>> groups) {
  public Wanted {
    groups = groups.stream().map(Set::copyOf).toList();
    if (groups.stream().anyMatch(Set::isEmpty)) {
      throw new IllegalArgumentException("A group without terms can never be met.");
    }
  }

  /**
   * Whether a record with these terms is among what is looked for. A blind index only suggests:
   * every candidate is opened and asked here before it is shown.
   */
  public boolean isMetBy(Set<String> kept) {
    return !groups.isEmpty()
        && groups.stream().allMatch(group -> group.stream().anyMatch(kept::contains));
  }
}
