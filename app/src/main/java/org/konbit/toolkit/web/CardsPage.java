package org.konbit.toolkit.web;

import java.util.List;
import java.util.Optional;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * What can be taken along.
 *
 * @param language the language of the content, empty where it is the reader's
 * @param pack the address of everything in one file, without its ending
 * @param fingerprint what tells the key that the file is signed with
 * @param check the line for a terminal that checks the file
 */
public record CardsPage(
    PageFrame frame,
    Optional<String> language,
    List<Link> cards,
    String pack,
    String fingerprint,
    String check)
    implements Page {
  public CardsPage {
    cards = List.copyOf(cards);
  }
}
