package org.konbit.directory.find;

import java.util.List;
import java.util.Optional;
import org.konbit.directory.find.HelpPage.Mark;
import org.konbit.directory.find.HelpPage.Phone;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * One organisation, on one sheet of paper.
 *
 * @param fresh who confirmed it when
 * @param places where it is, for services that name no other place
 */
public record EntryPage(
    PageFrame frame,
    String name,
    Optional<String> otherName,
    String fresh,
    boolean isConfirmed,
    Optional<String> about,
    List<Phone> phones,
    Optional<Link> website,
    Optional<String> email,
    List<Spot> places,
    List<Offer> services)
    implements Page {
  /** An address elsewhere, and how readers say it. */
  public record Link(String address, String text) {}

  /**
   * A place.
   *
   * @param lines its address, as on an envelope; the town alone where no more is known
   */
  public record Spot(
      Optional<String> name, List<String> lines, Optional<String> transport, List<String> access) {}

  /** One service. */
  public record Offer(
      String anchor,
      String name,
      String needs,
      Optional<Mark> intake,
      Optional<String> alert,
      Optional<String> about,
      List<Fact> facts,
      List<Choice> languages,
      List<Phone> phones,
      Optional<Link> website,
      List<String> hours,
      Optional<String> next,
      List<Spot> places,
      Optional<String> otherwise) {}

  /**
   * Something else to know.
   *
   * @param key of its heading
   */
  public record Fact(String key, List<String> lines) {}
}
