package org.konbit.screening.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.konbit.language.Texts;
import org.konbit.rules.household.Dates;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Relationship;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;

/**
 * What the members of a family are called, since no name is ever asked: by what they are to the
 * first member, who is the reader, or the client of whoever reads.
 */
public final class MemberLabels {
  /**
   * What one member is called.
   *
   * @param name within a sentence: {@code Your child}
   * @param heading where the member stands alone: {@code Your child, 9}
   * @param isReader whether it is the reader
   */
  public record Label(String name, String heading, boolean isReader) {}

  private final Map<String, Label> labels = new HashMap<>();

  /** What the family itself calls them. */
  public MemberLabels(Household household, Texts t) {
    this(household, t, true);
  }

  private MemberLabels(Household household, Texts t, boolean isToFamily) {
    var count = new HashMap<String, Integer>();
    var names = new ArrayList<Label>();
    for (int member = 0; member < household.size(); member++) {
      var label = label(household, member, t, isToFamily);
      names.add(label);
      count.merge(label.heading(), 1, Integer::sum);
    }
    var met = new HashMap<String, Integer>();
    for (int member = 0; member < household.size(); member++) {
      var label = names.get(member);
      if (count.getOrDefault(label.heading(), 0) > 1) {
        int number = met.merge(label.heading(), 1, Integer::sum);
        label = numbered(label, number, t);
      }
      labels.put(household.ids().get(member), label);
    }
  }

  /** What somebody calls them who helps the family. */
  static MemberLabels forStaff(Household household, Texts t) {
    return new MemberLabels(household, t, false);
  }

  /** What the member of this id is called. */
  public Label of(String id) {
    return Optional.ofNullable(labels.get(id))
        .orElseThrow(() -> new IllegalArgumentException("The household has no such member."));
  }

  // Twins, and people of whom nothing is known yet.
  private static Label numbered(Label label, int number, Texts t) {
    return new Label(
        t.localize("screening.person.numbered", label.name(), number),
        t.localize("screening.person.numbered", label.heading(), number),
        label.isReader());
  }

  private static Label label(Household household, int member, Texts t, boolean isToFamily) {
    var name =
        t.localize(
            (isToFamily ? "screening.person." : "screening.client.") + kind(household, member));
    if (member == 0) {
      return new Label(name, name, isToFamily);
    }
    long age = age(household, member);
    var heading = Values.isPresent(age) ? t.localize("screening.person.aged", name, age) : name;
    return new Label(name, heading, false);
  }

  /** Completed years; unknown or none as the document has it. */
  static long age(Household household, int member) {
    long born = household.value(Vocabulary.BIRTH_DATE, member);
    return Values.isPresent(born)
        ? Math.max(0, Dates.yearsBetween(born, household.asOf().toEpochDay()))
        : household.value(Vocabulary.AGE, member);
  }

  private static String kind(Household household, int member) {
    if (member == 0) {
      return "you";
    }
    var own = direct(household, 0, member);
    if (own.isPresent()) {
      return own.get();
    }
    // The children of a husband or wife are spoken of as one's own.
    for (int other : partnersOf(household, 0)) {
      if (direct(household, other, member).filter("child"::equals).isPresent()) {
        return "child";
      }
    }
    return "other";
  }

  private static Optional<String> direct(Household household, int reader, int member) {
    for (Relationship one : household.relationships()) {
      if (one.from() == reader && one.to() == member) {
        return Optional.of(of(one.is()));
      }
      if (one.to() == reader && one.from() == member) {
        return Optional.of(to(one.is()));
      }
    }
    return Optional.empty();
  }

  private static String of(Relationship.Kind is) {
    return switch (is) {
      case SPOUSE -> "spouse";
      case PARTNER -> "partner";
      case PARENT, STEPPARENT -> "child";
      case GRANDPARENT -> "grandchild";
      case CARETAKER -> "in-care";
      case SIBLING -> "sibling";
    };
  }

  private static String to(Relationship.Kind is) {
    return switch (is) {
      case SPOUSE -> "spouse";
      case PARTNER -> "partner";
      case PARENT, STEPPARENT -> "parent";
      case GRANDPARENT -> "grandparent";
      case CARETAKER -> "caretaker";
      case SIBLING -> "sibling";
    };
  }

  private static List<Integer> partnersOf(Household household, int member) {
    return household.relationships().stream()
        .filter(
            one -> one.is() == Relationship.Kind.SPOUSE || one.is() == Relationship.Kind.PARTNER)
        .filter(one -> one.from() == member || one.to() == member)
        .map(one -> one.from() == member ? one.to() : one.from())
        .toList();
  }
}
