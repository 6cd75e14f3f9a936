package org.konbit.web;

/**
 * What a reader sees instead of a page.
 *
 * @param frame what stands around it
 * @param kind what happened, in the three ways that matter to a reader
 */
public record ErrorPage(PageFrame frame, Kind kind) implements Page {
  /** What happened; the name ends the message keys. */
  public enum Kind {
    NOT_FOUND("not-found"),
    REFUSED("refused"),
    BROKEN("broken");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    static Kind of(int status) {
      if (status == 404) {
        return NOT_FOUND;
      }
      return status >= 400 && status < 500 ? REFUSED : BROKEN;
    }
  }

  /** What happened, in a few words. */
  public String heading() {
    return t().localize("web.error.%s-heading".formatted(kind.key));
  }

  /** What it means and what to do now. */
  public String advice() {
    return t().localize("web.error.%s".formatted(kind.key));
  }
}
