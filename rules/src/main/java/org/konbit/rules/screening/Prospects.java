package org.konbit.rules.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds what else could be: to each member's answer what possible answers would give them, and to
 * each program's result what trials and the timeline tell of it: what would end a refusal, on which
 * day it will end, and the last day of a yes.
 */
final class Prospects {
  private final List<MemberResult> members;
  private final List<List<IfThen>> ifThen;
  private final List<List<List<Flip>>> flips = new ArrayList<>();
  private Optional<Timeline> timeline = Optional.empty();

  /**
   * @param ifThen of each member, or none of anybody
   */
  Prospects(List<MemberResult> members, List<List<IfThen>> ifThen) {
    this.members = members;
    this.ifThen = ifThen;
  }

  /** Looks for what would end each refusal today. */
  void tryOthers(Flips trials) {
    for (int member = 0; member < members.size(); member++) {
      var found = new ArrayList<List<Flip>>();
      var results = members.get(member).programs();
      for (int place = 0; place < results.size(); place++) {
        boolean isRefused = results.get(place).outcome() == Outcome.INELIGIBLE;
        found.add(isRefused ? trials.of(place, member) : List.of());
      }
      flips.add(found);
    }
  }

  void lookAhead(Timeline known) {
    timeline = Optional.of(known);
  }

  /** The results with what was found. */
  List<MemberResult> members() {
    if (ifThen.isEmpty() && flips.isEmpty() && timeline.isEmpty()) {
      return members;
    }
    var completed = new ArrayList<MemberResult>();
    for (int member = 0; member < members.size(); member++) {
      completed.add(completed(members.get(member), member));
    }
    return completed;
  }

  private MemberResult completed(MemberResult result, int member) {
    var programs = new ArrayList<ProgramResult>(result.programs().size());
    for (int place = 0; place < result.programs().size(); place++) {
      programs.add(completed(result.programs().get(place), place, member));
    }
    return new MemberResult(
        result.id(),
        result.best(),
        result.derived(),
        ifThen.isEmpty() ? List.of() : ifThen.get(member),
        programs,
        result.assumes());
  }

  private ProgramResult completed(ProgramResult result, int place, int member) {
    var found = flips.isEmpty() ? List.<Flip>of() : flips.get(member).get(place);
    var change =
        timeline.isEmpty() ? Optional.<Change>empty() : timeline.get().first(place, member);
    if (found.isEmpty() && change.isEmpty()) {
      return result;
    }
    return new ProgramResult(
        result.program(),
        result.outcome(),
        result.because(),
        result.missing(),
        change.isEmpty() ? found : dated(found, result, change.get()),
        result.premiumMonthlyCents(),
        result.amountAnnualCents(),
        change.flatMap(first -> lastDay(result, first)),
        result.notes());
  }

  private List<Flip> dated(List<Flip> found, ProgramResult result, Change change) {
    boolean turns = result.outcome() == Outcome.INELIGIBLE && change.to() == Outcome.ELIGIBLE;
    if (!turns || flips.isEmpty()) {
      return found;
    }
    var all = new ArrayList<>(found);
    all.add(new Flip("asOf", new FlipValue.Date(change.date()), -1, "", Outcome.ELIGIBLE));
    return all;
  }

  private static Optional<LocalDate> lastDay(ProgramResult result, Change change) {
    boolean ends = result.outcome() == Outcome.ELIGIBLE && change.to() == Outcome.INELIGIBLE;
    return ends ? Optional.of(change.date().minusDays(1)) : Optional.empty();
  }
}
