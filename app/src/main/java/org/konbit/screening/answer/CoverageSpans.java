package org.konbit.screening.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.konbit.rules.screening.Change;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.screening.Screening;

/**
 * One member's best coverage over time.
 *
 * @param spans one after the other, none like the one before
 */
record CoverageSpans(Standing standing, List<Span> spans) {
  /**
   * The same best coverage from one day until the next span.
   *
   * @param best a program id, {@code none} or {@code unknown}
   */
  record Span(LocalDate from, String best) {}

  static CoverageSpans of(Standing standing, Screening screening) {
    var outcomes = new HashMap<String, Outcome>();
    standing
        .member()
        .programs()
        .forEach(result -> outcomes.put(result.program(), result.outcome()));
    var spans = new ArrayList<Span>();
    spans.add(new Span(screening.asOf(), standing.member().best()));
    var changes =
        screening.timeline().stream()
            .filter(change -> change.member().equals(standing.member().id()))
            .toList();
    for (int i = 0; i < changes.size(); i++) {
      outcomes.put(changes.get(i).program(), changes.get(i).to());
      if (isLastOfDay(changes, i)) {
        var best = best(standing.ranking(), outcomes);
        if (!best.equals(spans.getLast().best())) {
          spans.add(new Span(changes.get(i).date(), best));
        }
      }
    }
    return new CoverageSpans(standing, List.copyOf(spans));
  }

  private static boolean isLastOfDay(List<Change> changes, int i) {
    return i + 1 == changes.size() || !changes.get(i + 1).date().equals(changes.get(i).date());
  }

  private static String best(List<String> ranking, Map<String, Outcome> outcomes) {
    for (String program : ranking) {
      var outcome = outcomes.getOrDefault(program, Outcome.INELIGIBLE);
      if (outcome != Outcome.INELIGIBLE) {
        return outcome == Outcome.UNKNOWN ? "unknown" : program;
      }
    }
    return ranking.isEmpty() ? "unknown" : "none";
  }

  boolean changes() {
    return spans.size() > 1;
  }
}
