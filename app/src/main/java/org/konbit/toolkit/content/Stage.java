package org.konbit.toolkit.content;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How far a bill has come, on one scale for every legislature. */
public enum Stage implements Word {
  FILED,
  HEARING,
  COMMITTEE_APPROVED,
  MONEY_COMMITTEE,
  ONE_CHAMBER,
  BOTH_CHAMBERS,
  GOVERNOR,
  LAW,
  STOPPED,
  MERGED,
  VETOED,
  ENDED_WITH_SESSION,
  UNKNOWN;

  private static final Set<Stage> FINAL = Set.of(LAW, STOPPED, MERGED, ENDED_WITH_SESSION);

  /** Whether nothing more can come of it under this number. */
  public boolean isFinal() {
    return FINAL.contains(this);
  }

  /**
   * The stage that a history tells.
   *
   * @param raw its steps in order, as the sources tell them
   * @param isOver whether the session has ended; what no source calls enacted or dead by then is
   *     unknown, never lost
   */
  public static Stage of(List<String> raw, boolean isOver) {
    var stage = UNKNOWN;
    var chambers = new HashSet<String>();
    for (var step : raw) {
      var text = step.toLowerCase(Locale.ROOT);
      stage = read(text, chambers).orElse(stage);
    }
    return isOver && !stage.isFinal() ? UNKNOWN : stage;
  }

  private static Optional<Stage> read(String text, Set<String> chambers) {
    return end(text).or(() -> passage(text, chambers)).or(() -> committee(text));
  }

  private static Optional<Stage> end(String text) {
    if (has(text, "study order", "ought not to pass", "reported adversely", "unfavorable")) {
      return Optional.of(STOPPED);
    }
    if (text.contains("accompanied")) { // a new draft, or another bill that alone moves on
      return Optional.of(MERGED);
    }
    if (has(text, "not enacted", "died")) {
      return Optional.of(ENDED_WITH_SESSION);
    }
    if (text.contains("veto") && !text.contains("overrid")) {
      return Optional.of(VETOED);
    }
    return has(text, "signed by the governor", "became law", "public act", "acts of 20", "overrid")
        ? Optional.of(LAW)
        : Optional.empty();
  }

  private static Optional<Stage> passage(String text, Set<String> chambers) {
    if (has(text, "laid before the governor", "transmitted to the governor")) {
      return Optional.of(GOVERNOR);
    }
    if (has(text, "committee of conference", "enacted")) {
      return Optional.of(BOTH_CHAMBERS);
    }
    if (has(text, "passed to be engrossed", "passed the house", "passed the senate")) {
      if (text.contains("house")) {
        chambers.add("house");
      }
      if (text.contains("senate")) {
        chambers.add("senate");
      }
      return Optional.of(chambers.size() > 1 ? BOTH_CHAMBERS : ONE_CHAMBER);
    }
    return Optional.empty();
  }

  // An extended date, or a discharge to another committee, is no progress: it changes nothing.
  private static Optional<Stage> committee(String text) {
    if (has(text, "reported favorably", "joint favorable")) {
      return Optional.of(isOfMoney(text) ? MONEY_COMMITTEE : COMMITTEE_APPROVED);
    }
    if (text.contains("hearing")) {
      return Optional.of(has(text, "canceled", "cancelled") ? FILED : HEARING);
    }
    if (text.contains("referred to") && isOfMoney(text)) {
      return Optional.of(MONEY_COMMITTEE);
    }
    return has(text, "filed", "referred to", "docketed", "raised", "introduced")
        ? Optional.of(FILED)
        : Optional.empty();
  }

  private static boolean isOfMoney(String text) {
    return has(text, "ways and means", "appropriations");
  }

  private static boolean has(String text, String... phrases) {
    for (var phrase : phrases) {
      if (text.contains(phrase)) {
        return true;
      }
    }
    return false;
  }
}
