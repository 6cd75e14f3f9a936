package org.konbit.toolkit.content;

import java.time.LocalDate;
import java.util.List;

/** One item that readers can open. */
public sealed interface Content
    permits Right, Guide, GovernmentAction, Card, Bill, Campaign, Announcement, Spotlight, Job {
  /** What every item carries. */
  Heading heading();

  /** Its name, in a few words. */
  String title();

  /** What it says, in one sentence. */
  String summary();

  /** Everything a reader reads of it, for the reading grade and for search. */
  List<String> texts();

  /** Whether readers may see it on a day: what ends by itself, or was taken back, is hidden. */
  default boolean isShown(LocalDate day) {
    return true;
  }
}
