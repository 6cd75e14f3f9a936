package org.konbit.screening.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.konbit.language.Texts;
import org.konbit.rules.overview.Matrix;
import org.konbit.rules.screening.Outcome;
import org.konbit.screening.Law;
import org.konbit.screening.web.MatrixPage.Band;
import org.konbit.screening.web.MatrixPage.Cell;
import org.konbit.screening.web.MatrixPage.Column;
import org.konbit.screening.web.MatrixPage.Described;
import org.konbit.screening.web.MatrixPage.Group;
import org.konbit.screening.web.MatrixPage.Next;
import org.konbit.screening.web.MatrixPage.Row;

/** Puts a matrix into the reader's words. */
final class MatrixTable {
  // A note on more than a quarter of the cells is told once, above them.
  private static final int GENERAL = 4;

  private final Law law;
  private final Texts t;
  private final LawWords words;
  private final MatrixQuestion question;
  private final Matrix now;
  private final List<Matrix> later;
  private final List<Column> columns;
  private final Set<String> general;
  private final List<String> numbered = new ArrayList<>();
  private final Set<String> named = new LinkedHashSet<>();
  private final Set<Mark> marks = new TreeSet<>();

  MatrixTable(Law law, Texts t, MatrixQuestion question, Matrix now, List<Matrix> later) {
    this.law = law;
    this.t = t;
    this.words = new LawWords(law, t);
    this.question = question;
    this.now = now;
    this.later = later;
    this.columns = now.profiles().stream().map(words::column).toList();
    this.general = general();
  }

  MatrixPage.Table table(String download) {
    var groups = groups();
    return new MatrixPage.Table(
        caption(),
        columns,
        groups,
        List.copyOf(marks),
        general.stream().map(words::say).toList(),
        numbered.stream().map(words::say).toList(),
        now.programs().stream().filter(named::contains).flatMap(this::described).toList(),
        now.programs().stream().filter(this::isForAll).flatMap(this::described).toList(),
        download);
  }

  private String caption() {
    var date = t.date(question.date());
    return question.showsBest()
        ? t.localize("screening.matrix.caption", question.state().name(), date, question.percent())
        : t.localize(
            "screening.matrix.caption-program",
            question.state().name(),
            date,
            question.percent(),
            law.program(t.language().tag(), question.show()).text());
  }

  private Set<String> general() {
    var counts = new LinkedHashMap<String, Integer>();
    int cells = 0;
    for (var row : now.rows()) {
      for (var cell : row.cells()) {
        cells++;
        cell.notes().forEach(note -> counts.merge(note, 1, Integer::sum));
      }
    }
    int limit = cells / GENERAL;
    counts.values().removeIf(count -> count <= limit);
    return counts.keySet();
  }

  private List<Group> groups() {
    var rows = new LinkedHashMap<String, List<Row>>();
    law.statusKinds().keySet().forEach(kind -> rows.put(kind, new ArrayList<>()));
    // In the order of their groups, because notes are numbered as they are met.
    for (var kind : law.statusKinds().entrySet()) {
      for (int i = 0; i < now.rows().size(); i++) {
        if (kind.getValue().contains(now.rows().get(i).status())) {
          rows.getOrDefault(kind.getKey(), new ArrayList<>()).add(row(i));
        }
      }
    }
    return rows.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry ->
            new Group("kind-" + entry.getKey(), words.kind(entry.getKey()), entry.getValue()))
        .toList();
  }

  private Row row(int index) {
    var row = now.rows().get(index);
    var cells = new ArrayList<Cell>();
    for (int column = 0; column < columns.size(); column++) {
      cells.add(cell(index, column));
    }
    return new Row(
        words.status(row.status()),
        words.variant(row.variant()),
        index > 0 && now.rows().get(index - 1).status().equals(row.status()),
        cells,
        bands(cells));
  }

  private Cell cell(int row, int column) {
    var cell = now.rows().get(row).cells().get(column);
    var next = next(row, column);
    var notes = cell.notes().stream().filter(note -> !general.contains(note)).map(this::number);
    if (question.showsBest()) {
      var mark = Mark.of(law, cell.best());
      named.add(cell.best());
      marks.add(mark);
      return new Cell(mark, words.best(cell.best()), Optional.empty(), next, notes.toList());
    }
    var outcome = outcome(cell);
    var mark = markOf(outcome);
    marks.add(mark);
    boolean best = cell.best().equals(question.show());
    if (outcome != Outcome.ELIGIBLE) {
      named.add(cell.best());
    }
    return new Cell(
        mark,
        words.outcome(outcome),
        outcome == Outcome.ELIGIBLE ? Optional.empty() : Optional.of(words.best(cell.best())),
        next,
        best ? notes.toList() : List.of());
  }

  private Outcome outcome(Matrix.Cell cell) {
    return cell.programs().getOrDefault(question.show(), Outcome.INELIGIBLE);
  }

  private static Mark markOf(Outcome outcome) {
    return switch (outcome) {
      case ELIGIBLE -> Mark.YES;
      case INELIGIBLE -> Mark.NONE;
      case UNKNOWN -> Mark.OPEN;
    };
  }

  /** The next day within sight on which the cell says something else. */
  private Optional<Next> next(int row, int column) {
    Function<Matrix.Cell, String> says =
        question.showsBest() ? Matrix.Cell::best : cell -> outcome(cell).word();
    var today = says.apply(now.rows().get(row).cells().get(column));
    for (var then : later) {
      var cell = then.rows().get(row).cells().get(column);
      if (!says.apply(cell).equals(today)) {
        if (question.showsBest()) {
          named.add(cell.best());
        }
        return Optional.of(next(then.asOf(), cell));
      }
    }
    return Optional.empty();
  }

  private Next next(LocalDate day, Matrix.Cell cell) {
    return new Next(
        day.toString(),
        t.date(day),
        question.showsBest() ? words.best(cell.best()) : words.outcome(outcome(cell)));
  }

  private int number(String note) {
    if (!numbered.contains(note)) {
      numbered.add(note);
    }
    return numbered.indexOf(note) + 1;
  }

  private List<Band> bands(List<Cell> cells) {
    Map<Cell, List<String>> same = new LinkedHashMap<>();
    for (int column = 0; column < cells.size(); column++) {
      same.computeIfAbsent(cells.get(column), _ -> new ArrayList<>())
          .add(columns.get(column).name());
    }
    if (same.size() == 1) {
      return List.of(new Band(t.localize("screening.matrix.everyone"), cells.getFirst()));
    }
    return same.entrySet().stream()
        .map(entry -> new Band(t.list(entry.getValue()), entry.getKey()))
        .toList();
  }

  private boolean isForAll(String program) {
    return now.rows().stream()
        .flatMap(row -> row.cells().stream())
        .allMatch(cell -> cell.programs().get(program) == Outcome.ELIGIBLE);
  }

  private java.util.stream.Stream<Described> described(String program) {
    var summary = law.find(t.language().tag(), program + ".summary");
    return summary.stream()
        .map(text -> new Described(law.program(t.language().tag(), program), text));
  }
}
