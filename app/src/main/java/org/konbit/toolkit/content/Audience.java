package org.konbit.toolkit.content;

/** For whom a text is written, and how hard it may be to read. */
public enum Audience implements Word {
  COMMUNITY(6.9),
  PROVIDER(9.9),
  LEGAL(12.9),
  ORGANISER(9.9);

  private final double hardest;

  Audience(double hardest) {
    this.hardest = hardest;
  }

  /** The hardest reading grade that a text for them may have. */
  public double hardest() {
    return hardest;
  }
}
