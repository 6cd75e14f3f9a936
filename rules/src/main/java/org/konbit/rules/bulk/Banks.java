package org.konbit.rules.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Claims that need no code of their own. All that follows from one small number is looked up at
 * once; all limits that one number is held against are passed in one search. What is found are up
 * to 32 claims of a person, which {@link Filing} then turns into words of 64 persons.
 */
final class Banks {
  /** So many claims does a bank have. */
  static final int CLAIMS = 32;

  /** So many limits can be passed in one search. */
  private static final int MOST_LIMITS = 15;

  /** An array that is read, and whether its rows are those of the population. */
  record Source(Arena.Place place, boolean isOfPopulation) {}

  /** One look for every row. */
  sealed interface Look {}

  /** Claims by a small number less its least. */
  static final class Small implements Look {
    private final Source number;
    private final long least;
    private final int[] claims;

    Small(Source number, long least, int[] claims) {
      this.number = number;
      this.least = least;
      this.claims = claims;
    }

    Source number() {
      return number;
    }

    long least() {
      return least;
    }

    int[] claims() {
      return claims;
    }
  }

  /** Four of these on bytes, in one go. */
  record Four(Small one, Small two, Small three, Small four) implements Look {}

  /**
   * Claims by how many limits a number has reached, of a set of them that another number may
   * choose. A set has as many limits as two to the power of the levels of a search.
   */
  static final class Ladder implements Look {
    private final Source number;
    private final @Nullable Source by;
    private final long least;
    private final int levels;
    private final long[] limits;
    private final int[] claims;

    Ladder(
        Source number, @Nullable Source by, long least, int levels, long[] limits, int[] claims) {
      this.number = number;
      this.by = by;
      this.least = least;
      this.levels = levels;
      this.limits = limits;
      this.claims = claims;
    }

    Source number() {
      return number;
    }

    @Nullable Source by() {
      return by;
    }

    long least() {
      return least;
    }

    int levels() {
      return levels;
    }

    long[] limits() {
      return limits;
    }

    int[] claims() {
      return claims;
    }
  }

  /** Looks whose claims are put together. */
  record Bank(int slot, List<Look> looks) {}

  /** What a search is about: a number, and by what other number the limits differ. */
  private record Subject(Node number, @Nullable Node by) {}

  private final Arena arena;
  private final List<Bank> banks = new ArrayList<>();
  private int used = CLAIMS;

  private Banks(Arena arena) {
    this.arena = arena;
  }

  /** The banks of these claims, each of which has a slot from now on. */
  static List<Bank> of(List<Node> claims, Arena arena) {
    var made = new Banks(arena);
    Map<Node, List<Node>> bySmall = new LinkedHashMap<>();
    Map<Subject, List<Node>> bySubject = new LinkedHashMap<>();
    for (Node claim : claims) {
      var tabulation = claim.tabulation();
      if (tabulation != null) {
        bySmall.computeIfAbsent(tabulation.base(), _ -> new ArrayList<>()).add(claim);
      } else {
        bySubject.computeIfAbsent(subject(claim), _ -> new ArrayList<>()).add(claim);
      }
    }
    bySmall.forEach((base, all) -> made.fill(all, part -> made.small(base, part)));
    bySubject.forEach((subject, all) -> made.fill(all, part -> made.ladder(subject, part)));
    return made.banks.stream().map(Banks::inFours).toList();
  }

  private static Bank inFours(Bank bank) {
    var ofBytes = new ArrayList<Small>();
    var looks = new ArrayList<Look>();
    for (Look look : bank.looks()) {
      if (look instanceof Small small && small.number().place().cells() == Cells.BYTES) {
        ofBytes.add(small);
      } else {
        looks.add(look);
      }
    }
    int at = 0;
    for (; at + 4 <= ofBytes.size(); at += 4) {
      var four = ofBytes.subList(at, at + 4);
      looks.add(new Four(four.get(0), four.get(1), four.get(2), four.get(3)));
    }
    looks.addAll(ofBytes.subList(at, ofBytes.size()));
    return new Bank(bank.slot(), looks);
  }

