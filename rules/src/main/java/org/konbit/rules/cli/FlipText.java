package org.konbit.rules.cli;

import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeEntry;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.screening.Flip;
import org.konbit.rules.screening.FlipValue;

/** What would change a refusal, in words. */
final class FlipText {
  private final Wording wording;
  private final Household household;

  FlipText(Wording wording, Household household) {
    this.wording = wording;
    this.household = household;
  }

  String of(Flip flip) {
    return switch (flip.at()) {
      case FlipValue.Date(var date) -> "from %s on".formatted(Wording.date(date));
      case FlipValue.Cents(long cents) -> amount(flip, cents);
      case FlipValue.Flag(boolean flag) -> answer(flip, Boolean.toString(flag));
      case FlipValue.Word(var word) -> answer(flip, word);
    };
  }

  private String answer(Flip flip, String value) {
    return "%s’s answer to “%s” being “%s”"
        .formatted(whom(flip), wording.question(flip.fact()), wording.option(flip.fact(), value));
  }

  private String amount(Flip flip, long cents) {
    int member = household.ids().indexOf(whom(flip));
    if (flip.entry() < 0) {
      return "%s’s savings and property at %s or less"
          .formatted(whom(flip), Wording.dollars(cents));
    }
    var entries = household.income(member);
    var kind = "wages";
    long now = 0;
    if (flip.entry() < entries.size()) {
      IncomeEntry entry = entries.get(flip.entry());
      kind =
          Wording.inSentence(wording.option(Vocabulary.INCOME_ENTRIES.path(), entry.kind().word()));
      now = entry.cents();
    }
    return "%s’s %s at %s a %s or %s"
        .formatted(
            whom(flip), kind, Wording.dollars(cents), flip.per(), cents < now ? "less" : "more");
  }

  private static String whom(Flip flip) {
    return Wording.member(flip.fact()).orElse("the household");
  }
}
