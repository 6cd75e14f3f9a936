package org.konbit.directory.find;

import java.util.List;
import java.util.Optional;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * Find help: the question, and what was found.
 *
 * @param words what was typed, and so on
 * @param which places that the typed one may be, each a button
 * @param isPersonal whether the words hold what tells who somebody is, so that nothing was looked
 *     for yet
 * @param placeProblem what is wrong with the typed place; else empty
 * @param results what was found, once something was asked
 */
public record HelpPage(
    PageFrame frame,
    String words,
    List<Choice> needs,
    String place,
    List<Choice> miles,
    List<Choice> languages,
    boolean isNow,
    boolean isPersonal,
    List<Choice> which,
    String placeProblem,
    Optional<Results> results)
    implements Page {
  /**
   * What was found.
   *
   * @param told how many, and near where
   * @param notes what else to know about them
   * @param page from 1
   * @param drops if nothing was found: what could be left out, each a button
   */
  public record Results(
      String told, List<String> notes, List<Item> items, int page, int pages, List<Choice> drops) {}

  /**
   * A service, or an organisation of which no service is known.
   *
   * @param organisation who offers it; empty where that is the name already
   * @param where how far it is and in which town, or how else it is reached
   * @param about the beginning of what it says of itself
   * @param fresh who confirmed it when
   */
  public record Item(
      String address,
      String name,
      String organisation,
      String where,
      Optional<String> about,
      List<Phone> phones,
      List<Choice> languages,
      Optional<Mark> intake,
      String fresh,
      boolean isConfirmed) {}

  /** A number to call. */
  public record Phone(String number, String link, Optional<String> note) {}

  /**
   * A word with a shape.
   *
   * @param shape as the stylesheet names it: yes, partial, no or open
   */
  public record Mark(String shape, String text) {}

  /** Where the form is sent. */
  public String action() {
    return frame.home() + "/help";
  }

  @Override
  public String toString() { // somebody may have typed a name
    return "HelpPage";
  }
}
