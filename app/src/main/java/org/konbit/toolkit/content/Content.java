package org.konbit.toolkit.content;

import java.util.List;

/** One item that readers can open. */
public sealed interface Content permits Right, Guide, GovernmentAction, Card, Bill, Campaign {
  /** What every item carries. */
  Heading heading();

  /** Its name, in a few words. */
  String title();

  /** What it says, in one sentence. */
  String summary();

  /** Everything a reader reads of it, for the reading grade and for search. */
  List<String> texts();
}
