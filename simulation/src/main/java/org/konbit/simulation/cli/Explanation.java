package org.konbit.simulation.cli;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.HouseholdWriter;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.Aspect;
import org.konbit.rules.screening.Because;
import org.konbit.rules.screening.MemberResult;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.screening.ProgramResult;
import org.konbit.rules.screening.Screener;
import org.konbit.rules.screening.Screening;
import org.konbit.simulation.reform.Reform;
import org.konbit.simulation.reform.Reforms;

/** What a reform changes for one home of the population, and why, by the engine that explains. */
final class Explanation {
  private static final String LANGUAGE = "en";

  private final RulePacks law;
  private final RulePacks reform;
  private final Reform bill;
  private final LocalDate after;
  private final StringBuilder text = new StringBuilder();

  Explanation(RulePacks law, Reforms.Reformed reformed, LocalDate after) {
    this.law = law;
    this.reform = reformed.law();
    this.bill = reformed.reform();
    this.after = after;
  }

  /** The home's document as drawn, then each person before and after. */
  String of(String about, Household household) {
    line("%s under %s (%s)".formatted(about, bill.id(), bill.title()));
    line("Statuses are drawn, not known: this is no statement about any person.");
    line("");
    line(new HouseholdWriter(reform.vocabulary()).yaml(household).strip());
    line("");
    var before = screened(law, household);
    var then = screened(reform, household.on(after));
    for (int i = 0; i < household.size(); i++) {
      member(before.members().get(i), then.members().get(i));
    }
    return text.toString();
  }

  private static Screening screened(RulePacks packs, Household household) {
    return new Screener(packs).screen(household, EnumSet.of(Aspect.REASONS), Set.of());
  }

  private void member(MemberResult before, MemberResult then) {
    var isSame = before.best().equals(then.best()) ? " (unchanged)" : "";
    line("%s: %s → %s%s".formatted(before.id(), before.best(), then.best(), isSame));
    for (ProgramResult now : then.programs()) {
      var was = find(before, now.program());
      boolean isOther =
          was == null
              ? now.outcome() == Outcome.ELIGIBLE
              : was.outcome() != now.outcome()
                  || !was.amountAnnualCents().equals(now.amountAnnualCents());
      if (isOther) {
        change(was, now);
      }
    }
    line("");
  }

  private static @org.jspecify.annotations.Nullable ProgramResult find(
      MemberResult member, String program) {
    return member.programs().stream()
        .filter(result -> result.program().equals(program))
        .findFirst()
        .orElse(null);
  }

  private void change(@org.jspecify.annotations.Nullable ProgramResult was, ProgramResult now) {
    var before = was == null ? "not there" : was.outcome().word();
    line("  %s: %s → %s%s".formatted(now.program(), before, now.outcome().word(), amount(now)));
    if (was != null) {
      was.because().stream()
          .filter(because -> because.holds().filter(holds -> !holds).isPresent())
          .forEach(because -> reason("before, in the way", because, law));
    }
    now.because().stream()
        .filter(because ->
            because
                .holds()
                .filter(holds -> holds == (now.outcome() == Outcome.ELIGIBLE))
                .isPresent())
        .forEach(because -> reason("after", because, reform));
  }

  private static String amount(ProgramResult result) {
    return result.amountAnnualCents().isPresent()
        ? " ($%,.2f a year)".formatted(result.amountAnnualCents().getAsLong() / 100.0)
        : "";
  }

  private void reason(String when, Because because, RulePacks packs) {
    var sentence = packs.messages().find(LANGUAGE, because.message()).orElse(because.message());
    line("    %s: %s [%s]".formatted(when, sentence, because.cite()));
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
