package org.konbit.rules.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.konbit.rules.household.Dates;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.View;
import org.konbit.rules.household.Vocabulary;

/** A household on its own date, with parameters given by hand; remembers what was missing. */
public final class FixedView implements View {
  private final Household household;
  private final Map<String, Long> parameters = new HashMap<>();
  private final SortedSet<String> missing = new TreeSet<>();

  public FixedView(Household household) {
    this.household = household;
    parameters.put("magi_child_age", 19L);
    parameters.put("magi_expected_babies_for_others", 99L);
    parameters.put("dependent_earned_threshold", 16_100_00L);
    parameters.put("dependent_unearned_threshold", 1_350_00L);
  }

  public FixedView setting(String parameter, long value) {
    parameters.put(parameter, value);
    return this;
  }

  /** The document paths named as missing so far. */
  public SortedSet<String> missing() {
    return missing;
  }

  @Override
  public Household household() {
    return household;
  }

  @Override
  public long fact(Fact fact, int member) {
    long value = household.value(fact, member);
    return value == Values.UNKNOWN ? fact.assumed() : value;
  }

  @Override
  public long isUnderAge(int member, int years) {
    long birth = household.value(Vocabulary.BIRTH_DATE, member);
    long age = household.value(Vocabulary.AGE, member);
    if (Values.isPresent(birth)) {
      age = Dates.yearsBetween(birth, household.asOf().toEpochDay());
    }
    return age == Values.UNKNOWN ? age : Values.of(age < years);
  }

  @Override
  public int year() {
    return household.asOf().getYear();
  }

  @Override
  public long parameter(String id, int year) {
    return parameters.get(id);
  }

  @Override
  public void missing(Fact fact, int member) {
    if (household.isKnown(fact, member)) {
      throw new IllegalStateException("The fact (%s) is not missing.".formatted(fact.path()));
    }
    missing.add(household.path(fact, member));
  }
}
