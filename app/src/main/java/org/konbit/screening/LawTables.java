package org.konbit.screening;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.konbit.rules.overview.Matrices;
import org.konbit.rules.overview.Matrix;
import org.konbit.rules.screening.Outcome;
import org.konbit.web.RecentlyUsed;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tables of the law, each worked out once and kept while it is asked for. Nothing about a reader is
 * kept: a table depends on state, date and income alone.
 */
@Component
public class LawTables {
  // A table is 250 cells that share a few dozen answers: about 100 KB.
  private static final int MOST_KEPT = 150;
  private static final int YEARS_AHEAD = 2;

  private record Key(String state, LocalDate date, int percent) {}

  private static final int USUAL_PERCENT = 100;

  private final Rulebook rulebook;
  private final Clock clock;

  // One at a time: a table costs a tenth of a second of a core, and strangers may ask for many.
  private final ReentrantLock working = new ReentrantLock();
  private final Map<Key, Matrix> kept = new RecentlyUsed<>(MOST_KEPT);

  LawTables(Rulebook rulebook, Clock clock) {
    this.rulebook = rulebook;
    this.clock = clock;
  }

  // What is asked for without further words, before anybody asks: the first table of all takes some
  // seconds, because the engine is still cold. It begins when the rules are read, and the rules are
  // read beside the start, so no page waits for it.
  @EventListener(ApplicationReadyEvent.class)
  void prepare() {
    Thread.ofPlatform()
        .daemon()
        .name("tables")
        .start(() -> rulebook.law().ifPresent(this::prepare));
  }

  private void prepare(Law law) {
    for (var state : law.states()) {
      var today = state.nearest(LocalDate.now(clock));
      on(law, state, today, USUAL_PERCENT);
      after(law, state, today, USUAL_PERCENT);
    }
  }

  /** The table of one day; another thread that asks for one meanwhile waits. */
  public Matrix on(Law law, Law.State state, LocalDate date, int percent) {
    var key = new Key(state.code(), date, percent);
    working.lock();
    try {
      return Optional.ofNullable(kept.get(key))
          .orElseGet(() -> {
            var made = lean(law.matrices().of(state.code(), date, percent, Matrices.profiles()));
            kept.put(key, made);
            return made;
          });
    } finally {
      working.unlock();
    }
  }

  /** The tables of the days on which the law changes, within two years after the day. */
  public List<Matrix> after(Law law, Law.State state, LocalDate date, int percent) {
    var last = date.plusYears(YEARS_AHEAD);
    var horizon = last.isAfter(Law.LAST_DAY) ? Law.LAST_DAY : last;
    return law.changeDays(state).subSet(date, false, horizon, true).stream()
        .map(day -> on(law, state, day, percent))
        .toList();
  }

  // Most people of a table can get the same programs as many others: one list serves them all.
  private static Matrix lean(Matrix matrix) {
    var answers = new HashMap<Map<String, Outcome>, Map<String, Outcome>>();
    var rows = new ArrayList<Matrix.Row>();
    for (var row : matrix.rows()) {
      var cells =
          row.cells().stream()
              .map(cell ->
                  new Matrix.Cell(
                      cell.best(),
                      answers.computeIfAbsent(cell.programs(), same -> same),
                      cell.notes()))
              .toList();
      rows.add(new Matrix.Row(row.status(), row.variant(), cells));
    }
    return new Matrix(
        matrix.state(),
        matrix.asOf(),
        matrix.percent(),
        matrix.profiles(),
        matrix.programs(),
        rows);
  }
}
