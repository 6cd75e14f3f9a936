package org.konbit.screening.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.konbit.language.Texts;
import org.konbit.screening.Law;

/**
 * What a reader wants to see of the matrix.
 *
 * @param show {@code best}, or one program's id
 */
record MatrixQuestion(Law.State state, LocalDate date, int percent, String show) {
  static final String BEST = "best";

  /**
   * A question with the form it came in.
   *
   * @param state the first one while the reader has named none
   * @param isWhole whether nothing in the form is wrong
   * @param dropped a program that was shown of another state, which this one does not have
   * @param question empty while the form has a problem or names no state
   */
  record Asked(
      List<Field> fields,
      Law.State state,
      boolean isWhole,
      Optional<String> dropped,
      Optional<MatrixQuestion> question) {}

  static Asked read(Law law, Map<String, String> sent, LocalDate today, Texts t) {
    var form = new SentForm(sent, t);
    var state = form.state(law);
    var date = form.day("date", state, state.nearest(today));
    int percent = form.percent();
    var words = new ArrayList<>(List.of(BEST));
    words.addAll(law.programs(state));
    var dropped = Optional.of(form.sent("show")).filter(id -> isElsewhere(law, words, id));
    dropped.ifPresent(_ -> form.take("show", BEST));
    var show =
        dropped.isPresent() ? BEST : form.word("show", words, BEST, "screening.form.show-wrong");
    return new Asked(
        form.fields(),
        state,
        form.isWhole(),
        form.namesState() ? dropped : Optional.empty(),
        form.isWhole() && form.namesState()
            ? Optional.of(new MatrixQuestion(state, date, percent, show))
            : Optional.empty());
  }

  private static boolean isElsewhere(Law law, List<String> words, String program) {
    return !words.contains(program) && law.packs().program(program).isPresent();
  }

  boolean showsBest() {
    return show.equals(BEST);
  }
}
