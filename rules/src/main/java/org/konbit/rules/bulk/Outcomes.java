package org.konbit.rules.bulk;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.program.Program;
import org.konbit.rules.screening.Outcome;

/**
 * How every program ends for every person of a population on one date, and what it costs or pays. A
 * program of one state is ineligible for who lives in another. Does not change, so threads share
 * it.
 */
public final class Outcomes {
  private static final short UNKNOWN = -2;

  private final Population population;
  private final LocalDate date;
  private final List<String> programs;
  private final Map<String, Integer> places = new HashMap<>();
  private final Bits[] eligible;
  private final @Nullable Bits[] unknown;
  private final OptionalInt[] onlyPremiums;
  // Held so that 0 stands for "no figure": new arrays then need not be filled.
  private final int[] @Nullable [] premiums;
  private final int[] @Nullable [] amounts;
  private final short[] best;
  private final int[] householdPremiums;
  private final LongAdder explained = new LongAdder();

  Outcomes(Population population, LocalDate date, List<Program> decided) {
    this.population = population;
    this.date = date;
    programs = decided.stream().map(Program::id).toList();
    int count = programs.size();
    eligible = new Bits[count];
    unknown = new Bits[count];
    onlyPremiums = new OptionalInt[count];
    premiums = new int[count][];
    amounts = new int[count][];
    for (int place = 0; place < count; place++) {
      places.put(programs.get(place), place);
      eligible[place] = new Bits(population.persons());
      onlyPremiums[place] = OptionalInt.empty();
    }
    best = new short[population.persons()];
    householdPremiums = new int[population.households()];
  }

  private Outcomes(Outcomes same, List<Program> others) {
    this(same.population, same.date, others);
    var numbers = new short[same.programs.size()];
    for (int place = 0; place < programs.size(); place++) {
      var known = same.places.get(programs.get(place));
      if (known != null) {
        numbers[known] = (short) place;
        eligible[place] = same.eligible[known];
        unknown[place] = same.unknown[known];
        onlyPremiums[place] = same.onlyPremiums[known];
        premiums[place] = same.premiums[known];
        amounts[place] = same.amounts[known];
      }
    }
    for (int person = 0; person < best.length; person++) {
      int known = same.best[person];
      best[person] = known < 0 ? (short) known : numbers[known];
    }
    System.arraycopy(same.householdPremiums, 0, householdPremiums, 0, householdPremiums.length);
  }

  /**
   * These, of other packs that decide everyone of this population alike; programs that only the
   * others have are nobody's.
   */
  Outcomes of(List<Program> others) {
    return new Outcomes(this, others);
  }

  public LocalDate date() {
    return date;
  }

  public Population population() {
    return population;
  }

  /** The ids of all programs; a program's place here is its number. */
  public List<String> programs() {
    return programs;
  }

  /**
   * A program's number.
   *
   * @throws IllegalArgumentException if the packs have no such program
   */
  public int program(String id) {
    var place = places.get(id);
    if (place == null) {
      throw new IllegalArgumentException("These packs have no program (%s).".formatted(id));
    }
    return place;
  }

  /** How the program ends for the person. */
  public Outcome outcome(int program, int person) {
    var open = unknown[program];
    if (open != null && open.get(person)) {
      return Outcome.UNKNOWN;
    }
    return eligible[program].get(person) ? Outcome.ELIGIBLE : Outcome.INELIGIBLE;
  }

  /** Whether the person is eligible: never while it is unknown. */
  public boolean isEligible(int program, int person) {
    return eligible[program].get(person);
  }

  /** How many persons are eligible. */
  public long eligible(int program) {
    return eligible[program].count();
  }

  /**
   * How many persons those eligible stand for.
   *
   * @param weights how many persons each row stands for
   */
  public long eligible(int program, int[] weights) {
    requireAWeightEach(weights);
    return eligible[program].sum(weights);
  }

  /** How many persons it is unknown of. */
  public long unknown(int program) {
    var open = unknown[program];
    return open == null ? 0 : open.count();
  }

  private void requireAWeightEach(int[] weights) {
    if (weights.length != population.persons()) {
      throw new IllegalArgumentException(
          "There are %d persons and (%d) weights.".formatted(population.persons(), weights.length));
    }
  }

  /** The person's best coverage: a program id, {@code none}, or {@code unknown}. */
  public String best(int person) {
    int place = best[person];
    return place >= 0 ? programs.get(place) : place == Programs.NONE ? "none" : "unknown";
  }

  /** The number of the best coverage's program, or -1 for none and -2 while it is unknown. */
  public int bestProgram(int person) {
    return best[person];
  }

