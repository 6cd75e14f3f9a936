package org.konbit.rules.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.konbit.rules.expression.Cause;
import org.konbit.rules.expression.Kind;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.IncomeEntry;
import org.konbit.rules.household.IncomeKind;
import org.konbit.rules.household.Period;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.program.Program;
import org.konbit.rules.screening.Aspect;
import org.konbit.rules.screening.Because;
import org.konbit.rules.screening.Change;
import org.konbit.rules.screening.Outcome;
import org.konbit.rules.screening.PlainText;
import org.konbit.rules.screening.Screener;

/** Where one program's outcome turns for one member of one household. */
final class Turns {
  /** Whom to try it with. */
  record Case(Household household, int member) {}

  private static final int OLDEST = 80;

  private final Screener screener;
  private final Program program;
  private final Household household;
  private final int member;
  private final Outcome now;
  private final List<Boundary> found = new ArrayList<>();

  Turns(Screener screener, Program program, Case tried) {
    this.screener = screener;
    this.program = program;
    this.household = tried.household();
    this.member = tried.member();
    this.now = outcome(household);
  }

  List<Boundary> all() {
    income();
    assets();
    ages();
    dates();
    return found;
  }

  private Outcome outcome(Household changed) {
    return screener.outcome(changed, program, member);
  }

  // Where the outcome is settled without the answer, no answer can turn it.
  private boolean isSettledWithout(Household forgotten) {
    return now != Outcome.UNKNOWN && outcome(forgotten) == now;
  }

  private void income() {
    int earner = earner();
    if (!household.isKnown(Vocabulary.INCOME_ENTRIES, earner)
        || isSettledWithout(household.without(Vocabulary.INCOME_ENTRIES, earner))) {
      return;
    }
    var stated = household.income(earner);
    var entries =
        stated.isEmpty() ? List.of(new IncomeEntry(IncomeKind.WAGES, 0, Period.MONTH)) : stated;
    var first = entries.getFirst();
    long most = 42_000_000 / first.per().yearly(1);
    turns(
        "income",
        most,
        Math.max(1, most / 875),
        cents -> {
          var changed = new ArrayList<>(entries);
          changed.set(0, new IncomeEntry(first.kind(), cents, first.per()));
          return household.withIncome(earner, changed);
        },
        " a " + first.per().word());
  }

  private int earner() {
    if (!household.income(member).isEmpty()) {
      return member;
    }
    for (int other = 0; other < household.size(); other++) {
      if (!household.income(other).isEmpty()) {
        return other;
      }
    }
    return member;
  }

  private void assets() {
    if (!Values.isPresent(household.value(Vocabulary.ASSETS, member))
        || isSettledWithout(household.without(Vocabulary.ASSETS, member))) {
      return;
    }
    turns(
        "assets", 5_000_000, 20_000, cents -> household.with(Vocabulary.ASSETS, member, cents), "");
  }

  private void turns(String axis, long most, long stride, LongFunction<Household> at, String unit) {
    var before = outcome(at.apply(0));
    for (long tried = stride; tried <= most; tried += tried < most / 4 ? stride : 4 * stride) {
      var after = outcome(at.apply(tried));
      if (after != before) {
        long from = tried < most / 4 + stride ? stride : 4 * stride;
        turn(axis, edge(at, Math.max(0, tried - from), tried), at, unit);
        before = after;
      }
    }
  }

