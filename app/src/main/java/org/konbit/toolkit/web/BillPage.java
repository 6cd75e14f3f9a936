package org.konbit.toolkit.web;

import java.util.List;
import java.util.Optional;
import org.konbit.toolkit.content.Bill;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * One bill with its history, the newest step first.
 *
 * @param fate what its session's end did or will do to it
 * @param noted who said what is known beyond the history, and when
 */
public record BillPage(
    PageFrame frame,
    Item item,
    Bill bill,
    String standing,
    Optional<String> fate,
    Optional<String> noted,
    List<ChangePage.Fact> facts,
    List<ChangePage.Happened> steps)
    implements Page {
  public BillPage {
    facts = List.copyOf(facts);
    steps = List.copyOf(steps);
  }
}