  /** How many persons, weighted, have each program as their best coverage, by its number. */
  public long[] bestByProgram(int[] weights) {
    requireAWeightEach(weights);
    var sums = new long[programs.size()];
    for (int person = 0; person < best.length; person++) {
      if (best[person] >= 0) {
        sums[best[person]] += weights[person];
      }
    }
    return sums;
  }

  /** Cents a month that the person alone would pay for a program they are eligible for. */
  public OptionalLong premiumMonthlyCents(int program, int person) {
    if (onlyPremiums[program].isPresent() && isEligible(program, person)) {
      return OptionalLong.of(onlyPremiums[program].getAsInt());
    }
    return figure(premiums[program], person);
  }

  /** Cents a year that a program pays, on the first filer of a tax unit that is eligible. */
  public OptionalLong amountAnnualCents(int program, int person) {
    return figure(amounts[program], person);
  }

  private static OptionalLong figure(int @Nullable [] figures, int person) {
    return figures == null || figures[person] == 0
        ? OptionalLong.empty()
        : OptionalLong.of(figures[person] ^ Programs.NO_FIGURE);
  }

  /** The sum of a program's yearly amounts in cents, weighted. */
  public long amountAnnualCents(int program, int[] weights) {
    requireAWeightEach(weights);
    var figures = amounts[program];
    long sum = 0;
    for (int person = 0; figures != null && person < figures.length; person++) {
      long cents = figures[person] == 0 ? 0 : figures[person] ^ Programs.NO_FIGURE;
      sum += Math.multiplyExact(cents, weights[person]);
    }
    return sum;
  }

  /** Cents a month that everyone's best coverage costs a household, family maxima applied. */
  public long premiumMonthlyCents(int household) {
    return householdPremiums[household];
  }

  /**
   * How many households were decided by the explaining evaluator, because an answer was missing or
   * a figure was beyond what columns hold. They are right, and take about a thousand times as long.
   */
  public long householdsExplained() {
    return explained.sum();
  }

  /** The memory these outcomes take, without the population. */
  public long bytes() {
    long bytes = 2L * best.length + 4L * householdPremiums.length;
    for (int place = 0; place < programs.size(); place++) {
      var open = unknown[place];
      bytes += eligible[place].bytes() + (open == null ? 0 : open.bytes());
      bytes += bytes(premiums[place]) + bytes(amounts[place]);
    }
    return bytes;
  }

  private static long bytes(int @Nullable [] figures) {
    return figures == null ? 0 : 4L * figures.length;
  }

  void open(Programs law) {
    for (var told : law.told()) {
      int place = program(told.program().id());
      onlyPremiums[place] = told.onlyPremium();
      if (told.onlyPremium().isEmpty() && !told.premium().isNobodys()) {
        figures(premiums, place);
      }
      if (!told.amount().isNobodys()) {
        figures(amounts, place);
      }
    }
  }

  private synchronized int[] figures(int[] @Nullable [] of, int place) {
    var figures = of[place];
    if (figures == null) {
      figures = new int[population.persons()];
      of[place] = figures;
    }
    return figures;
  }

  private synchronized Bits unknownOf(int place) {
    var open = unknown[place];
    if (open == null) {
      open = new Bits(population.persons());
      unknown[place] = open;
    }
    return open;
  }

  Bits eligibleBits(int place) {
    return eligible[place];
  }

  int[] premiumsOf(int place) {
    return figures(premiums, place);
  }

  int[] amountsOf(int place) {
    return figures(amounts, place);
  }

  short[] bestOf() {
    return best;
  }

  void premium(int household, long cents) {
    householdPremiums[household] = Math.toIntExact(cents);
  }

  void addPremium(int household, long cents) {
    householdPremiums[household] =
        Math.toIntExact(Math.addExact(householdPremiums[household], cents));
  }

  void explained() {
    explained.increment();
  }

  void put(int place, int person, Outcome outcome, OptionalLong premium, OptionalLong amount) {
    eligible[place].set(person, outcome == Outcome.ELIGIBLE);
    if (outcome == Outcome.UNKNOWN) {
      unknownOf(place).set(person, true);
    }
    boolean isTold = onlyPremiums[place].isPresent();
    if (!isTold && (premium.isPresent() || premiums[place] != null)) {
      figures(premiums, place)[person] = held(premium);
    }
    if (amount.isPresent() || amounts[place] != null) {
      figures(amounts, place)[person] = held(amount);
    }
  }

  private static int held(OptionalLong figure) {
    return figure.isPresent() ? Math.toIntExact(figure.getAsLong()) ^ Programs.NO_FIGURE : 0;
  }

  void putBest(int person, String id) {
    best[person] =
        switch (id) {
          case "none" -> Programs.NONE;
          case "unknown" -> UNKNOWN;
          default -> (short) program(id);
        };
  }
}
