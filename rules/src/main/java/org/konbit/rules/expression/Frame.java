package org.konbit.rules.expression;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.View;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;

/**
 * One household under evaluation: what was found so far, until when it holds, and which facts were
 * missing. The date may move forward; what still holds then is not computed again. One thread.
 */
public final class Frame implements View {
  private static final long FAR = Integer.MAX_VALUE;
  private static final long CITIZEN = Words.code("citizen");

  private final Environment environment;
  private Household household;
  private int members;
  private int[] places;
  private long[] found;
  private int[] until;
  private final @Nullable Cause[] causes;
  private final int[] @Nullable [] missed;
  private @Nullable Frame without; // an answer to what is missing, which is supposed here
  private int[] changed = {}; // by that answer: 0 or more where it may be
  // What a trial starts from, and looks up whatever the other answers cannot change.
  private @Nullable Frame known;
  private final AlikeAmounts alike = new AlikeAmounts();

  private int today;
  private int year;
  private long nextYear;
  private final MissingFacts missing;
  private final Locals locals = new Locals();
  private long horizon = FAR;
  private Cause cause = Cause.LAW;
  private final BitSet assumptions = new BitSet();

  public Frame(Environment environment, Household household) {
    this(environment, household, environment.remembered() * household.size());
  }

  private Frame(Environment environment, Household household, int cells) {
    this.environment = environment;
    this.household = household;
    this.members = household.size();
    this.places = environment.places();
    this.found = new long[cells];
    this.until = new int[cells];
    this.causes = new Cause[cells];
    this.missed = new int[cells][];
    this.missing = new MissingFacts(environment.facts());
    moveTo(household.asOf());
  }

  /**
   * The household with an answer that is missing. It computes anew what the answer may change and
   * takes what else is found from here, which must stay on the same date.
   */
  public Frame supposing(Household answered, Dependents changed) {
    var frame = new Frame(environment, answered);
    frame.without = this;
    frame.changed = changed.places();
    return frame;
  }

  /** A frame for {@link #suppose}, with room for nothing yet. */
  public static Frame forTrials(Environment environment, Household household) {
    return new Frame(environment, household, 0);
  }

  /**
   * Begins a trial: a household of the same members and date with other answers. It computes anew
   * what these may change, and looks up the rest in the frame that knows it, which must stay on its
   * date and household until the trial ends. A trial tells values alone: neither what is missing
   * nor how long they hold. Much cheaper than a new frame, where many answers are tried.
   */
  public void suppose(Frame known, Household changed, Dependents dependents) {
    this.known = known;
    alike.none();
    household = changed;
    members = known.members;
    places = dependents.places();
    int cells = dependents.size() * members;
    if (until.length < cells) {
      found = new long[cells];
      until = new int[cells];
    } else {
      Arrays.fill(until, 0, cells, 0);
    }
    today = known.today;
    year = known.year;
    nextYear = known.nextYear;
    missing.forgetSince(0);
    locals.returnTo(0);
  }

  /** As {@link #suppose}, where the other answer is one of many amounts. */
  public void supposeAmount(
      Frame known, Household changed, Dependents dependents, Amounts line, long cents) {
    suppose(known, changed, dependents);
    alike.of(line, cents, until.length);
  }

  /**
   * A program's outcome in a trial, after which {@link #least} and {@link #greatest} speak of it.
   */
  public long tried(Attribute outcome, int member) {
    int mark = missing.mark();
    alike.begin();
    long value = value(outcome, member);
    missing.forgetSince(mark);
    return value;
  }

  /** The least amount for which what was tried last would have come out the same. */
  public long least() {
    return alike.least();
  }

  /** The greatest such amount. */
  public long greatest() {
    return alike.greatest();
  }

  /** Whether anybody will ask how long what is found holds: in a trial nobody does. */
  boolean tellsHowLong() {
    return known == null;
  }

  /** Remembers at which amounts a comparison that was made would turn. */
  void compared(int comparison, int member, long left, long right) {
    alike.compared(comparison, member, left, right);
  }

  /** Goes on to a later date, keeping all that still holds there. */
  public void moveTo(LocalDate date) {
    today = Math.toIntExact(date.toEpochDay());
    year = date.getYear();
    nextYear = LocalDate.of(year + 1, 1, 1).toEpochDay();
  }

  /** The date in days since 1970-01-01. */
  public int today() {
    return today;
  }

  @Override
  public Household household() {
    return household;
  }

  @Override
  public int year() {
    change(nextYear, Cause.LAW);
    return year;
  }

  @Override
  public long fact(Fact fact, int member) {
    if (environment.isDetailOfStatus(fact)) {
      return detail(fact, member);
    }
    long value = household.value(fact, member);
    if (value == Values.UNKNOWN && fact.isAssumed()) {
      assumptions.set(MissingFact.code(fact, member));
      return fact.assumed();
    }
    return value;
  }

  // Whoever turns out to be a citizen has none of these, whatever was told before: what rests on
  // them waits for the status.
  private long detail(Fact fact, int member) {
    long status = household.value(Vocabulary.STATUS, member);
    if (status == Values.UNKNOWN) {
      return Values.UNKNOWN;
    }
    return status == CITIZEN ? environment.detailOfCitizen(fact) : household.value(fact, member);
  }

  /** As {@link #fact}, and names the question whose answer is wanted where nobody answered it. */
  public long ask(Fact fact, int member) {
    long value = fact(fact, member);
    if (value == Values.UNKNOWN) {
      missing(waitsForStatus(fact, member) ? Vocabulary.STATUS : fact, member);
    }
    return value;
  }

