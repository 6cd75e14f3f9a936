package org.konbit.screening.interview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.konbit.rules.expression.MissingFact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.screening.Aspect;
import org.konbit.rules.screening.Question;
import org.konbit.rules.screening.Screening;
import org.konbit.rules.text.Problem;
import org.konbit.screening.Law;
import org.konbit.screening.form.FamilyForm;
import org.konbit.screening.form.FamilyForms;
import org.konbit.screening.form.FamilyForms.Changed;

/**
 * Leads a family from question to question under one law: first who they are, then whatever settles
 * most, until no answer could change anything. Keeps nothing. Safe for use by several threads.
 */
final class Interview {
  static final String STATE = Vocabulary.STATE.path();
  static final String KIN = Vocabulary.RELATIONSHIPS_KNOWN.path();

  // Of a hundred facts that are missing, so many are asked: the others are settled by what is said
  // before. Measured by the benchmark "interview", where it holds from five facts to sixty.
  private static final int ASKED_OF_A_HUNDRED = 77;

  private final Law law;
  private final FamilyForms forms;
  private final Options options;
  private final AnswerReader answers;
  private final FamilyReader family;

  Interview(Law law, FamilyForms forms) {
    this.law = law;
    this.forms = forms;
    this.options = new Options(law);
    this.answers = new AnswerReader(options);
    this.family = new FamilyReader();
  }

  /** What became of a question that was filled in. */
  sealed interface Turn {
    /** It was taken; the form stands at the next question. */
    record Next(Step step) implements Turn {
      FamilyForm form() {
        return step.form();
      }
    }

    /** The same question once more, with more or less in it. */
    record Further(FamilyForm form) implements Turn {}

    /** It cannot be read. */
    record Wrong(FamilyForm form, List<Reply.Flaw> flaws) implements Turn {}

    /** It contradicts what was answered before. */
    record Contradicted(FamilyForm form, List<Problem> problems) implements Turn {}
  }

  /**
   * A form at a question, or at nothing.
   *
   * @param left about how many questions are left, the one shown included; 0 until it is known who
   *     belongs to the family, for before that nobody can tell
   */
  record Step(FamilyForm form, int left) {}

  Options options() {
    return options;
  }

  FamilyForm begin(LocalDate today) {
    return forms.begin(today, STATE);
  }

  /** Takes the filled-in question at which the form stands. */
  Turn answer(FamilyForm form, Typed typed) {
    if (form.at().equals(FamilyForm.MEMBERS)) {
      return family.members(form, typed).map(kept -> taken(form, kept), form);
    }
    if (form.at().equals(KIN)) {
      return family.kin(form, typed).map(kept -> taken(form, kept), form);
    }
    var place = form.fact(form.at());
    if (place.isEmpty()) {
      return new Turn.Next(moved(form));
    }
    return switch (answers.read(form.said(), place.get(), typed)) {
      case Reply.Said(var said) -> taken(form, said(form, place.get(), said));
      case Reply.Declined() -> taken(form, declined(form, place.get()));
      case Reply.Further() -> new Turn.Further(form);
      case Reply.Wrong(var flaws) -> new Turn.Wrong(form, flaws);
    };
  }

  private Turn taken(FamilyForm before, FamilyForm kept) {
    return switch (forms.change(before, kept.said(), kept.declined(), kept.open())) {
      case Changed.Accepted(var form) -> new Turn.Next(moved(asked(form)));
      case Changed.Contradicted(var problems) -> new Turn.Contradicted(before, problems);
    };
  }

  private static FamilyForm said(FamilyForm form, MissingFact place, Household said) {
    var declined = new TreeSet<>(form.declined());
    declined.remove(place.path(said));
    return new FamilyForm(
        tidied(form.said(), said, place),
        form.household(),
        declined,
        form.open(),
        form.asked(),
        form.at());
  }

  // What was said before of the same thing in another way, and would now contradict it. The same
  // answer sent once more contradicts nothing.
  private static Household tidied(Household before, Household said, MissingFact place) {
    int member = place.member();
    if (before.value(place.fact(), member) == said.value(place.fact(), member)) {
      return said;
    }
    if (place.fact().equals(Vocabulary.BIRTH_DATE)) {
      return said.without(Vocabulary.AGE, member);
    }
    if (place.fact().equals(Vocabulary.AGE)) {
      return said.without(Vocabulary.BIRTH_DATE, member);
    }
    return place.fact().equals(Vocabulary.PREGNANT)
        ? said.without(Vocabulary.EXPECTED_BABIES, member)
        : said;
  }

  private static FamilyForm declined(FamilyForm form, MissingFact place) {
    var declined = new TreeSet<>(form.declined());
    declined.add(place.path(form.said()));
    var said = form.said().without(place.fact(), place.member());
    return new FamilyForm(said, form.household(), declined, form.open(), form.asked(), form.at());
  }

