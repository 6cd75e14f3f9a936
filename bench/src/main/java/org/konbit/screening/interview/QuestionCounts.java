package org.konbit.screening.interview;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.HouseholdReader;
import org.konbit.rules.household.Reading;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Program;
import org.konbit.screening.Law;
import org.konbit.screening.form.FamilyForm;
import org.konbit.screening.form.FamilyForms;

/**
 * How many questions made-up families are asked on their way to the answer, beside a form that asks
 * everything of everybody.
 */
public final class QuestionCounts {
  /**
   * What one family was asked.
   *
   * @param asked by the interview
   * @param all by a form of all questions that can be asked
   * @param estimated how many were said to be left once it was known who belongs to the family
   * @param statuses of how many people the immigration status was asked
   */
  public record Count(int asked, int all, int estimated, int statuses, int people) {}

  private static final String STATUS = "." + Vocabulary.STATUS.path();

  private final Law law = new Law(RulePacks.shipped(List.of()));
  private final FamilyForms forms = new FamilyForms(law);
  private final Interview interview = new Interview(law, forms);
  private final Spelled spelled = new Spelled(interview.options());

  /** Leads the family of the document, which answers what the document says, to the end. */
  public Count of(String document) {
    var truth = read(document);
    var form = next(interview.begin(truth.asOf()), truth);
    while (form.said().size() < truth.size()) {
      form = ((Interview.Turn.Further) interview.add(form)).form();
    }
    form = next(form, truth);
    int estimated = form.asked().size() + interview.step(form).left();
    while (!form.at().isEmpty()) {
      form = next(form, truth);
    }
    int statuses = (int) form.asked().stream().filter(path -> path.endsWith(STATUS)).count();
    int asked = form.asked().size();
    return new Count(asked, asked + form.unasked().size(), estimated, statuses, truth.size());
  }

  private Household read(String document) {
    var programs = law.packs().programs().stream().map(Program::id).toList();
    var reading =
        new HouseholdReader(law.packs().vocabulary(), programs)
            .read("family", document, LocalDate.EPOCH);
    return switch (reading) {
      case Reading.Accepted(var household) -> household;
      case Reading.Refused(var problems) -> throw new IllegalStateException(problems.toString());
    };
  }

  private FamilyForm next(FamilyForm form, Household truth) {
    var known =
        new FamilyForm(truth, truth, form.declined(), new TreeSet<>(), form.asked(), form.at());
    return switch (interview.answer(form, spelled.of(known, form.at()).with("exactly", "yes"))) {
      case Interview.Turn.Next(var step) -> step.form();
      case Interview.Turn.Further _, Interview.Turn.Wrong _, Interview.Turn.Contradicted _ ->
          declined(form);
    };
  }

  // What the document does not say, the family does not either.
  private FamilyForm declined(FamilyForm form) {
    var typed = Typed.builder().put(Typed.ANSWER, Typed.DECLINE).build();
    return switch (interview.answer(form, typed)) {
      case Interview.Turn.Next(var step) -> step.form();
      case Interview.Turn.Further _, Interview.Turn.Wrong _, Interview.Turn.Contradicted _ ->
          throw new IllegalStateException("(%s) cannot be declined.".formatted(form.at()));
    };
  }

  /** The middle of the numbers. */
  public static int median(int... numbers) {
    var sorted = numbers.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
