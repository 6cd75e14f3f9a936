package org.konbit.rules.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.konbit.rules.expression.CheckedCondition;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Program;

/** Puts together what one member is told, but for if–then, flips and dates. */
final class Answers {
  private final RulePacks packs;
  private final Run run;
  private final Set<Aspect> aspects;
  private final Reasons reasons;
  private final Premiums premiums;

  Answers(RulePacks packs, Run run, Set<Aspect> aspects) {
    this.packs = packs;
    this.run = run;
    this.aspects = aspects;
    this.reasons = new Reasons(packs, run);
    this.premiums = new Premiums(run);
  }

  MemberResult of(int member) {
    var programs = new ArrayList<ProgramResult>();
    for (Program program : run.plan().programs()) {
      programs.add(result(program, member));
    }
    return new MemberResult(
        run.household().ids().get(member),
        run.best(member),
        derived(member),
        List.of(),
        programs,
        assumptions(member));
  }

  private ProgramResult result(Program program, int member) {
    var outcome = Outcome.of(run.decide(program, member));
    boolean eligible = outcome == Outcome.ELIGIBLE;
    return new ProgramResult(
        program.id(),
        outcome,
        aspects.contains(Aspect.REASONS) ? reasons.of(program, member) : List.of(),
        outcome == Outcome.UNKNOWN ? run.missingPaths(program, member) : List.of(),
        List.of(),
        eligible ? premiums.of(program, member) : OptionalLong.empty(),
        eligible ? amount(program, member) : OptionalLong.empty(),
        Optional.empty(),
        notes(program, member, outcome));
  }

  private OptionalLong amount(Program program, int member) {
    if (program.amount().isEmpty()) {
      return OptionalLong.empty();
    }
    var first = packs.attribute("tax_unit.first_filer").orElseThrow();
    var frame = run.frame();
    int mark = frame.mark();
    boolean isFirst = frame.value(first, member) == Values.TRUE;
    var amount =
        isFirst
            ? Screener.cents(program.amount().get().yearly().expression().evaluate(frame, member))
            : OptionalLong.empty();
    frame.forgetSince(mark);
    return amount;
  }

  private List<String> notes(Program program, int member, Outcome outcome) {
    if (program.notes().isEmpty()) {
      return List.of();
    }
    var notes = new ArrayList<String>();
    var frame = run.frame();
    for (var note : program.notes()) {
      int mark = frame.mark();
      boolean concerns =
          note.outcomes().contains(outcome.word())
              && note.when().map(when -> concerns(note, when, member)).orElse(true);
      frame.forgetSince(mark);
      if (concerns) {
        notes.add(note.message());
      }
    }
    return notes;
  }

  // What may concern the reader is told; what says something of them only where it is so.
  private boolean concerns(Program.Note note, CheckedCondition when, int member) {
    long holds = run.frame().claim(when.expression(), member);
    return note.surely() ? holds == Values.TRUE : holds != Values.FALSE;
  }

  private Map<String, Optional<Shown>> derived(int member) {
    var shown = new LinkedHashMap<String, Optional<Shown>>();
    long state = run.household().value(Vocabulary.STATE, 0);
    for (var place : packs.places()) {
      boolean ours =
          place
              .state()
              .filter(word -> org.konbit.rules.household.Words.code(word) == state)
              .isPresent();
      if (ours) {
        place
            .derived()
            .forEach((name, condition) ->
                shown.put(name, reasons.shown(condition.expression(), member)));
      }
    }
    return shown;
  }

  private List<String> assumptions(int member) {
    var keys = new ArrayList<String>();
    for (int code : run.frame().assumptions().stream().toArray()) {
      if (code % Household.MAX_MEMBERS == member) {
        Fact fact = run.household().vocabulary().facts().get(code / Household.MAX_MEMBERS);
        keys.add(packs.assumption(fact));
      }
    }
    return keys;
  }
}
