package org.konbit.toolkit.content;

/**
 * The kinds of content, with the folder of their files and the part of an address they stand in.
 */
public enum Kind implements Word {
  RIGHT("rights"),
  GUIDE("guides"),
  ACTION("changes"),
  CARD("cards"),
  BILL("agenda"),
  CAMPAIGN("campaigns"),
  ANNOUNCEMENT("announcements"),
  SPOTLIGHT("spotlights"),
  JOB("jobs");

  private final String section;

  Kind(String section) {
    this.section = section;
  }

  /** The part of an address after the language. */
  public String section() {
    return section;
  }
}