  private static Subject subject(Node less) {
    var number = isLimit(less.second()) ? less.first() : less.second();
    var limit = isLimit(less.second()) ? less.second() : less.first();
    var tabulation = limit.tabulation();
    return new Subject(number, tabulation == null ? null : tabulation.base());
  }

  private static boolean isLimit(Node node) {
    return node.isConstant() || node.tabulation() != null;
  }

  private interface Maker {
    @Nullable Look of(List<Node> part);
  }

  private void fill(List<Node> claims, Maker maker) {
    int from = 0;
    while (from < claims.size()) {
      if (used == CLAIMS) {
        banks.add(new Bank(arena.slots().keep(CLAIMS), new ArrayList<>()));
        used = 0;
      }
      int count = Math.min(CLAIMS - used, claims.size() - from);
      var look = maker.of(claims.subList(from, from + count));
      while (look == null) {
        count--;
        look = maker.of(claims.subList(from, from + count));
      }
      var bank = banks.getLast();
      bank.looks().add(look);
      for (int i = 0; i < count; i++) {
        arena.slots().put(claims.get(from + i), bank.slot() + used + i);
      }
      used += count;
      from += count;
    }
  }

  private Source source(Node node) {
    return new Source(arena.of(node), node.is(Node.Op.COLUMN));
  }

  private Look small(Node base, List<Node> part) {
    var claims = new int[(int) Range.of(base).count()];
    for (int i = 0; i < part.size(); i++) {
      var tabulation = part.get(i).tabulation();
      for (int at = 0; tabulation != null && at < claims.length; at++) {
        claims[at] |= (int) tabulation.values()[at] << (used + i);
      }
    }
    return new Small(source(base), base.least(), claims);
  }

  /** Null where these are more limits than one search passes. */
  private @Nullable Look ladder(Subject subject, List<Node> part) {
    var by = subject.by();
    int sets = by == null ? 1 : (int) Range.of(by).count();
    var limits = new ArrayList<long[]>();
    int levels = 1;
    for (int set = 0; set < sets; set++) {
      var sorted = new TreeSet<Long>();
      for (Node claim : part) {
        sorted.add(limit(claim, set));
      }
      limits.add(sorted.stream().mapToLong(Long::longValue).toArray());
      levels = Math.max(levels, Integer.SIZE - Integer.numberOfLeadingZeros(sorted.size()));
    }
    if (limits.stream().anyMatch(set -> set.length > MOST_LIMITS)) {
      return null;
    }
    int stride = 1 << levels;
    var all = new long[sets * stride];
    Arrays.fill(all, subject.number().most() + 1);
    var claims = new int[sets * stride];
    for (int set = 0; set < sets; set++) {
      System.arraycopy(limits.get(set), 0, all, set * stride, limits.get(set).length);
      for (int reached = 0; reached < stride; reached++) {
        claims[set * stride + reached] = claims(part, set, limits.get(set), reached);
      }
    }
    return new Ladder(
        source(subject.number()),
        by == null ? null : source(by),
        by == null ? 0 : by.least(),
        levels,
        all,
        claims);
  }

  private int claims(List<Node> part, int set, long[] limits, int reached) {
    int claims = 0;
    for (int i = 0; i < part.size(); i++) {
      boolean isBelow = reached <= Arrays.binarySearch(limits, limit(part.get(i), set));
      boolean holds = isBelow == isLimit(part.get(i).second());
      claims |= (holds ? 1 : 0) << (used + i);
    }
    return claims;
  }

  // "The number is below it" in either form: limit < number is not (number < limit + 1).
  private static long limit(Node less, int set) {
    boolean isSecond = isLimit(less.second());
    var limit = isSecond ? less.second() : less.first();
    var tabulation = limit.tabulation();
    long value = tabulation == null ? limit.number() : tabulation.values()[set];
    return isSecond ? value : value + 1;
  }
}
