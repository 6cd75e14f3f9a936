package org.konbit.rules.screening;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.konbit.rules.expression.Frame;
import org.konbit.rules.expression.MissingFact;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;
import org.konbit.rules.pack.RulePacks;
import org.konbit.rules.program.Program;

/** Screens households by the packs' law. Keeps nothing of them. Safe for use by several threads. */
public final class Screener {
  private static final Set<Aspect> EVERYTHING = EnumSet.allOf(Aspect.class);

  private final RulePacks packs;
  private final Map<Long, Plan> byState = new HashMap<>();
  private final Plan anyState;
  // As many as screen at once; a room that an error left behind is simply lost.
  private final Queue<Deque<Frame>> rooms = new ConcurrentLinkedQueue<>();

  public Screener(RulePacks packs) {
    this.packs = packs;
    for (var place : packs.places()) {
      place.state().ifPresent(state -> byState.put(Words.code(state), plan(state, place)));
    }
    this.anyState = new Plan(packs.environment(), packs.programs(), List.of(), byState);
  }

  private Plan plan(String state, RulePacks.Place place) {
    var ordered = new LinkedHashSet<Program>();
    for (String ranked : place.ranking()) {
      packs.program(ranked).ifPresent(ordered::add);
    }
    packs.programs().stream()
        .filter(program -> program.state().filter(state::equals).isPresent())
        .forEach(ordered::add);
    packs.programs().stream().filter(p -> p.state().isEmpty()).forEach(ordered::add);
    return new Plan(packs.environment(), new ArrayList<>(ordered), place.ranking(), byState);
  }

  public RulePacks packs() {
    return packs;
  }

  /** The whole answer. */
  public Screening screen(Household household) {
    return screen(household, EVERYTHING, Set.of());
  }

  /**
   * The answer with the named aspects.
   *
   * @param withheld facts that will not be answered, so that no question asks for them again
   * @throws NotCovered if the packs hold no law for the household's date
   * @throws org.konbit.rules.expression.RuleCannotBeEvaluated if a rule ends in an error
   */
  public Screening screen(Household household, Set<Aspect> aspects, Set<MissingFact> withheld) {
    var run = new Run(packs, planFor(household), household);
    var answers = new Answers(packs, run, aspects);
    var members = IntStream.range(0, household.size()).mapToObj(answers::of).toList();
    var ifThen = aspects.contains(Aspect.IF_THEN) ? new WhatIf(run).all() : List.<List<IfThen>>of();
    var premium = new Premiums(run).family();
    var next =
        aspects.contains(Aspect.NEXT)
            ? new Questions(packs, run).next(withheld)
            : Optional.<Question>empty();
    var prospects = new Prospects(members, ifThen);
    if (aspects.contains(Aspect.FLIPS)) {
      flips(run, prospects);
    }
    var timeline = List.<Change>of();
    if (aspects.contains(Aspect.TIMELINE)) {
      // It moves the run's date forward, so it comes after all that is told of today.
      var ahead = Timeline.of(run);
      prospects.lookAhead(ahead);
      timeline = ahead.changes();
    }
    return new Screening(
        household.asOf(),
        state(household),
        prospects.members(),
        premium.cents(),
        premium.leftOut(),
        timeline,
        next,
        packs.digest());
  }

  /**
   * The question that settles most, as {@link #screen} finds it with {@link Aspect#NEXT}, and all
   * that is missing, without the answer around them.
   *
   * @param withheld facts that will not be answered, so that no question asks for them again
   */
  public Ahead ahead(Household household, Set<MissingFact> withheld) {
    return new Questions(packs, new Run(packs, planFor(household), household)).ahead(withheld);
  }

  /** Every fact that some undecided outcome waits for. */
  public SortedSet<MissingFact> missing(Household household) {
    var run = new Run(packs, planFor(household), household);
    var missing = new TreeSet<MissingFact>();
    for (int member = 0; member < household.size(); member++) {
      for (Program program : run.plan().programs()) {
        missing.addAll(run.missing(program, member));
      }
    }
    return missing;
  }

  private void flips(Run run, Prospects prospects) {
    var free = rooms.poll();
    var room = free == null ? new ArrayDeque<Frame>() : free;
    var trials = new Trials(packs, run, room);
    prospects.tryOthers(new Flips(packs, run, trials));
    trials.end();
    rooms.add(room);
  }

  private static String state(Household household) {
    long state = household.value(Vocabulary.STATE, 0);
    return Vocabulary.STATE.options().stream()
        .filter(option -> Words.code(option) == state)
        .findFirst()
        .orElse("");
  }

  private Plan planFor(Household household) {
    long state = household.value(Vocabulary.STATE, 0);
    if (state == Values.UNKNOWN) {
      requireCovered(household.asOf(), packs.places());
      return anyState;
    }
    var plan = byState.get(state);
    if (plan == null) {
      throw new NotCovered(
          "These packs hold no law of (%s).\nScreen a household in another state, or add its pack."
              .formatted(state(household)));
    }
    var place = packs.placeOfState(state(household)).stream().toList();
    requireCovered(household.asOf(), place);
    return plan;
  }

  private static void requireCovered(LocalDate asOf, List<RulePacks.Place> places) {
    for (var place : places) {
      if (asOf.isBefore(place.coversFrom())) {
        throw new NotCovered(
            "The law of %s is held from (%s); the household is screened for (%s).\nChoose a later asOf."
                .formatted(place.name(), place.coversFrom(), asOf));
      }
    }
  }

  /** Only each program's outcome for each member, in the document's order: the fastest answer. */
  public List<Map<String, Outcome>> outcomes(Household household) {
    var run = new Run(packs, planFor(household), household);
    var outcomes = new ArrayList<Map<String, Outcome>>();
    for (int member = 0; member < household.size(); member++) {
      outcomes.add(WhatIf.outcomes(run, member));
    }
    return outcomes;
  }

  /** How one program ends for one member, by its number. */
  public Outcome outcome(Household household, Program program, int member) {
    return Outcome.of(new Run(packs, planFor(household), household).decide(program, member));
  }

  /** What that outcome rests on. */
  public List<Because> because(Household household, Program program, int member) {
    return new Reasons(packs, new Run(packs, planFor(household), household)).of(program, member);
  }

  /** The cents a premium or amount comes to, where everything it rests on is known. */
  static OptionalLong cents(long value) {
    return Values.isPresent(value) ? OptionalLong.of(value) : OptionalLong.empty();
  }
}
