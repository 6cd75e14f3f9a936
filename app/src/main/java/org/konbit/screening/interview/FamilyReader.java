package org.konbit.screening.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.konbit.rules.household.Dates;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Relationship;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.screening.form.FamilyForm;
import org.konbit.screening.form.FamilyForm.Pair;
import org.konbit.screening.form.Roster;
import org.konbit.screening.interview.Interview.Turn;
import org.konbit.screening.interview.Reply.Flaw;

/** Reads who belongs to a family and how they are related. */
final class FamilyReader {
  private static final int OLDEST = 130;

  /** What was read. */
  record Read(FamilyForm form, List<Flaw> flaws) {
    Turn map(Function<FamilyForm, Turn> taken, FamilyForm before) {
      return flaws.isEmpty() ? taken.apply(form) : new Turn.Wrong(before, flaws);
    }
  }

  static String age(String id) {
    return "age-" + id;
  }

  static String kin(String id) {
    return "kin-" + id;
  }

  static String kin(Pair pair) {
    return "kin-" + pair.one() + "-" + pair.other();
  }

  /** Completed years, from the birth date where it is known. */
  static long age(Household said, int member) {
    long birth = said.value(Vocabulary.BIRTH_DATE, member);
    return Values.isPresent(birth)
        ? Dates.yearsBetween(birth, said.asOf().toEpochDay())
        : said.value(Vocabulary.AGE, member);
  }

  /** Ages, and what each is to the first. */
  Read members(FamilyForm form, Typed typed) {
    var flaws = new ArrayList<Flaw>();
    var said = form.said();
    var kinships = new ArrayList<Kinship>();
    for (int member = 0; member < said.size(); member++) {
      var id = said.ids().get(member);
      said = withAge(said, member, typed.text(age(id)), flaws);
      var kin = Kinship.of(typed.text(kin(id)));
      if (member > 0 && kin.isEmpty()) {
        flaws.add(new Flaw(kin(id), "kin", List.of()));
      }
      kinships.add(kin.orElse(Kinship.UNRELATED));
    }
    return new Read(related(form, said, kinships), flaws);
  }

  private static Household withAge(Household said, int member, String text, List<Flaw> flaws) {
    if (text.isEmpty()) {
      return said.without(Vocabulary.AGE, member);
    }
    var age = Figures.whole(text);
    if (age.isEmpty() || age.getAsInt() > OLDEST) {
      flaws.add(new Flaw(age(said.ids().get(member)), "number", List.<Object>of(0, OLDEST)));
      return said;
    }
    long birth = said.value(Vocabulary.BIRTH_DATE, member);
    boolean isToldApart =
        Values.isPresent(birth)
            && Dates.yearsBetween(birth, said.asOf().toEpochDay()) != age.getAsInt();
    var plain = isToldApart ? said.without(Vocabulary.BIRTH_DATE, member) : said;
    return plain.isKnown(Vocabulary.BIRTH_DATE, member)
        ? plain.without(Vocabulary.AGE, member)
        : plain.with(Vocabulary.AGE, member, age.getAsInt());
  }

  private static FamilyForm related(FamilyForm form, Household said, List<Kinship> kinships) {
    List<Relationship> stated = said.relationships();
    SortedSet<Pair> open = new TreeSet<>(form.open());
    for (int member = 1; member < said.size(); member++) {
      var now = kinships.get(member);
      boolean isNew = open.remove(pair(said, 0, member));
      if (isNew || Kinship.between(said, member, 0) != now) {
        var others = new ArrayList<>(Kinship.without(stated, 0, member));
        others.addAll(now.stated(member, 0));
        stated = others;
        openOthers(said, member, open);
      }
    }
    var settled = settled(said, kinships, stated, open);
    var declined = new TreeSet<>(form.declined());
    if (open.isEmpty()) {
      declined.remove(Interview.KIN);
    }
    return new FamilyForm(
        said.withRelationships(settled), form.household(), declined, open, form.asked(), form.at());
  }

  // Whoever has become another to the first may be another to everybody.
  private static void openOthers(Household said, int member, SortedSet<Pair> open) {
    for (int other = 1; other < said.size(); other++) {
      if (other != member) {
        open.add(pair(said, Math.min(member, other), Math.max(member, other)));
      }
    }
  }