  // Coarse before fine: while a status is not known, nobody can tell which of its details matter.
  private boolean waitsForStatus(Fact fact, int member) {
    return environment.isDetailOfStatus(fact) && !household.isKnown(Vocabulary.STATUS, member);
  }

  @Override
  public void missing(Fact fact, int member) {
    missing.add(MissingFact.code(fact, member));
  }

  @Override
  public long isUnderAge(int member, int years) {
    var age = environment.age();
    int mark = mark();
    long value = age.read(this, member);
    forgetSince(mark);
    if (!Values.isPresent(value)) {
      return value;
    }
    if (value < years && tellsHowLong()) {
      change(age.dayOf(this, member, years), Cause.BIRTHDAY);
    }
    return Values.of(value < years);
  }

  @Override
  public long parameter(String id, int row) {
    return environment.parameter(id, household).inYear(this, row);
  }

  /** The attribute's value for the member, computed at most once while it holds. */
  public long value(Attribute attribute, int member) {
    int place = places[attribute.index()];
    if (place < 0) {
      return elsewhere(attribute, member);
    }
    int cell = place * members + member;
    if (until[cell] <= today && !isFoundWithout(attribute, cell)) {
      return known == null
          ? compute(attribute, member, cell)
          : computeInTrial(attribute, member, cell);
    }
    long value = found[cell];
    if (known == null) {
      change(until[cell], known(causes[cell]));
      if (value == Values.UNKNOWN) {
        recall(missed[cell]);
      }
    } else {
      alike.recall(cell);
    }
    return value;
  }

  private boolean isFoundWithout(Attribute attribute, int cell) {
    if (without == null || changed[attribute.index()] >= 0 || without.until[cell] <= today) {
      return false;
    }
    found[cell] = without.found[cell];
    until[cell] = without.until[cell];
    causes[cell] = without.causes[cell];
    missed[cell] = without.missed[cell];
    return true;
  }

  private long elsewhere(Attribute attribute, int member) {
    if (known == null || !attribute.isRemembered()) {
      return attribute.compute(this, member);
    }
    int mark = known.mark();
    long value = known.value(attribute, member);
    known.forgetSince(mark);
    return value;
  }

  /** The expression's value, or {@link Values#UNKNOWN} where it ends in an error. */
  public long valueOrUnknown(Expression expression, int member) {
    int outerLevel = locals.level();
    int mark = missing.mark();
    try {
      return expression.evaluate(this, member);
    } catch (RuleCannotBeEvaluated | ArithmeticException outsideItsDates) {
      // A text that this family's outcome does not come to may lack a figure for its date.
      locals.returnTo(outerLevel);
      return Values.UNKNOWN;
    } finally {
      missing.forgetSince(mark);
    }
  }

  private long computeInTrial(Attribute attribute, int member, int cell) {
    long outerLeast = alike.least();
    long outerGreatest = alike.greatest();
    int mark = missing.mark();
    alike.begin();
    locals.enter();
    long value = attribute.compute(this, member);
    locals.leave();
    missing.forgetSince(mark);
    found[cell] = value;
    until[cell] = Integer.MAX_VALUE;
    alike.keep(cell, outerLeast, outerGreatest);
    return value;
  }

  private long compute(Attribute attribute, int member, int cell) {
    long outerHorizon = horizon;
    Cause outerCause = cause;
    int mark = missing.mark();
    horizon = FAR;
    // Whatever is computed on the way must not write over the names of a walk that reads it.
    locals.enter();
    long value = attribute.compute(this, member);
    locals.leave();
    found[cell] = value;
    until[cell] = (int) horizon;
    causes[cell] = cause;
    if (value == Values.UNKNOWN) {
      missed[cell] = missing.since(mark);
    } else {
      missing.forgetSince(mark);
    }
    if (outerHorizon <= horizon) {
      horizon = outerHorizon;
      cause = outerCause;
    }
    return value;
  }

  private void recall(int @Nullable [] facts) {
    if (facts != null) {
      missing.addAll(facts);
    }
  }

  /** The last day but one on which a remembered value holds: the day it must be looked at again. */
  public int holdsUntil(Attribute attribute, int member) {
    return until[cell(attribute, member)];
  }

  /** Why the remembered value may change on the day {@link #holdsUntil} names. */
  public Cause causeOf(Attribute attribute, int member) {
    return known(causes[cell(attribute, member)]);
  }

  private int cell(Attribute attribute, int member) {
    return places[attribute.index()] * members + member;
  }

  /** The missing facts behind a remembered unknown, as {@link MissingFact} codes. */
  public int[] missingOf(Attribute attribute, int member) {
    var facts = missed[cell(attribute, member)];
    return facts == null ? new int[0] : facts;
  }

  /** Remembers that what is being computed may change on this day. */
  void change(long day, Cause why) {
    if (day > today && day < horizon) {
      horizon = day;
      cause = why;
    }
  }

  private static Cause known(@Nullable Cause cause) {
    return cause == null ? Cause.LAW : cause;
  }

  /** Remembers that the law itself changes on this day. */
  public void changesOn(int day) {
    change(day, Cause.LAW);
  }

  /** A condition's truth for one member: 1, 0 or {@link Values#UNKNOWN}. */
  public long claim(Expression condition, int member) {
    return Logic.truth(condition.evaluate(this, member));
  }

  /** A place in the list of missing facts, to go back to where they turn out not to matter. */
  public int mark() {
    return missing.mark();
  }

  /** Forgets the facts missed since the mark: they did not matter after all. */
  public void forgetSince(int mark) {
    missing.forgetSince(mark);
  }

  /** The names of what is being evaluated. */
  Locals locals() {
    return locals;
  }

  /** What was assumed so far, as {@link MissingFact} codes. */
  public BitSet assumptions() {
    return assumptions;
  }
}
