package org.konbit.toolkit.web;

import java.util.List;
import java.util.Optional;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * What changed in these pages lately.
 *
 * @param language that of the content, empty where it is the reader's
 */
public record LogPage(PageFrame frame, Optional<String> language, List<Day> days) implements Page {
  /** A day; {@code day} is as {@code datetime} takes it. */
  public record Day(String day, String date, List<Line> changed, List<Link> added) {
    public Day {
      changed = List.copyOf(changed);
      added = List.copyOf(added);
    }
  }

  /** An item that was changed, and the way to what it said before. */
  public record Line(Link item, String version, String before) {}

  public LogPage {
    days = List.copyOf(days);
  }
}
