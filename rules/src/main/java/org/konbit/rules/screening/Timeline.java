package org.konbit.rules.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.expression.Cause;
import org.konbit.rules.program.Program;

/** The dates on which an outcome changes while the family's own answers stay as they are. */
final class Timeline {
  private static final LocalDate LAST = LocalDate.of(2028, 12, 31);

  /** An outcome that must be looked at again, and why it may have changed. */
  private record Ended(int cell, Cause cause) {}

  private final Run run;
  private final List<Program> programs;
  private final int members;
  private final long[] outcomes;
  private final @Nullable Change[] first;
  private final List<Change> changes = new ArrayList<>();

  private Timeline(Run run) {
    this.run = run;
    this.programs = run.plan().programs();
    this.members = run.household().size();
    this.outcomes = new long[programs.size() * members];
    this.first = new Change[outcomes.length];
  }

  /** Every change through 2028. The run's date is moved on. */
  static Timeline of(Run run) {
    var timeline = new Timeline(run);
    timeline.walk();
    return timeline;
  }

  List<Change> changes() {
    return List.copyOf(changes);
  }

  /** The first change of one program's outcome, by its place in the plan, for one member. */
  Optional<Change> first(int program, int member) {
    return Optional.ofNullable(first[program * members + member]);
  }

  private void walk() {
    for (int cell = 0; cell < outcomes.length; cell++) {
      outcomes[cell] = run.decide(programs.get(cell / members), cell % members);
    }
    long next = nextChange();
    while (next <= LAST.toEpochDay()) {
      moveTo(LocalDate.ofEpochDay(next));
      next = nextChange();
    }
  }

  // What is remembered says until when it holds, so only what ends is looked at again.
  private long nextChange() {
    long next = Long.MAX_VALUE;
    for (int cell = 0; cell < outcomes.length; cell++) {
      next = Math.min(next, run.holdsUntil(programs.get(cell / members), cell % members));
    }
    return next;
  }

  private void moveTo(LocalDate date) {
    var ending = endingBy(date.toEpochDay());
    run.moveTo(date);
    for (Ended ended : ending) {
      var program = programs.get(ended.cell() / members);
      long now = run.decide(program, ended.cell() % members);
      if (now != outcomes[ended.cell()]) {
        record(date, ended, now);
      }
    }
  }

  // Looked for before anything is decided anew: a program that reads another decides it on the way,
  // and what had ended of that one would no longer be seen.
  private List<Ended> endingBy(long day) {
    var ended = new ArrayList<Ended>();
    for (int cell = 0; cell < outcomes.length; cell++) {
      var program = programs.get(cell / members);
      int member = cell % members;
      if (run.holdsUntil(program, member) <= day) {
        ended.add(new Ended(cell, run.causeOf(program, member)));
      }
    }
    return ended;
  }

  private void record(LocalDate date, Ended ended, long now) {
    int cell = ended.cell();
    var change =
        new Change(
            date,
            run.household().ids().get(cell % members),
            programs.get(cell / members).id(),
            Outcome.of(outcomes[cell]),
            Outcome.of(now),
            ended.cause());
    changes.add(change);
    first[cell] = first[cell] == null ? change : first[cell];
    outcomes[cell] = now;
  }
}