  private static Pair pair(Household said, int one, int other) {
    return new Pair(said.ids().get(one), said.ids().get(other));
  }

  private static List<Relationship> settled(
      Household said, List<Kinship> kinships, List<Relationship> stated, SortedSet<Pair> open) {
    List<Relationship> all = new ArrayList<>(stated);
    for (Pair pair : List.copyOf(open)) {
      int one = said.ids().indexOf(pair.one());
      int other = said.ids().indexOf(pair.other());
      if (one <= 0 || other <= 0) {
        continue;
      }
      var follows = Kinship.follows(kinships.get(one), kinships.get(other));
      all = Kinship.without(all, one, other);
      if (follows.isPresent()) {
        open.remove(pair);
        all.addAll(follows.get().stated(one, other));
      }
    }
    return all;
  }

  /** How the others are related to each other. */
  Read kin(FamilyForm form, Typed typed) {
    if (typed.isDeclined()) {
      var declined = new TreeSet<>(form.declined());
      declined.add(Interview.KIN);
      return new Read(with(form, form.said(), declined, form.open()), List.of());
    }
    var flaws = new ArrayList<Flaw>();
    var said = form.said();
    List<Relationship> stated = said.relationships();
    SortedSet<Pair> open = new TreeSet<>(form.open());
    for (Pair pair : pairs(form)) {
      var kin = Kinship.of(typed.text(kin(pair)));
      if (kin.isEmpty()) {
        flaws.add(new Flaw(kin(pair), "kin", List.of()));
        continue;
      }
      int one = said.ids().indexOf(pair.one());
      int other = said.ids().indexOf(pair.other());
      var others = new ArrayList<>(Kinship.without(stated, one, other));
      others.addAll(kin.get().stated(one, other));
      stated = others;
      open.remove(pair);
    }
    var declined = new TreeSet<>(form.declined());
    declined.remove(Interview.KIN);
    return new Read(with(form, said.withRelationships(stated), declined, open), flaws);
  }

  /** The pairs to ask about: those that are open, or all where somebody looks again. */
  static List<Pair> pairs(FamilyForm form) {
    var all = new ArrayList<Pair>();
    for (int one = 1; one < form.said().size(); one++) {
      for (int other = one + 1; other < form.said().size(); other++) {
        all.add(pair(form.said(), one, other));
      }
    }
    if (!form.open().isEmpty()) {
      all.retainAll(form.open());
    }
    return all;
  }

  FamilyForm add(FamilyForm form) {
    if (form.said().size() >= FamilyForm.MOST_MEMBERS) {
      return form;
    }
    var said = Roster.withOneMore(form.said());
    SortedSet<Pair> open = new TreeSet<>(form.open());
    int last = said.size() - 1;
    for (int other = 0; other < last; other++) {
      open.add(pair(said, other, last));
    }
    return with(form, said, form.declined(), open);
  }

  FamilyForm remove(FamilyForm form, String id) {
    if (form.said().ids().indexOf(id) < 1) {
      return form;
    }
    var said = Roster.without(form.said(), id);
    SortedSet<Pair> open = new TreeSet<>(form.open());
    open.removeIf(pair -> pair.one().equals(id) || pair.other().equals(id));
    var declined = new TreeSet<>(form.declined());
    declined.removeIf(path -> path.startsWith("members." + id + "."));
    var asked = new ArrayList<>(form.asked());
    asked.removeIf(path -> path.startsWith("members." + id + "."));
    return new FamilyForm(said, form.household(), declined, open, asked, form.at());
  }

  private static FamilyForm with(
      FamilyForm form, Household said, SortedSet<String> declined, SortedSet<Pair> open) {
    return new FamilyForm(said, form.household(), declined, open, form.asked(), form.at());
  }

  /** What the member is to the first, where it is known already. */
  static Optional<Kinship> toTheFirst(FamilyForm form, int member) {
    var said = form.said();
    boolean isOpen =
        form.open().contains(pair(said, 0, member))
            || !said.isKnown(Vocabulary.RELATIONSHIPS_KNOWN, 0);
    return isOpen ? Optional.empty() : Optional.of(Kinship.between(said, member, 0));
  }
}
