package org.konbit.screening.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.HouseholdReader;
import org.konbit.rules.household.HouseholdWriter;
import org.konbit.rules.household.Reading;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.program.Program;
import org.konbit.rules.text.Problem;
import org.konbit.screening.Law;
import org.konbit.screening.form.FamilyForm.Pair;

/** Makes, changes, writes and reads forms under one law. Safe for use by several threads. */
public final class FamilyForms {
  static final String FILE = "form";

  private final Vocabulary vocabulary;
  private final HouseholdReader reader;
  private final HouseholdWriter writer;

  public FamilyForms(Law law) {
    vocabulary = law.packs().vocabulary();
    reader =
        new HouseholdReader(vocabulary, law.packs().programs().stream().map(Program::id).toList());
    writer = new HouseholdWriter(vocabulary);
  }

  /** What became of a change: a form, or why its answers cannot all be true. */
  public sealed interface Changed {
    record Accepted(FamilyForm form) implements Changed {}

    /** The answers contradict each other; never empty. */
    record Contradicted(List<Problem> problems) implements Changed {
      public Contradicted {
        problems = List.copyOf(problems);
      }
    }
  }

  /** A form of one person of whom nothing is known. */
  public FamilyForm begin(LocalDate today, String first) {
    var alone = Household.of(vocabulary, today, List.of("p1"));
    return new FamilyForm(alone, alone, new TreeSet<>(), new TreeSet<>(), List.of(), first);
  }

  /** The form with other answers. */
  public Changed change(
      FamilyForm form, Household said, SortedSet<String> declined, SortedSet<Pair> open) {
    return switch (reader.read(FILE, writer.json(said), said.asOf())) {
      case Reading.Accepted(var household) ->
          new Changed.Accepted(
              new FamilyForm(
                  said,
                  related(household, declined, open),
                  declined,
                  open,
                  form.asked(),
                  form.at()));
      case Reading.Refused(var problems) -> new Changed.Contradicted(problems);
    };
  }

  // One open pair leaves open who is the child of whom: what is said of the others names them, but
  // no rule may take it for the whole.
  static Household related(Household household, SortedSet<String> declined, SortedSet<Pair> open) {
    boolean isWhole = open.isEmpty() && !declined.contains(Vocabulary.RELATIONSHIPS_KNOWN.path());
    return isWhole ? household : household.without(Vocabulary.RELATIONSHIPS_KNOWN, 0);
  }

  /** The form as one line of text; {@link #read} takes it back. */
  public String write(FamilyForm form) {
    return FormText.write(form, writer.json(form.said()));
  }

  /**
   * Takes back what {@link #write} wrote, as of another day.
   *
   * @return empty if it was written under rules that no longer take it
   */
  public Optional<FamilyForm> read(String text, LocalDate today) {
    return new FormText(reader).read(text).map(form -> form.on(today));
  }
}
