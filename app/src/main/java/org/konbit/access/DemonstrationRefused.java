package org.konbit.access;

/** The demonstration cannot be shown here; the message says why, and what to do instead. */
public final class DemonstrationRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DemonstrationRefused(String message) {
    super(message);
  }
}
