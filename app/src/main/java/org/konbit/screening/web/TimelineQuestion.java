package org.konbit.screening.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.konbit.language.Texts;
import org.konbit.screening.Law;

/** What a reader wants to see of the changes of law. */
record TimelineQuestion(Law.State state, LocalDate from, LocalDate to, int percent) {
  // For each day of change two tables are worked out; more would keep the reader waiting.
  private static final int MOST_YEARS = 3;

  /**
   * A question with the form it came in.
   *
   * @param state the first one while the reader has named none
   * @param isWhole whether nothing in the form is wrong
   * @param question empty while the form has a problem or names no state
   */
  record Asked(
      List<Field> fields, Law.State state, boolean isWhole, Optional<TimelineQuestion> question) {}

  static Asked read(Law law, Map<String, String> sent, LocalDate today, Texts t) {
    var form = new SentForm(sent, t);
    var state = form.state(law);
    var start = state.nearest(today.withDayOfYear(1));
    var from = form.day("from", state, start);
    var end = state.nearest(from.plusYears(2).minusDays(1));
    var to = form.day("to", state, end);
    if (form.isWhole() && to.isBefore(from)) {
      form.replaceWrong("to", "screening.form.to-before-from");
    } else if (form.isWhole() && to.isAfter(from.plusYears(MOST_YEARS))) {
      form.replaceWrong("to", "screening.form.span-too-long", MOST_YEARS);
    }
    int percent = form.percent();
    return new Asked(
        form.fields(),
        state,
        form.isWhole(),
        form.isWhole() && form.namesState()
            ? Optional.of(new TimelineQuestion(state, from, to, percent))
            : Optional.empty());
  }
}
