package org.konbit.simulation.microdata;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some thousand homes and their people in columns, some 60 bytes a person; with replicate weights
 * 160 more. Weights can be set anew; nothing else changes. Blocks are worked on apart from each
 * other, and their results put together in their order, so that the number of threads changes
 * nothing.
 */
public final class Block {
  /** How many replicate weights the Census Bureau gives. */
  public static final int REPLICATES = 80;

  private static final int KINDS_OF_INCOME = 8;

  private final List<String> areas;
  private int homes;
  private int persons;
  private long[] serial = new long[64];
  private int[] first = new int[65];
  private short[] area = new short[64];
  private byte[] home = new byte[64];
  private byte[] traits = new byte[0];
  private short[] years = new short[0];
  private int[] dollars = new int[0];
  private float[] weights = new float[0];
  private short[] replicates = new short[0];
  private boolean hasReplicates;

  // A person's bytes: age, flags, citizenship and english, relationship, subfamily and role,
  // coverage, military and worker, schooling.
  private static final int TRAITS = 8;
  private static final int YEARS = 2;

  /**
   * A block without homes.
   *
   * @param areas the areas of homes, each as its state and its name; a new one is added to them
   */
  Block(List<String> areas) {
    this.areas = areas;
  }

  /** Adds a home; the people added next live in it. */
  void add(Home added) {
    if (homes == serial.length) {
      int more = homes * 2;
      serial = Arrays.copyOf(serial, more);
      first = Arrays.copyOf(first, more + 1);
      area = Arrays.copyOf(area, more);
      home = Arrays.copyOf(home, more);
    }
    serial[homes] = added.serial().code();
    area[homes] = (short) place(added.state() + added.area());
    home[homes] = (byte) (added.type().code() << 1 | (added.isOwned() ? 1 : 0));
    homes++;
    first[homes] = persons;
  }

  private int place(String name) {
    int place = areas.indexOf(name);
    if (place < 0) {
      place = areas.size();
      areas.add(name);
    }
    return place;
  }

  /** Adds a person to the home added last. */
  void add(Person person, float weight) {
    reserve(persons + 1);
    int at = persons * TRAITS;
    traits[at] = (byte) person.age();
    traits[at + 1] = flags(person);
    traits[at + 2] = (byte) (person.citizenship() << 3 | person.english());
    traits[at + 3] = (byte) person.relationship();
    traits[at + 4] = (byte) (person.subfamily() << 3 | person.role());
    traits[at + 5] = (byte) person.coverage();
    traits[at + 6] = (byte) (person.military() << 4 | person.worker());
    traits[at + 7] = (byte) person.schooling();
    years[persons * YEARS] = (short) person.entered();
    years[persons * YEARS + 1] = (short) person.birthplace();
    put(person.incomes(), persons * KINDS_OF_INCOME);
    weights[persons] = weight;
    persons++;
    first[homes] = persons;
  }

  /** Adds a person with the 80 replicate weights of the survey. */
  void add(Person person, float weight, short[] replicateWeights) {
    add(person, weight);
    hasReplicates = true;
    if (replicates.length < weights.length * REPLICATES) {
      replicates = Arrays.copyOf(replicates, weights.length * REPLICATES);
    }
    System.arraycopy(replicateWeights, 0, replicates, (persons - 1) * REPLICATES, REPLICATES);
  }

  private static byte flags(Person person) {
    return (byte)
        ((person.isFemale() ? 1 : 0)
            | (person.isDisabled() ? 2 : 0)
            | (person.isInSchool() ? 4 : 0)
            | (person.gaveBirth() ? 8 : 0));
  }

  private void put(Incomes incomes, int at) {
    dollars[at] = incomes.wages();
    dollars[at + 1] = incomes.selfEmployment();
    dollars[at + 2] = incomes.socialSecurity();
    dollars[at + 3] = incomes.ssi();
    dollars[at + 4] = incomes.cashAid();
    dollars[at + 5] = incomes.retirement();
    dollars[at + 6] = incomes.interest();
    dollars[at + 7] = incomes.other();
  }

  private void reserve(int rows) {
    if (rows > weights.length) {
      int more = Math.max(256, weights.length * 3 / 2);
      traits = Arrays.copyOf(traits, more * TRAITS);
      years = Arrays.copyOf(years, more * YEARS);
      dollars = Arrays.copyOf(dollars, more * KINDS_OF_INCOME);
      weights = Arrays.copyOf(weights, more);
    }
  }

