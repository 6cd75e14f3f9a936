package org.konbit.web;

import java.util.List;

/**
 * What stands around every page of somebody who is signed in. A controller method that takes one as
 * a parameter gets that of whoever asks.
 *
 * @param frame what stands around every page
 * @param organisation for whom the person works now; empty until chosen
 * @param isOneOfSeveral whether the person could work for another
 * @param person the person's name there
 * @param sections where the person may go, in order
 * @param csrf proves that a form of ours was sent; every form carries it as {@code _csrf}
 * @param stylesheet the desk's own, beside the one all pages share
 * @param script the desk's script
 */
public record DeskFrame(
    PageFrame frame,
    String organisation,
    boolean isOneOfSeveral,
    String person,
    List<Link> sections,
    String csrf,
    String stylesheet,
    String script) {
  /**
   * A section in the bar at the top.
   *
   * @param key the message key of its name
   * @param isCurrent whether the page belongs to it
   */
  public record Link(String key, String address, boolean isCurrent) {}

  public DeskFrame {
    sections = List.copyOf(sections);
  }

  /** The address of the desk in this language, without a slash at its end. */
  public String home() {
    return "/desk" + frame.home();
  }

  @Override
  public String toString() { // it names a person
    return "DeskFrame[%s]".formatted(frame.language().tag());
  }
}