  private static FamilyForm asked(FamilyForm form) {
    if (form.asked().contains(form.at())) {
      return form;
    }
    var asked = new ArrayList<>(form.asked());
    asked.add(form.at());
    return new FamilyForm(
        form.said(), form.household(), form.declined(), form.open(), asked, form.at());
  }

  /** The form at what is to be asked next, or at nothing. */
  private Step moved(FamilyForm form) {
    var first = beforeTheLaw(form);
    if (first.isPresent()) {
      return step(form.at(first.get()));
    }
    var ahead = law.screener().ahead(form.household(), settled(form));
    var next = form.at(ahead.next().map(Question::fact).map(path -> first(form, path)).orElse(""));
    return new Step(next, left(next, ahead.missing()));
  }

  private static Optional<String> beforeTheLaw(FamilyForm form) {
    if (!form.said().isKnown(Vocabulary.STATE, 0)) {
      return Optional.of(STATE);
    }
    if (!form.asked().contains(FamilyForm.MEMBERS)) {
      return Optional.of(FamilyForm.MEMBERS);
    }
    return form.open().isEmpty() || form.declined().contains(KIN)
        ? Optional.empty()
        : Optional.of(KIN);
  }

  // Nobody is asked how many babies she expects before she has said that she does.
  private static String first(FamilyForm form, String path) {
    return form.fact(path)
        .filter(place -> place.fact().equals(Vocabulary.EXPECTED_BABIES))
        .map(place -> new MissingFact(Vocabulary.PREGNANT, place.member()))
        .filter(pregnant -> !form.household().isKnown(pregnant.fact(), pregnant.member()))
        .map(pregnant -> pregnant.path(form.household()))
        .filter(before -> !form.declined().contains(before))
        .orElse(path);
  }

  Screening screen(FamilyForm form, Set<Aspect> aspects) {
    return law.screener().screen(form.household(), aspects, settled(form));
  }

  /** Everything about the family that its answer tells. */
  Screening screen(FamilyForm form) {
    return screen(form, EnumSet.allOf(Aspect.class));
  }

  // Somebody may be enrolled and not know since when: that is asked once.
  private static Set<MissingFact> settled(FamilyForm form) {
    var settled = new HashSet<>(form.withheld());
    for (int member = 0; member < form.said().size(); member++) {
      if (form.said().isKnown(Vocabulary.ENROLLED_IN, member)) {
        settled.add(new MissingFact(Vocabulary.ENROLLED_IN, member));
      }
    }
    return settled;
  }

  /** The form where it stands, and how far that is from the answer. */
  Step step(FamilyForm form) {
    if (!form.asked().contains(FamilyForm.MEMBERS)) {
      return new Step(form, 0);
    }
    var missing = new HashSet<>(law.screener().missing(form.household()));
    missing.removeAll(settled(form));
    return new Step(form, left(form, missing));
  }

  private static int left(FamilyForm form, Collection<MissingFact> missing) {
    // Who is related to whom, and who belongs to the family, may be asked though nothing waits.
    boolean isCounted = form.fact(form.at()).filter(missing::contains).isPresent();
    int open = missing.size() + (isCounted ? 0 : 1);
    return Math.max(1, (open * ASKED_OF_A_HUNDRED + 50) / 100);
  }

  /** The form at the question before the one shown. */
  FamilyForm back(FamilyForm form) {
    int place = form.asked().indexOf(form.at());
    int before = place < 0 ? form.asked().size() - 1 : place - 1;
    return form.at(before < 0 ? STATE : form.asked().get(before));
  }

  /** Whether there is a question before the one shown. */
  boolean hasBefore(FamilyForm form) {
    int place = form.asked().indexOf(form.at());
    return place < 0 ? !form.asked().isEmpty() : place > 0;
  }

  /** The form at that question, asked before or not; the form as it is if there is none. */
  FamilyForm edit(FamilyForm form, String path) {
    boolean isKinOfNobody = path.equals(KIN) && form.said().size() < 3;
    boolean isQuestion = path.equals(FamilyForm.MEMBERS) || form.fact(path).isPresent();
    return isQuestion && !isKinOfNobody ? form.at(path) : form;
  }

  /** The form with one more person. */
  Turn add(FamilyForm form) {
    return stayed(form, family.add(form));
  }

  /** The form without that person. */
  Turn remove(FamilyForm form, String id) {
    return stayed(form, family.remove(form, id));
  }

  private Turn stayed(FamilyForm before, FamilyForm kept) {
    return switch (forms.change(kept, kept.said(), kept.declined(), kept.open())) {
      case Changed.Accepted(var form) -> new Turn.Further(form.at(FamilyForm.MEMBERS));
      case Changed.Contradicted(var problems) -> new Turn.Contradicted(before, problems);
    };
  }
}
