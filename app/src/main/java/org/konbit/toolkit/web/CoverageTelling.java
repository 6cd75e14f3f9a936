package org.konbit.toolkit.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.konbit.language.Texts;
import org.konbit.rules.overview.Matrix;
import org.konbit.screening.Law;
import org.konbit.screening.LawTables;

/** Puts what the rule packs give to people of a status into words. Nothing is typed by hand. */
final class CoverageTelling {
  /** Everyone's income in it, in percent of the poverty guideline. */
  static final int PERCENT = 100;

  private final Law law;
  private final LawTables tables;
  private final Texts t;
  private final LawSayings says;
  private final LocalDate today;

  CoverageTelling(Law law, LawTables tables, Texts t, LocalDate today) {
    this.law = law;
    this.tables = tables;
    this.t = t;
    this.says = new LawSayings(law, t);
    this.today = today;
  }

  /** Of every status its first row in the tables of the law, in their order. */
  List<Matrix.Row> statuses() {
    var state = law.states().getFirst();
    Map<String, Matrix.Row> first = new LinkedHashMap<>();
    for (var row : tables.on(law, state, state.nearest(today), PERCENT).rows()) {
      first.putIfAbsent(row.status(), row);
    }
    return List.copyOf(first.values());
  }

  /** What the people of a status can get, a state each. */
  List<Coverage> of(Matrix.Row status) {
    return law.states().stream()
        .map(state -> of(row -> row.status().equals(status.status()), state))
        .toList();
  }

  /** What the people of some rows can get in a state. */
  Coverage of(Predicate<Matrix.Row> wanted, Law.State state) {
    var day = state.nearest(today);
    var now = tables.on(law, state, day, PERCENT);
    var later = tables.after(law, state, day, PERCENT);
    var statuses = new ArrayList<Coverage.Status>();
    var notes = new LinkedHashSet<String>();
    for (int row = 0; row < now.rows().size(); row++) {
      if (wanted.test(now.rows().get(row))) {
        statuses.add(status(row, now, later));
        now.rows().get(row).cells().forEach(cell -> notes.addAll(cell.notes()));
      }
    }
    return new Coverage(
        state.code(),
        state.name(),
        t.localize("toolkit.coverage.heading", state.name(), t.date(day)),
        statuses,
        notes.stream().map(says::pack).toList());
  }

  private Coverage.Status status(int row, Matrix now, List<Matrix> later) {
    var first = now.rows().get(row);
    var people =
        IntStream.range(0, now.profiles().size())
            .mapToObj(column -> person(row, column, now, later))
            .toList();
    return new Coverage.Status(says.status(first), says.variant(first), people);
  }

  private Coverage.Person person(int row, int column, Matrix now, List<Matrix> later) {
    var profile = now.profiles().get(column);
    var turns = new ArrayList<Coverage.Turn>();
    var held = best(now, row, column);
    for (var table : later) {
      var best = best(table, row, column);
      if (!best.equals(held)) {
        turns.add(
            new Coverage.Turn(
                table.asOf().toString(),
                t.localize("toolkit.coverage.from", t.date(table.asOf())),
                says.best(best)));
        held = best;
      }
    }
    return new Coverage.Person(
        says.person(profile), says.who(profile), says.best(best(now, row, column)), turns);
  }

  private static String best(Matrix table, int row, int column) {
    return table.rows().get(row).cells().get(column).best();
  }
}
