package org.konbit.rules.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.HouseholdReader;
import org.konbit.rules.household.Reading;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Program;
import org.konbit.rules.screening.NotCovered;
import org.konbit.rules.screening.Screener;
import org.konbit.rules.screening.Screening;
import org.konbit.rules.text.Problem;

/** Reads documents and screens them, for one date where one was asked for. Safe for threads. */
final class Documents {
  /** What became of a document. */
  sealed interface Result {
    record Answered(Household household, Screening screening) implements Result {}

    record Refused(List<Problem> problems) implements Result {}
  }

  private final Screener screener;
  private final HouseholdReader reader;
  private final LocalDate today;
  private final Optional<LocalDate> asOf;

  Documents(RulePacks law, LocalDate today, Optional<LocalDate> asOf) {
    this.screener = new Screener(law);
    this.reader =
        new HouseholdReader(law.vocabulary(), law.programs().stream().map(Program::id).toList());
    this.today = today;
    this.asOf = asOf;
  }

  /**
   * Screens the document.
   *
   * @throws org.konbit.rules.expression.RuleCannotBeEvaluated if a rule ends in an error
   */
  Result screen(String name, byte[] document) {
    return switch (reader.read(name, document, asOf.orElse(today))) {
      case Reading.Accepted(var household) -> screen(name, household);
      case Reading.Refused(var problems) -> new Result.Refused(problems);
    };
  }

  private Result screen(String name, Household read) {
    var household = asOf.map(read::on).orElse(read);
    for (int member = 0; member < household.size(); member++) {
      long born = household.value(Vocabulary.BIRTH_DATE, member);
      if (Values.isPresent(born) && born > household.asOf().toEpochDay()) {
        var path = household.path(Vocabulary.BIRTH_DATE, member);
        return refused(name, path, "The birthDate is after asOf (%s).".formatted(household.asOf()));
      }
    }
    try {
      return new Result.Answered(household, screener.screen(household));
    } catch (NotCovered e) {
      var message = String.valueOf(e.getMessage());
      int end = message.indexOf('\n');
      return end < 0
          ? refused(name, "asOf", message)
          : new Result.Refused(
              List.of(
                  Problem.at(name, 1, 1, message.substring(0, end))
                      .withPath("asOf")
                      .withRemedy(message.substring(end + 1))));
    }
  }

  private static Result refused(String name, String path, String message) {
    return new Result.Refused(List.of(Problem.at(name, 1, 1, message).withPath(path)));
  }
}
