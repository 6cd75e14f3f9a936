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
  private static final int LEVEL = 8;
  private static final int LEVELS = 256;

  private final Environment environment;
  private Household household;
  private final int members;
  private final long[] found;
  private final int[] until;
  private final @Nullable Cause[] causes;
  private final int[] @Nullable [] missed;

  private int today;
  private int year;
  private int[] missing = new int[32];
  private int missingSize;
  private int @Nullable [] seen;
  private int glance;
  private long horizon = FAR;
  private Cause cause = Cause.LAW;
  private final BitSet assumptions = new BitSet();
  private long @Nullable [] locals;
  private int level;

  public Frame(Environment environment, Household household) {
    this.environment = environment;
    this.household = household;
    this.members = household.size();
    int cells = environment.size() * members;
    this.found = new long[cells];
    this.until = new int[cells];
    this.causes = new Cause[cells];
    this.missed = new int[cells][];
    moveTo(household.asOf());
  }

  /**
   * Takes over what a frame of the same members and date has found, for a household with other
   * answers. Much cheaper than a new frame, where many answers are tried.
   *
   * @param dependents the places of all attributes that the other answers may change
   */
  public void suppose(Frame known, Household changed, int[] dependents) {
    household = changed;
    today = known.today;
    year = known.year;
    System.arraycopy(known.found, 0, found, 0, found.length);
    System.arraycopy(known.until, 0, until, 0, until.length);
    System.arraycopy(known.causes, 0, causes, 0, causes.length);
    System.arraycopy(known.missed, 0, missed, 0, missed.length);
    for (int attribute : dependents) {
      Arrays.fill(until, attribute * members, (attribute + 1) * members, 0);
    }
    missingSize = 0;
    horizon = FAR;
    level = 0;
  }

  /** Goes on to a later date, keeping all that still holds there. */
  public void moveTo(LocalDate date) {
    today = Math.toIntExact(date.toEpochDay());
    year = date.getYear();
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
    change(LocalDate.of(year + 1, 1, 1).toEpochDay(), Cause.LAW);
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
    if (missingSize == missing.length) {
      missing = Arrays.copyOf(missing, missingSize * 2);
    }
    missing[missingSize++] = MissingFact.code(fact, member);
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
    if (value < years) {
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
    if (!attribute.isRemembered()) {
      return attribute.compute(this, member);
    }
    int who = attribute.isShared() ? 0 : member;
    int cell = attribute.index() * members + who;
    if (until[cell] > today) {
      change(until[cell], known(causes[cell]));
      long value = found[cell];
      if (value == Values.UNKNOWN) {
        recall(missed[cell]);
      }
      return value;
    }
    return compute(attribute, who, cell);
  }

  private long compute(Attribute attribute, int member, int cell) {
    long outerHorizon = horizon;
    Cause outerCause = cause;
    int mark = missingSize;
    horizon = FAR;
    // Whatever is computed on the way must not write over the names of a walk that reads it.
    enter();
    long value = attribute.compute(this, member);
    leave();
    found[cell] = value;
    until[cell] = (int) horizon;
    causes[cell] = cause;
    if (value == Values.UNKNOWN) {
      missingSize = withoutRepeats(mark);
      missed[cell] = Arrays.copyOfRange(missing, mark, missingSize);
    } else {
      missingSize = mark;
    }
    if (outerHorizon <= horizon) {
      horizon = outerHorizon;
      cause = outerCause;
    }
    return value;
  }

  // What rests on much that is open names each fact many times over, and so does what rests on
  // that: kept as they come, the names would double from step to step.
  private int withoutRepeats(int mark) {
    if (missingSize - mark < 2) {
      return missingSize;
    }
    var seen = this.seen == null ? new int[environment.facts() * Household.MAX_MEMBERS] : this.seen;
    this.seen = seen;
    glance++;
    int kept = mark;
    for (int i = mark; i < missingSize; i++) {
      if (seen[missing[i]] != glance) {
        seen[missing[i]] = glance;
        missing[kept++] = missing[i];
      }
    }
    return kept;
  }

  private void recall(int @Nullable [] facts) {
    if (facts == null) {
      return;
    }
    while (missingSize + facts.length > missing.length) {
      missing = Arrays.copyOf(missing, missing.length * 2);
    }
    System.arraycopy(facts, 0, missing, missingSize, facts.length);
    missingSize += facts.length;
  }

  /** The last day but one on which a remembered value holds: the day it must be looked at again. */
  public int holdsUntil(Attribute attribute, int member) {
    return until[attribute.index() * members + (attribute.isShared() ? 0 : member)];
  }

  /** Why the remembered value may change on the day {@link #holdsUntil} names. */
  public Cause causeOf(Attribute attribute, int member) {
    return known(causes[attribute.index() * members + (attribute.isShared() ? 0 : member)]);
  }

  /** The missing facts behind a remembered unknown, as {@link MissingFact} codes. */
  public int[] missingOf(Attribute attribute, int member) {
    var facts = missed[attribute.index() * members + (attribute.isShared() ? 0 : member)];
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
    return missingSize;
  }

  /** Forgets the facts missed since the mark: they did not matter after all. */
  public void forgetSince(int mark) {
    missingSize = mark;
  }

  long local(int slot) {
    return localValues()[level + slot];
  }

  void setLocal(int slot, long value) {
    localValues()[level + slot] = value;
  }

  private long[] localValues() {
    if (locals == null) {
      locals = new long[LEVEL * LEVELS];
    }
    return locals;
  }

  /** Gives a definition its own names, up to {@value #LEVEL}, until {@link #leave}. */
  void enter() {
    level += LEVEL;
    if (level == LEVEL * LEVELS) {
      throw new RuleCannotBeEvaluated(
          "Definitions call one another more than (%d) deep.".formatted(LEVELS));
    }
  }

  void leave() {
    level -= LEVEL;
  }

  /** What was assumed so far, as {@link MissingFact} codes. */
  public BitSet assumptions() {
    return assumptions;
  }
}
