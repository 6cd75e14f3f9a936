package org.konbit.screening.api;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.konbit.rules.overview.LawChange;
import org.konbit.rules.overview.Matrix;
import org.konbit.rules.program.Program;
import org.konbit.rules.screening.Outcome;
import org.konbit.screening.Law;
import org.konbit.screening.LawTables;
import org.konbit.screening.Rulebook;
import org.konbit.screening.api.Refusal.Kind;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The law itself: who can get what by status, what changes when, and which programs there are. */
@RestController
class LawController {
  // Without a date it speaks of today.
  private static final CacheControl BRIEFLY =
      CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

  private final Rulebook rulebook;
  private final LawTables tables;
  private final Clock clock;

  LawController(Rulebook rulebook, LawTables tables, Clock clock) {
    this.rulebook = rulebook;
    this.tables = tables;
    this.clock = clock;
  }

  /** Names exactly the law that was applied. */
  record Rules(String digest) {}

  record MatrixAnswer(
      String state,
      LocalDate asOf,
      int percent,
      List<Matrix.Profile> profiles,
      List<String> programs,
      List<Row> rows,
      Rules rules) {}

  record Row(String status, String variant, List<Cell> cells) {}

  /** What one person of one status can get; a program in neither list is not open to them. */
  record Cell(
      String profile,
      String best,
      List<String> eligible,
      List<String> unknown,
      List<String> notes) {}

  record TimelineAnswer(
      String state, LocalDate from, LocalDate to, List<Changed> changes, Rules rules) {}

  record Changed(
      LocalDate date,
      String what,
      String id,
      String before,
      String after,
      String unit,
      String cite,
      boolean unverified,
      String file,
      int line) {
    static Changed of(LawChange change) {
      return new Changed(
          change.date(),
          change.what().word(),
          change.id(),
          change.before(),
          change.after(),
          change.unit(),
          change.cite(),
          change.isUnverified(),
          change.file(),
          change.line());
    }
  }

  record ProgramsAnswer(String state, LocalDate asOf, List<Offered> programs, Rules rules) {}

  /**
   * A program.
   *
   * @param federal whether it is one of the United States and not the state's own
   * @param kind what it gives, in the word of the packs
   * @param isRanked whether it may be somebody's best coverage
   */
  record Offered(
      String id,
      Map<String, String> name,
      boolean federal,
      String kind,
      boolean isRanked,
      boolean isOffered,
      String cite) {}

  @GetMapping("/api/v1/rules/matrix")
  ResponseEntity<MatrixAnswer> matrix(@RequestParam Map<String, String> sent) {
    var law = law();
    var asked = new Asked(sent, List.of("state", "asOf", "percent"));
    var state = asked.state(law);
    var day = asked.day("asOf", state, state.nearest(LocalDate.now(clock)));
    int percent = asked.percent("percent");
    asked.requireWhole();
    var matrix = tables.on(law, state, day, percent);
    var rows = matrix.rows().stream().map(row -> row(law, matrix, row)).toList();
    return answer(
        new MatrixAnswer(
            state.code(), day, percent, matrix.profiles(), matrix.programs(), rows, rules(law)));
  }

  private static Row row(Law law, Matrix matrix, Matrix.Row row) {
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < row.cells().size(); i++) {
      var cell = row.cells().get(i);
      var notes = cell.notes().stream().map(key -> english(law, key)).toList();
      cells.add(
          new Cell(
              matrix.profiles().get(i).id(),
              cell.best(),
              ending(cell, Outcome.ELIGIBLE),
              ending(cell, Outcome.UNKNOWN),
              notes));
    }
    return new Row(row.status(), row.variant(), cells);
  }

  private static List<String> ending(Matrix.Cell cell, Outcome outcome) {
    return cell.programs().entrySet().stream()
        .filter(each -> each.getValue() == outcome)
        .map(Map.Entry::getKey)
        .toList();
  }

  @GetMapping("/api/v1/rules/timeline")
  ResponseEntity<TimelineAnswer> timeline(@RequestParam Map<String, String> sent) {
    var law = law();
    var asked = new Asked(sent, List.of("state", "from", "to"));
    var state = asked.state(law);
    var from = asked.day("from", state, state.nearest(LocalDate.now(clock)));
    var to = asked.day("to", state, Law.LAST_DAY);
    asked.requireOrder(from, to);
    asked.requireWhole();
    var changes = law.timeline().between(state.code(), from, to).stream().map(Changed::of).toList();
    return answer(new TimelineAnswer(state.code(), from, to, changes, rules(law)));
  }

  @GetMapping("/api/v1/rules/programs")
  ResponseEntity<ProgramsAnswer> programs(@RequestParam Map<String, String> sent) {
    var law = law();
    var asked = new Asked(sent, List.of("state", "asOf"));
    var state = asked.state(law);
    var day = asked.day("asOf", state, state.nearest(LocalDate.now(clock)));
    asked.requireWhole();
    var ranking =
        law.packs().placeOfState(state.code()).map(place -> place.ranking()).orElse(List.of());
    var programs =
        law.programs(state).stream()
            .flatMap(id -> law.packs().program(id).stream())
            .map(program -> offered(law, program, ranking, day))
            .toList();
    return answer(new ProgramsAnswer(state.code(), day, programs, rules(law)));
  }

  private static Offered offered(Law law, Program program, List<String> ranking, LocalDate day) {
    var offered = program.offered();
    return new Offered(
        program.id(),
        names(law, program.id()),
        program.state().isEmpty(),
        program.kind(),
        ranking.contains(program.id()),
        offered.from() <= day.toEpochDay() && day.toEpochDay() <= offered.to(),
        offered.cite());
  }

  private static Map<String, String> names(Law law, String id) {
    return law.packs().messages().languages().stream()
        .filter(tag -> law.program(tag, id).language().isEmpty())
        .collect(
            toMap(
                tag -> tag,
                tag -> law.program(tag, id).text(),
                (one, _) -> one,
                LinkedHashMap::new));
  }

  private Law law() {
    return rulebook.law().orElseThrow(() -> Refusal.of(Kind.NO_LAW));
  }

  private static String english(Law law, String key) {
    return law.find("en", key).map(Law.Words::text).orElse(key);
  }

  private static Rules rules(Law law) {
    return new Rules(law.packs().digest());
  }

  private static <T> ResponseEntity<T> answer(T body) {
    return ResponseEntity.ok().cacheControl(BRIEFLY).body(body);
  }
}