  /** The first value at which the outcome is no longer the one at the lower end. */
  private long edge(LongFunction<Household> at, long low, long high) {
    var before = outcome(at.apply(low));
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (outcome(at.apply(middle)) == before) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  // A dollar and a cent before the last value of the old outcome, that value, a cent and a dollar
  // after it.
  private void turn(String axis, long first, LongFunction<Household> at, String unit) {
    long last = first - 1;
    var sides = new ArrayList<Boundary.Side>();
    for (long cents : new long[] {last - 100, last - 1, last, first, last + 100}) {
      if (cents >= 0) {
        sides.add(new Boundary.Side(PlainText.dollars(cents) + unit, outcome(at.apply(cents))));
      }
    }
    add(axis, at.apply(last), at.apply(first), sides);
  }

  // One birthday either side: the day before, the day itself, the day after.
  private void ages() {
    var born = household.value(Vocabulary.BIRTH_DATE, member);
    var forgotten =
        household.without(Vocabulary.AGE, member).without(Vocabulary.BIRTH_DATE, member);
    boolean isKnown = Values.isPresent(born) || household.isKnown(Vocabulary.AGE, member);
    if (!isKnown || isSettledWithout(forgotten)) {
      return;
    }
    for (int age = 1; age <= OLDEST; age++) {
      var birthday = household.asOf().minusYears(age);
      var before = bornOn(forgotten, birthday.plusDays(1));
      var after = bornOn(forgotten, birthday);
      if (outcome(before) != outcome(after)) {
        add(
            "age",
            before,
            after,
            List.of(
                new Boundary.Side("the day before turning " + age, outcome(before)),
                new Boundary.Side("on the birthday", outcome(after)),
                new Boundary.Side(
                    "the day after", outcome(bornOn(forgotten, birthday.minusDays(1))))));
      }
    }
  }

  private Household bornOn(Household forgotten, LocalDate day) {
    return forgotten.with(Vocabulary.BIRTH_DATE, member, day.toEpochDay());
  }

  private void dates() {
    var id = household.ids().get(member);
    var timeline = screener.screen(household, EnumSet.of(Aspect.TIMELINE), Set.of()).timeline();
    for (Change change : timeline) {
      if (change.member().equals(id) && change.program().equals(program.id())) {
        var day = change.date();
        var axis = change.cause() == Cause.LAW ? "date" : "date (" + change.cause().word() + ")";
        var sides = new ArrayList<Boundary.Side>();
        for (LocalDate tried : List.of(day.minusDays(1), day, day.plusDays(1))) {
          sides.add(new Boundary.Side(tried.toString(), outcome(household.on(tried))));
        }
        add(axis, household.on(day.minusDays(1)), household.on(day), sides);
      }
    }
  }

  private void add(String axis, Household before, Household after, List<Boundary.Side> sides) {
    var turned = turned(before, after);
    found.add(
        new Boundary(
            program.id(),
            axis,
            String.join(" ", turned.keySet()),
            limit(axis, turned.values(), sides),
            turned.values().stream()
                .map(Because::cite)
                .distinct()
                .collect(Collectors.joining("; ")),
            sides,
            about()));
  }

  private static String limit(String axis, Collection<Because> turned, List<Boundary.Side> sides) {
    return switch (axis) {
      case "date" -> sides.get(1).at();
      case "age" -> sides.getFirst().at().replaceAll("\\D", "");
      default ->
          turned.stream()
              .flatMap(because -> because.limit().stream())
              .filter(shown -> shown.kind() == Kind.INT)
              .map(PlainText::of)
              .distinct()
              .collect(Collectors.joining(" "));
    };
  }

  // What refuses, or stays open, on one side only; where it is the same on both, or where no way in
  // is for the person on one of them, the way in that one side alone has.
  private SortedMap<String, Because> turned(Household before, Household after) {
    var here = screener.because(before, program, member);
    var there = screener.because(after, program, member);
    var turned = onOneSide(byId(here, false), byId(there, false));
    return turned.isEmpty() ? onOneSide(byId(here, true), byId(there, true)) : turned;
  }

  private static SortedMap<String, Because> onOneSide(
      SortedMap<String, Because> here, SortedMap<String, Because> there) {
    var turned = new TreeMap<String, Because>();
    turned.putAll(here);
    turned.putAll(there);
    turned.keySet().removeIf(id -> here.containsKey(id) && there.containsKey(id));
    return turned;
  }

  private static SortedMap<String, Because> byId(List<Because> because, boolean holding) {
    var byId = new TreeMap<String, Because>();
    for (Because one : because) {
      if (one.holds().orElse(false) == holding && !one.condition().equals(Because.MEANT_FOR)) {
        byId.put(one.condition(), one);
      }
    }
    return byId;
  }

  private String about() {
    long state = household.value(Vocabulary.STATE, 0);
    var word =
        Vocabulary.STATE.options().stream()
            .filter(option -> Words.code(option) == state)
            .findFirst()
            .orElse("state unknown");
    return "%s, %s, household of %d".formatted(word, household.asOf(), household.size());
  }
}
