package org.konbit.toolkit.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every item of content.
 *
 * @param tab the title of the browser's tab, which gives nothing away where it could do harm
 * @param language the language of the content, empty where it is the reader's
 * @param leave whether the page can be left at once
 * @param leaver the script by which a few strokes of a key do that; empty where a link is enough
 * @param places where it holds
 * @param groups whom it is for; empty if that is nobody in particular
 * @param checked when it was checked, and what no lawyer has approved
 * @param kept which wording it is, and when it is looked at again
 * @param versions the address of every wording it had
 * @param corrected what was corrected lately
 * @param due what is said once it should have been checked again
 * @param weak whether nothing better than a weak source stands behind it
 * @param help where the directory has who helps with it
 */
public record Item(
    String tab,
    Optional<String> language,
    boolean leave,
    Optional<String> leaver,
    String places,
    String groups,
    String checked,
    String approval,
    String kept,
    Optional<String> versions,
    Optional<Corrected> corrected,
    Optional<String> due,
    boolean weak,
    List<Cited> sources,
    List<Link> related,
    List<Link> help,
    Paper paper) {
  /** That the item was corrected, and when; and what it said before. */
  public record Corrected(String told, Difference difference) {}

  /** A source as readers see it. */
  public record Cited(
      String title, String publisher, Optional<String> address, String dates, String confidence) {}

  public Item {
    sources = List.copyOf(sources);
    related = List.copyOf(related);
    help = List.copyOf(help);
  }

  /** The {@code lang} attribute of the content, if it needs one. */
  public @Nullable String lang() {
    return language.orElse(null);
  }

  /** The {@code dir} attribute of the content, if it needs one. */
  public @Nullable String dir() {
    return language.map(_ -> "ltr").orElse(null);
  }
}
