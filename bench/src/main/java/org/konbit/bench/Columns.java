package org.konbit.bench;

import java.util.Random;
import java.util.stream.IntStream;
import org.konbit.rules.bulk.Population;
import org.konbit.rules.bulk.PopulationBuilder;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;

/**
 * The same made-up persons twice: as a population, and as plain arrays of the same widths for what
 * a good programmer would write by hand for these rules alone.
 */
final class Columns {
  final byte[] age;
  final byte[] people;
  final int[] monthly;
  final byte[] citizen;
  final byte[] years;
  final byte[] region;
  final byte[] student;
  final byte[] hours;
  final int[] savings;
  final byte[] status;
  final int[] households;
  private final Law law;
  private final int persons;

  Columns(Law law, int persons) {
    this.law = law;
    this.persons = persons;
    var random = new Random(42);
    age = bytes(random, 90, 0);
    people = bytes(random, 6, 1);
    monthly = ints(random, 400_000);
    citizen = bytes(random, 2, 0);
    years = bytes(random, 20, 0);
    region = bytes(random, 2, 2);
    student = bytes(random, 2, 0);
    hours = bytes(random, 41, 0);
    savings = ints(random, 600_000);
    status = bytes(random, Vocabulary.STATUSES.size(), 0);
    households = households(random);
  }

  /** The first person of each household of one to six, then the number of all persons. */
  private int[] households(Random random) {
    var firsts = IntStream.builder();
    for (int first = 0; first < persons; first += 1 + random.nextInt(6)) {
      firsts.add(first);
    }
    return firsts.add(persons).build().toArray();
  }

  private byte[] bytes(Random random, int below, int from) {
    var made = new byte[persons];
    for (int i = 0; i < persons; i++) {
      made[i] = (byte) (from + random.nextInt(below));
    }
    return made;
  }

  private int[] ints(Random random, int below) {
    var made = new int[persons];
    for (int i = 0; i < persons; i++) {
      made[i] = random.nextInt(below);
    }
    return made;
  }

  private Fact fact(String path) {
    return law.packs().vocabulary().find(path).orElseThrow();
  }

  /** Everybody alone, with what the one rule asks. */
  Population forOneRule() {
    var builder = builder();
    for (int i = 0; i < persons; i++) {
      builder.startHousehold(1);
      builder.put(Vocabulary.AGE, 0, age[i]);
      builder.put(fact("people"), 0, people[i]);
      builder.put(fact("monthly"), 0, monthly[i]);
      builder.put(fact("citizen"), 0, citizen[i]);
      builder.put(fact("years"), 0, years[i]);
      builder.put(fact("region"), 0, region[i]);
      builder.put(fact("student"), 0, student[i]);
      builder.put(fact("hours"), 0, hours[i]);
      builder.put(fact("savings"), 0, savings[i]);
    }
    return builder.build();
  }

  /** Everybody alone, with what the six small rules ask. */
  Population forSixRules() {
    var builder = builder();
    for (int i = 0; i < persons; i++) {
      builder.startHousehold(1);
      builder.put(Vocabulary.AGE, 0, age[i]);
      builder.put(Vocabulary.STATUS, 0, Words.code(Vocabulary.STATUSES.get(status[i])));
      builder.earns(0, IncomeKind.WAGES, monthly[i], Period.MONTH);
    }
    return builder.build();
  }

  /** Households, with what the six rules with sums ask. */
  Population forSums() {
    var builder = builder();
    for (int household = 0; household + 1 < households.length; household++) {
      int first = households[household];
      builder.startHousehold(households[household + 1] - first);
      for (int i = first; i < households[household + 1]; i++) {
        builder.put(Vocabulary.AGE, i - first, age[i]);
        var word = Vocabulary.STATUSES.get(status[i]);
        builder.put(Vocabulary.STATUS, i - first, Words.code(word));
        builder.earns(i - first, IncomeKind.WAGES, monthly[i], Period.MONTH);
      }
    }
    return builder.build();
  }

  private PopulationBuilder builder() {
    return new PopulationBuilder(law.packs().vocabulary())
        .usually(Vocabulary.STATE, Words.code("MA"))
        .usually(Vocabulary.RELATIONSHIPS_KNOWN, Values.TRUE);
  }

  /** The one rule by hand, without a jump; how many it holds of. */
  @SuppressWarnings("ShortCircuitBoolean") // what is measured: a jump costs more than both sides
  long oneRule() {
    long count = 0;
    for (int i = 0; i < persons; i++) {
      int limit = 1_957_800 + 699_400 * (people[i] - 1);
      boolean holds =
          age[i] >= 18
              & age[i] < 65
              & people[i] >= 1
              & monthly[i] * 12 <= limit
              & (citizen[i] == 1 | years[i] >= 5)
              & region[i] == 3
              & (student[i] == 0 | hours[i] >= 20)
              & savings[i] < 450_000;
      count += holds ? 1 : 0;
    }
    return count;
  }

  /** The six rules with household sums by hand; how many yeses there are. */
  @SuppressWarnings("ShortCircuitBoolean") // what is measured: a jump costs more than both sides
  long sums() {
    long newcomers = newcomers();
    long count = 0;
    for (int household = 0; household + 1 < households.length; household++) {
      int end = households[household + 1];
      int earned = earned(household);
      for (int i = households[household]; i < end; i++) {
        boolean grown = age[i] >= 18;
        count += grown & earned <= 500_000 ? 1 : 0;
        count += grown & earned > 200_000 ? 1 : 0;
        count += (newcomers >>> status[i]) & 1;
        count += age[i] >= 65 & earned <= 800_000 ? 1 : 0;
        count += age[i] < 19 ? 1 : 0;
        count += grown & status[i] == 0 ? 1 : 0;
      }
    }
    return count;
  }

  /** What a household earns, in cents a month. */
  int earned(int household) {
    int earned = 0;
    for (int i = households[household]; i < households[household + 1]; i++) {
      earned += monthly[i];
    }
    return earned;
  }

  private static long newcomers() {
    long newcomers = 0;
    for (String word : new String[] {"refugee", "asylee", "asylum_pending", "parolee"}) {
      newcomers |= 1L << Vocabulary.STATUSES.indexOf(word);
    }
    return newcomers;
  }

  /** The six rules by hand, without a jump; how many yeses there are. */
  @SuppressWarnings("ShortCircuitBoolean") // what is measured: a jump costs more than both sides
  long sixRules() {
    long newcomers = newcomers();
    long count = 0;
    for (int i = 0; i < persons; i++) {
      boolean grown = age[i] >= 18;
      count += grown & monthly[i] <= 250_000 ? 1 : 0;
      count += grown & monthly[i] > 100_000 ? 1 : 0;
      count += (newcomers >>> status[i]) & 1;
      count += age[i] >= 65 & monthly[i] <= 400_000 ? 1 : 0;
      count += age[i] < 19 ? 1 : 0;
      count += grown & status[i] == 0 ? 1 : 0;
    }
    return count;
  }
}
