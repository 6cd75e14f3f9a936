package org.konbit.screening.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.konbit.rules.expression.Kind;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeEntry;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.screening.Because;
import org.konbit.rules.screening.Flip;
import org.konbit.rules.screening.FlipValue;
import org.konbit.rules.screening.ProgramResult;

/** Tells what an outcome rests on, and what would turn it. */
final class ReasonTelling {
  // Texts that the packs give no first day are held from 1900 on.
  private static final int LONG_AGO = Math.toIntExact(LocalDate.of(1950, 1, 1).toEpochDay());

  private static final int YOUNGEST_SPOKEN_TO = 18;
  private static final int OLDEST_SPOKEN_TO = 49;

  private final RuleWords words;
  private final Household household;
  private final Set<String> unverified;

  /**
   * @param unverified message keys of conditions that rest on a figure nobody could verify
   */
  ReasonTelling(RuleWords words, Household household, Set<String> unverified) {
    this.words = words;
    this.household = household;
    this.unverified = unverified;
  }

  List<AnswerPage.Reason> reasons(ProgramResult result) {
    return result.because().stream().map(this::reason).toList();
  }

  private AnswerPage.Reason reason(Because because) {
    var verdict = because.holds().map(holds -> holds ? "yes" : "no").orElse("open");
    return new AnswerPage.Reason(
        verdict,
        words.t().localize("screening.answer.verdict-" + verdict),
        words.say(because.message()),
        because.value().map(words::value),
        because.limit().filter(limit -> limit.kind() == Kind.INT).map(words::value),
        because.cite(),
        inForce(because),
        unverified.contains(because.message()));
  }

  private Optional<String> inForce(Because because) {
    boolean begins = because.from() > LONG_AGO;
    boolean ends = because.to() != Integer.MAX_VALUE;
    if (begins && ends) {
      return Optional.of(
          words
              .t()
              .localize(
                  "screening.answer.in-force-between", day(because.from()), day(because.to())));
    }
    if (begins) {
      return Optional.of(
          words.t().localize("screening.answer.in-force-since", day(because.from())));
    }
    return ends
        ? Optional.of(words.t().localize("screening.answer.in-force-until", day(because.to())))
        : Optional.empty();
  }

  private String day(int day) {
    return words.date(LocalDate.ofEpochDay(day));
  }

  /** Refusals, those for the same reasons together. */
  List<AnswerPage.Refusal> refusals(List<ProgramResult> refused) {
    var same = new LinkedHashMap<List<Object>, List<ProgramResult>>();
    for (ProgramResult result : refused) {
      same.computeIfAbsent(List.of(failing(result), result.notes()), _ -> new ArrayList<>())
          .add(result);
    }
    return same.values().stream().map(this::refusal).toList();
  }

  private List<AnswerPage.Reason> failing(ProgramResult result) {
    return reasons(result).stream().filter(reason -> reason.verdict().equals("no")).toList();
  }

  private AnswerPage.Refusal refusal(List<ProgramResult> results) {
    return new AnswerPage.Refusal(
        words.programs(results.stream().map(ProgramResult::program).toList()),
        failing(results.getFirst()),
        results.getFirst().notes().stream().map(words::say).toList());
  }

  /** What would turn refusals; those that the same would turn together. */
  List<AnswerPage.Turning> turnings(List<ProgramResult> refused) {
    var same = new LinkedHashMap<List<String>, List<String>>();
    for (ProgramResult result : refused) {
      var ways = result.flips().stream().filter(this::isSeemly).map(this::way).distinct().toList();
      if (!ways.isEmpty()) {
        same.computeIfAbsent(ways, _ -> new ArrayList<>()).add(result.program());
      }
    }
    return same.entrySet().stream()
        .map(one -> new AnswerPage.Turning(words.programs(one.getValue()), one.getKey()))
        .toList();
  }

  // The law looks at pregnancies from 9 to 64; to speak of one unasked would hurt at most of these.
  private boolean isSeemly(Flip flip) {
    if (!flip.fact().endsWith("." + Vocabulary.PREGNANT.path())) {
      return true;
    }
    int member = household.ids().indexOf(FactWords.member(flip.fact()).orElse(""));
    long age = MemberLabels.age(household, member);
    return age >= YOUNGEST_SPOKEN_TO && age <= OLDEST_SPOKEN_TO;
  }

  private String way(Flip flip) {
    return switch (flip.at()) {
      case FlipValue.Date(var date) ->
          words.t().localize("screening.answer.way-date", words.date(date));
      case FlipValue.Cents(long cents) -> amount(flip, cents);
      case FlipValue.Flag(boolean flag) -> answer(flip, Boolean.toString(flag));
      case FlipValue.Word(var word) -> answer(flip, word);
    };
  }

  private String answer(Flip flip, String value) {
    return words
        .t()
        .localize(
            "screening.answer.way-answer",
            words.who(flip.fact()).orElse(""),
            words.question(flip.fact()).text(),
            words.option(flip.fact(), value));
  }

  private String amount(Flip flip, long cents) {
    var who = words.who(flip.fact()).orElse("");
    if (flip.entry() < 0) {
      return words.t().localize("screening.answer.way-assets", who, words.dollars(cents));
    }
    var entry = entry(flip);
    var kind =
        words.option(
            Vocabulary.INCOME_ENTRIES.path(), entry.map(one -> one.kind().word()).orElse("wages"));
    boolean isLess = cents < entry.map(IncomeEntry::cents).orElse(0L);
    return words
        .t()
        .localize(
            isLess ? "screening.answer.way-less" : "screening.answer.way-more",
            who,
            kind,
            words.dollars(cents),
            words.option("income.per", flip.per()));
  }

  private Optional<IncomeEntry> entry(Flip flip) {
    int member = household.ids().indexOf(FactWords.member(flip.fact()).orElse(""));
    if (member < 0) {
      return Optional.empty();
    }
    var entries = household.income(member);
    return flip.entry() < entries.size()
        ? Optional.of(entries.get(flip.entry()))
        : Optional.empty();
  }
}
