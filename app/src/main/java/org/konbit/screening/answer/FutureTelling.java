package org.konbit.screening.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.konbit.rules.expression.Cause;
import org.konbit.rules.program.Program;
import org.konbit.rules.screening.Change;
import org.konbit.rules.screening.Outcome;
import org.konbit.screening.Law;
import org.konbit.screening.web.Mark;

/** Tells what is known to change for a family while its own answers stay as they are. */
final class FutureTelling {
  // Ranked coverage is told by the best of it; plans to buy come and go with it.
  private static final Set<String> BESIDE_COVERAGE = Set.of("food", "tax_credit", "cash", "care");

  private final FamilyScreening family;
  private final Law law;
  private final RuleWords words;
  private final MemberLabels labels;
  private final OpenTelling open;
  private final List<CoverageSpans> coverage;

  FutureTelling(
      FamilyScreening family, RuleWords words, MemberLabels labels, List<Standing> standings) {
    this.family = family;
    this.law = family.law();
    this.words = words;
    this.labels = labels;
    this.open = new OpenTelling(law, words);
    this.coverage =
        standings.stream().map(standing -> CoverageSpans.of(standing, family.screening())).toList();
  }

  /** Empty where nothing is known to change. */
  Optional<AnswerPage.Future> told() {
    var turns = new TreeMap<LocalDate, List<AnswerPage.Shift>>();
    for (CoverageSpans one : coverage) {
      for (LocalDate day : days(one)) {
        shift(one, day)
            .ifPresent(shift -> turns.computeIfAbsent(day, _ -> new ArrayList<>()).add(shift));
      }
    }
    if (turns.isEmpty()) {
      return Optional.empty();
    }
    var picture =
        coverage.stream().anyMatch(CoverageSpans::changes)
            ? Optional.of(
                new PictureTelling(words, labels, open, law)
                    .drawn(coverage, family.screening().asOf()))
            : Optional.<Picture>empty();
    return Optional.of(
        new AnswerPage.Future(
            turns.entrySet().stream()
                .map(turn ->
                    new AnswerPage.Turn(
                        turn.getKey().toString(), words.date(turn.getKey()), turn.getValue()))
                .toList(),
            picture));
  }

  private List<LocalDate> days(CoverageSpans one) {
    return changes(one).stream().map(Change::date).distinct().toList();
  }

  private List<Change> changes(CoverageSpans one) {
    return family.screening().timeline().stream()
        .filter(change -> change.member().equals(one.standing().member().id()))
        .toList();
  }

  private Optional<AnswerPage.Shift> shift(CoverageSpans one, LocalDate day) {
    var changes = changes(one).stream().filter(change -> change.date().equals(day)).toList();
    var best = bestShift(one, day);
    var gains = beside(one, changes, Outcome.ELIGIBLE);
    var losses = beside(one, changes, Outcome.INELIGIBLE);
    if (best.isEmpty() && gains.isEmpty() && losses.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new AnswerPage.Shift(
            labels.of(one.standing().member().id()).heading(),
            best,
            gains,
            losses,
            cause(changes)));
  }

  private Optional<AnswerPage.BestShift> bestShift(CoverageSpans one, LocalDate day) {
    for (int i = 1; i < one.spans().size(); i++) {
      if (one.spans().get(i).from().equals(day)) {
        var before = one.spans().get(i - 1).best();
        var after = one.spans().get(i).best();
        return Optional.of(
            new AnswerPage.BestShift(
                Mark.of(law, before), open.best(before), Mark.of(law, after), open.best(after)));
      }
    }
    return Optional.empty();
  }

  // Only what was sure before and is sure after: "may or may not" is no change to plan for.
  private Optional<String> beside(CoverageSpans one, List<Change> changes, Outcome to) {
    var programs =
        changes.stream()
            .filter(change -> change.to() == to && change.from() != Outcome.UNKNOWN)
            .map(Change::program)
            .filter(program -> !one.standing().ranking().contains(program))
            .filter(program -> isBesideCoverage(program))
            .toList();
    return programs.isEmpty() ? Optional.empty() : Optional.of(words.programs(programs));
  }

  private boolean isBesideCoverage(String program) {
    return law.packs()
        .program(program)
        .map(Program::kind)
        .filter(BESIDE_COVERAGE::contains)
        .isPresent();
  }

  private String cause(List<Change> changes) {
    var key =
        switch (changes.getFirst().cause()) {
          case Cause.LAW -> "screening.answer.cause-law";
          case Cause.BIRTHDAY -> "screening.answer.cause-birthday";
          case Cause.WAITING_PERIOD -> "screening.answer.cause-waiting";
        };
    return words.t().localize(key);
  }
}
