package org.konbit.rules.screening;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.HouseholdReader;
import org.konbit.rules.household.Reading;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.program.Program;
import org.konbit.rules.text.Problem;

/** Reads documents and screens them. Keeps nothing of them. Safe for use by several threads. */
public final class Documents {
  /** What became of a document. */
  public sealed interface Result {
    record Answered(Household household, Screening screening) implements Result {}

    /** Never empty; in the order of the document. */
    record Refused(List<Problem> problems) implements Result {
      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  private final Screener screener;
  private final HouseholdReader reader;
  private final LocalDate today;
  private final Optional<LocalDate> asOf;

  /**
   * Documents read on one day.
   *
   * @param today for when a document is screened that names no date
   * @param asOf replaces the date that a document names
   */
  public Documents(Screener screener, LocalDate today, Optional<LocalDate> asOf) {
    var law = screener.packs();
    this.screener = screener;
    this.reader =
        new HouseholdReader(law.vocabulary(), law.programs().stream().map(Program::id).toList());
    this.today = today;
    this.asOf = asOf;
  }

  /** Screens the document, with every aspect. */
  public Result screen(String name, byte[] document) {
    return screen(name, document, EnumSet.allOf(Aspect.class));
  }

  /**
   * Screens the document.
   *
   * @param name what it is called by in problems
   * @param document YAML or JSON, in UTF-8; from outside, so it may be anything
   * @throws org.konbit.rules.expression.RuleCannotBeEvaluated if a rule ends in an error
   */
  public Result screen(String name, byte[] document, Set<Aspect> aspects) {
    return switch (reader.read(name, document, asOf.orElse(today))) {
      case Reading.Accepted(var household) -> screen(name, household, aspects);
      case Reading.Refused(var problems) -> new Result.Refused(problems);
    };
  }

  private Result screen(String name, Household read, Set<Aspect> aspects) {
    var household = asOf.map(read::on).orElse(read);
    for (int member = 0; member < household.size(); member++) {
      long born = household.value(Vocabulary.BIRTH_DATE, member);
      if (Values.isPresent(born) && born > household.asOf().toEpochDay()) {
        var path = household.path(Vocabulary.BIRTH_DATE, member);
        return refused(name, path, "The birthDate is after asOf (%s).".formatted(household.asOf()));
      }
    }
    try {
      return new Result.Answered(household, screener.screen(household, aspects, Set.of()));
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
