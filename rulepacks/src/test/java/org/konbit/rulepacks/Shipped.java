package org.konbit.rulepacks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.konbit.rules.household.Enrollment;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.HouseholdWriter;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.screening.Aspect;
import org.konbit.rules.screening.MemberResult;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.screening.Screener;
import org.konbit.rules.screening.Screening;
import org.konbit.rules.testing.Households;

/** The shipped law, and what its tests say of families screened by it. */
final class Shipped {
  static final RulePacks PACKS = RulePacks.shipped(List.of());
  static final Screener SCREENER = new Screener(PACKS);
  static final HouseholdWriter WRITER = new HouseholdWriter(PACKS.vocabulary());

  static final List<Fact> DETAILS_OF_STATUS =
      PACKS.vocabulary().facts().stream()
          .filter(fact -> fact.path().startsWith("immigration."))
          .filter(fact -> !fact.equals(Vocabulary.STATUS))
          .toList();

  private Shipped() {}

  /** A random family of which everything is answered, the packs' own facts too. */
  static Household family(Random random) {
    var family = Households.complete(random, PACKS.vocabulary());
    for (int member = 0; member < family.size(); member++) {
      family = withBirthDate(family, member, random);
      var since = family.asOf().minusDays(random.nextInt(1500)).toEpochDay();
      var enrolled =
          family.enrolled(member).stream()
              .map(one ->
                  new Enrollment(
                      one.program(), one.since() == Values.UNKNOWN ? since : one.since()))
              .toList();
      family = family.withEnrolled(member, enrolled);
    }
    return family;
  }

  // Some rules ask for the year of birth, which an age alone leaves open.
  private static Household withBirthDate(Household household, int member, Random random) {
    if (household.isKnown(Vocabulary.BIRTH_DATE, member)) {
      return household;
    }
    long age = household.value(Vocabulary.AGE, member);
    var born = household.asOf().minusYears(age).minusDays(1 + random.nextInt(360));
    return household.with(Vocabulary.BIRTH_DATE, member, born.toEpochDay());
  }

  /** A random family of which nearly everything may be unknown. */
  static Household familyInPart(Random random) {
    return forgetting(family(random), random);
  }

  /** The same with some answers taken back, though none that stand for an assumption. */
  static Household forgetting(Household household, Random random) {
    var forgetful = Households.forgettingSome(household, random);
    for (int member = 0; member < household.size(); member++) {
      for (Fact fact : household.vocabulary().facts()) {
        if (fact.isAssumed()) {
          forgetful = forgetful.with(fact, member, household.value(fact, member));
        }
      }
    }
    return forgetful;
  }

  /** A random family of which nobody's status is told, though much of what hangs on it is. */
  static Household withDetailsButNoStatus(Random random) {
    var family = random.nextBoolean() ? family(random) : familyInPart(random);
    for (int member = 0; member < family.size(); member++) {
      family = family.without(Vocabulary.STATUS, member);
    }
    return family;
  }

  static Screening only(Household household, Aspect... aspects) {
    var wanted = EnumSet.noneOf(Aspect.class);
    wanted.addAll(List.of(aspects));
    return SCREENER.screen(household, wanted, Set.of());
  }

  /** Every member's outcome of every program, as {@code p1 ma.standard}. */
  static Map<String, Outcome> outcomes(Household household) {
    var outcomes = new TreeMap<String, Outcome>();
    var found = SCREENER.outcomes(household);
    for (int member = 0; member < household.size(); member++) {
      var id = household.ids().get(member);
      found.get(member).forEach((program, outcome) -> outcomes.put(id + " " + program, outcome));
    }
    return outcomes;
  }

  /** Every member's best coverage by id. */
  static Map<String, String> best(Household household) {
    var best = new TreeMap<String, String>();
    only(household).members().forEach(member -> best.put(member.id(), member.best()));
    return best;
  }

  static MemberResult member(Screening screening, String id) {
    return screening.member(id).orElseThrow();
  }

  /** The family's document, to be shown where a law is broken. */
  static String told(Household household) {
    return "\n" + WRITER.json(household) + "\n";
  }

  static LocalDate someDay(Random random, LocalDate from, LocalDate to) {
    long days = to.toEpochDay() - from.toEpochDay();
    return from.plusDays(days <= 0 ? 0 : random.nextLong(days + 1));
  }

  /** Each place where two answers differ though the earlier one was a decision. */
  static List<String> reversals(Map<String, Outcome> earlier, Map<String, Outcome> later) {
    var reversals = new ArrayList<String>();
    earlier.forEach((where, outcome) -> {
      var now = later.get(where);
      if (now != null && outcome != Outcome.UNKNOWN && outcome != now) {
        reversals.add("%s: %s, then %s".formatted(where, outcome, now));
      }
    });
    return reversals;
  }
}
