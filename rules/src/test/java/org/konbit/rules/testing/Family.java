package org.konbit.rules.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeEntry;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.rules.household.Relationship;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;

/** A household told in a few words, for tests: members are named by their ids. */
public final class Family {
  private static final List<Fact> TAX =
      List.of(Vocabulary.FILES, Vocabulary.JOINTLY_WITH, Vocabulary.CLAIMS, Vocabulary.CLAIMED_BY);

  private Household household;
  private final List<Relationship> relationships = new ArrayList<>();

  private Family(String... ids) {
    household = Household.of(Vocabulary.base(), LocalDate.of(2026, 6, 15), List.of(ids));
  }

  public static Family of(String... ids) {
    return new Family(ids);
  }

  public Family aged(String id, int years) {
    return with(Vocabulary.AGE, id, years);
  }

  public Family with(Fact fact, String id, long value) {
    household = household.with(fact, number(id), value);
    return this;
  }

  public Family files(String id) {
    return with(Vocabulary.FILES, id, Values.TRUE);
  }

  public Family jointly(String one, String other) {
    return with(Vocabulary.JOINTLY_WITH, one, number(other))
        .with(Vocabulary.JOINTLY_WITH, other, number(one))
        .files(one)
        .files(other);
  }

  public Family claims(String filer, String... ids) {
    long mask = 0;
    for (String id : ids) {
      mask |= 1L << number(id);
      with(Vocabulary.CLAIMED_BY, id, number(filer));
    }
    return with(Vocabulary.CLAIMS, filer, mask).files(filer);
  }

  public Family related(String from, Relationship.Kind is, String to) {
    relationships.add(new Relationship(number(from), number(to), is));
    household = household.withRelationships(relationships);
    return this;
  }

  public Family married(String one, String other) {
    return related(one, Relationship.Kind.SPOUSE, other);
  }

  public Family parent(String parent, String... children) {
    for (String child : children) {
      related(parent, Relationship.Kind.PARENT, child);
    }
    return this;
  }

  public Family expecting(String id, int babies) {
    return with(Vocabulary.PREGNANT, id, Values.TRUE).with(Vocabulary.EXPECTED_BABIES, id, babies);
  }

  public Family earning(String id, IncomeKind kind, long cents, Period per) {
    var entries = new ArrayList<>(household.income(number(id)));
    entries.add(new IncomeEntry(kind, cents, per));
    household = household.withIncome(number(id), entries);
    return this;
  }

  /** Everything about taxes, relatives, pregnancy and income not told yet is: there is none. */
  public Family andNoMore() {
    household = household.withRelationships(relationships);
    for (String id : household.ids()) {
      int member = number(id);
      for (Fact fact : TAX) {
        if (!household.isKnown(fact, member)) {
          with(
              fact,
              id,
              fact.equals(Vocabulary.FILES) || fact.equals(Vocabulary.CLAIMS) ? 0 : Values.NONE);
        }
      }
      if (!household.isKnown(Vocabulary.PREGNANT, member)) {
        with(Vocabulary.PREGNANT, id, Values.FALSE);
      }
      if (!household.isKnown(Vocabulary.INCOME_ENTRIES, member)) {
        household = household.withIncome(member, List.of());
      }
    }
    return this;
  }

  public Household household() {
    return household;
  }

  public FixedView view() {
    return new FixedView(household);
  }

  public int number(String id) {
    return household.ids().indexOf(id);
  }

  /** The ids of a bit mask's members. */
  public List<String> ids(long mask) {
    return Households.ids(household, mask);
  }
}