  /** Gives back the room kept for more, and closes the block. */
  Block complete() {
    serial = Arrays.copyOf(serial, homes);
    first = Arrays.copyOf(first, homes + 1);
    area = Arrays.copyOf(area, homes);
    home = Arrays.copyOf(home, homes);
    traits = Arrays.copyOf(traits, persons * TRAITS);
    years = Arrays.copyOf(years, persons * YEARS);
    dollars = Arrays.copyOf(dollars, persons * KINDS_OF_INCOME);
    weights = Arrays.copyOf(weights, persons);
    if (hasReplicates) {
      replicates = Arrays.copyOf(replicates, persons * REPLICATES);
    }
    return this;
  }

  public int homes() {
    return homes;
  }

  public int persons() {
    return persons;
  }

  /** The number of a home's first person; that of {@link #homes} is {@link #persons}. */
  public int firstPerson(int number) {
    return first[number];
  }

  public Home home(int number) {
    return new Home(
        new Serial(serial[number]),
        state(number),
        areas.get(area[number]).substring(2),
        type(number),
        isOwned(number));
  }

  /** The home's state alone. */
  public String state(int number) {
    var place = areas.get(area[number]);
    // The usual ones as one text each, so that no new one is made for every home.
    return place.startsWith("CT") ? "CT" : place.startsWith("MA") ? "MA" : place.substring(0, 2);
  }

  /** The states that homes lie in. */
  public Set<String> states() {
    var found = new BitSet();
    for (int number = 0; number < homes; number++) {
      found.set(area[number]);
    }
    return found.stream()
        .mapToObj(place -> areas.get(place).substring(0, 2))
        .collect(Collectors.toSet());
  }

  /** The home's type alone. */
  public Home.Type type(int number) {
    return Home.Type.of(home[number] >> 1);
  }

  /** Whether somebody who lives in the home owns it. */
  public boolean isOwned(int number) {
    return (home[number] & 1) != 0;
  }

  /** The home's serial alone, as {@link Serial#code}. */
  public long serial(int number) {
    return serial[number];
  }

  /** The place of the home's area among all areas of the microdata. */
  public int area(int number) {
    return area[number];
  }

  public Person person(int number) {
    int at = number * TRAITS;
    int flags = traits[at + 1];
    return new Person(
        age(number),
        (flags & 1) != 0,
        citizenship(number),
        years[number * YEARS],
        years[number * YEARS + 1],
        traits[at + 3],
        traits[at + 4] >> 3,
        traits[at + 4] & 7,
        coverage(number),
        (flags & 2) != 0,
        (flags & 4) != 0,
        (flags & 8) != 0,
        traits[at + 6] >> 4,
        traits[at + 6] & 15,
        traits[at + 2] & 7,
        traits[at + 7],
        incomes(number * KINDS_OF_INCOME));
  }

  /** The person's age alone. */
  public int age(int number) {
    return traits[number * TRAITS];
  }

  /** The person's citizenship alone, as {@link Person#citizenship}. */
  public int citizenship(int number) {
    return traits[number * TRAITS + 2] >> 3;
  }

  /** The person's sources of health insurance alone, as {@link Person#coverage}. */
  public int coverage(int number) {
    return traits[number * TRAITS + 5] & 0xff;
  }

  /** The person's income of all kinds, whole dollars. */
  public long income(int number) {
    long sum = 0;
    for (int kind = 0; kind < KINDS_OF_INCOME; kind++) {
      sum += dollars[number * KINDS_OF_INCOME + kind];
    }
    return sum;
  }

  private Incomes incomes(int at) {
    return new Incomes(
        dollars[at],
        dollars[at + 1],
        dollars[at + 2],
        dollars[at + 3],
        dollars[at + 4],
        dollars[at + 5],
        dollars[at + 6],
        dollars[at + 7]);
  }

  /** How many people the person stands for. */
  public float weight(int person) {
    return weights[person];
  }

  public void setWeight(int person, float weight) {
    weights[person] = weight;
  }

  /** Whether the survey's replicate weights are known. */
  public boolean hasReplicates() {
    return hasReplicates;
  }

  /** The person's replicate weight, 0 to 79; may be zero or negative. */
  public int replicate(int person, int number) {
    return replicates[person * REPLICATES + number];
  }

  /** The memory that the columns take. */
  public long bytes() {
    return 8L * serial.length
        + 4L * first.length
        + 2L * area.length
        + home.length
        + traits.length
        + 2L * years.length
        + 4L * dollars.length
        + 4L * weights.length
        + 2L * replicates.length;
  }
}
