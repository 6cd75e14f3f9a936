package org.konbit.rules.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.konbit.rules.household.Words;
import org.konbit.rules.pack.RulePacks;

/** One state's law of one date, compiled for all populations that lie within an outline. */
final class StateCode {
  /** Who of each household a stored claim holds of. */
  record Gather(int word, Arena.Place into) {}

  /** What is added up of each household's members: the array's rows are the population's or not. */
  record Sum(Arena.Place of, boolean isOfPopulation, Arena.Place into) {}

  /** A claim of every row that is put into words. */
  record Pack(Arena.Place claim, int word) {}

  /**
   * What is done beside the loops at one stage.
   *
   * @param gathers before all
   * @param sums before all
   * @param banks after that
   * @param packs between the loops over rows and those over words
   */
  record Stage(List<Gather> gathers, List<Sum> sums, List<Banks.Bank> banks, List<Pack> packs) {}

  private final Programs programs;
  private final Arena arena = new Arena();
  private final Schedule schedule;
  private final Steps steps;
  private final byte[] classFile;
  private final List<Stage> stages = new ArrayList<>();
  private final Law law;

  private StateCode(Programs programs, Law law) {
    this.programs = programs;
    this.law = law;
    schedule = new Schedule(targets(programs));
    layOut();
    classFile = Assembler.assemble(schedule, arena);
    steps = Assembler.load(classFile);
  }

  private void layOut() {
    var slots = arena.slots();
    schedule.kept().forEach(node -> slots.put(node, slots.keep(1)));
    for (int stage = 0; stage < schedule.stages(); stage++) {
      var banks = Banks.of(schedule.looked(stage), arena);
      var packs = new ArrayList<Pack>();
      for (Node node : schedule.packed(stage)) {
        slots.put(node, slots.keep(1));
        packs.add(new Pack(arena.scratch(node), slots.at(node)));
      }
      var gathers = new ArrayList<Gather>();
      var sums = new ArrayList<Sum>();
      for (Node node : schedule.gathered(stage)) {
        var of = node.first();
        if (node.is(Node.Op.GATHERED)) {
          gathers.add(new Gather(slots.at(of), arena.scratch(node)));
        } else {
          sums.add(new Sum(arena.of(of), of.is(Node.Op.COLUMN), arena.scratch(node)));
        }
      }
      stages.add(new Stage(gathers, sums, banks, packs));
    }
  }

  /**
   * Compiles a place's law.
   *
   * @param others of the state and for the same outline: if it is one of these, that one is given
   */
  static StateCode compile(
      RulePacks packs,
      RulePacks.Place place,
      Outline outline,
      LocalDate date,
      List<StateCode> others) {
    var programs = Programs.of(packs, place, outline, date);
    long state = Words.code(place.state().orElseThrow());
    var law = Law.of(packs.environment(), date, state);
    return others.stream()
        .filter(other -> other.law.equals(law) && Likeness.of(programs, other.programs))
        .findFirst()
        .orElseGet(() -> new StateCode(programs, law));
  }

  private static List<Node> targets(Programs programs) {
    var targets = new LinkedHashSet<Node>();
    for (var told : programs.told()) {
      targets.add(told.yes());
      if (told.onlyPremium().isEmpty()) {
        targets.add(told.premium().all());
      }
      targets.add(told.amount().all());
    }
    programs.best().forEach(ranked -> targets.add(ranked.isBest()));
    targets.add(programs.alone());
    programs
        .groups()
        .forEach(group -> {
          targets.add(group.cents());
          targets.add(group.maximum());
        });
    targets.add(programs.open());
    return List.copyOf(targets);
  }

  Programs programs() {
    return programs;
  }

  Arena arena() {
    return arena;
  }

  Steps steps() {
    return steps;
  }

  List<Schedule.Loop> loops() {
    return schedule.loops();
  }

  List<Stage> stages() {
    return stages;
  }

  Schedule schedule() {
    return schedule;
  }

  Law law() {
    return law;
  }

  /** The class file of the compiled loops, for who wants to look at it. */
  byte[] classFile() {
    return classFile.clone();
  }
}
