package org.konbit.screening.answer;

import java.util.List;
import java.util.Optional;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.MemberResult;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.screening.ProgramResult;
import org.konbit.screening.Law;

/**
 * Where one member stands: the best coverage, or while that is open the best that is sure.
 *
 * @param ranking the state's coverage, best first
 */
record Standing(Law law, MemberResult member, List<String> ranking) {
  static Standing of(FamilyScreening family, MemberResult member) {
    var ranking =
        family
            .law()
            .packs()
            .placeOfState(family.screening().state())
            .map(RulePacks.Place::ranking)
            .orElse(List.of());
    return new Standing(family.law(), member, ranking);
  }

  boolean isOpen() {
    return member.best().equals("unknown");
  }

  Optional<ProgramResult> result(String program) {
    return member.programs().stream().filter(one -> one.program().equals(program)).findFirst();
  }

  /** The best coverage that is sure, whatever the missing answers are. */
  Optional<ProgramResult> sure() {
    return isOpen()
        ? ranking.stream()
            .flatMap(program -> result(program).stream())
            .filter(result -> result.outcome() == Outcome.ELIGIBLE)
            .findFirst()
        : result(member.best());
  }

  List<ProgramResult> with(Outcome outcome) {
    return member.programs().stream().filter(result -> result.outcome() == outcome).toList();
  }

  String kind(ProgramResult result) {
    return law.packs().program(result.program()).map(program -> program.kind()).orElse("care");
  }

  /** Everything open besides the best; no plan to buy beside whole coverage, which is for free. */
  List<ProgramResult> also() {
    var best = sure();
    boolean isWhole = best.filter(result -> kind(result).equals("coverage")).isPresent();
    return with(Outcome.ELIGIBLE).stream()
        .filter(result -> best.filter(result::equals).isEmpty())
        .filter(result -> !(isWhole && kind(result).equals("marketplace")))
        .toList();
  }

  /**
   * Refusals that matter: of better coverage, or of help beside coverage; not of a program that is
   * given no more.
   */
  List<ProgramResult> refusals() {
    var best = sure().map(ProgramResult::program).map(ranking::indexOf).orElse(-1);
    return with(Outcome.INELIGIBLE).stream().filter(result -> matters(result, best)).toList();
  }

  private boolean matters(ProgramResult result, int best) {
    boolean isOver = result.because().stream().anyMatch(one -> one.condition().equals("offered"));
    if (isOver && result.flips().isEmpty()) {
      return false;
    }
    int rank = ranking.indexOf(result.program());
    return rank < 0 || best < 0 || rank < best;
  }
}
