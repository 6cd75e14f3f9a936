package org.konbit.directory;

import java.util.List;
import java.util.Optional;
import org.konbit.language.Texts;

/** What the directory has, for pages that are not the directory's own. */
public interface Listings {
  /**
   * A service, or an organisation of which no service is known, as lists tell it.
   *
   * @param address where readers find it whole
   * @param organisation who offers it; empty where that is the name already
   * @param where in which town, or how else it is reached
   * @param about the beginning of what it says of itself, in its own words
   */
  record Listed(
      String address, String name, String organisation, String where, Optional<String> about) {}

  /**
   * What fits words in any language, best first. Nothing of them is kept.
   *
   * @param t the reader's language
   */
  List<Listed> matching(Texts t, String words, int most);
}
