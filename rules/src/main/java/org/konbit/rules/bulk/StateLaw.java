package org.konbit.rules.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import org.konbit.rules.household.Words;
import org.konbit.rules.pack.RulePacks;

/** One state's law of one date, compiled for one population. Shared by all workers. */
final class StateLaw {
  /** Who of each household a stored claim holds of. */
  record Gather(int word, Arena.Place into) {}

  /** A claim of every row that is put into words. */
  record Pack(Arena.Place claim, int word) {}

  /**
   * What is done beside the loops at one stage.
   *
   * @param gathers before all
   * @param banks after that
   * @param packs between the loops over rows and those over words
   */
  record Stage(List<Gather> gathers, List<Banks.Bank> banks, List<Pack> packs) {}

  private final Population population;
  private final Programs programs;
  private final Arena arena = new Arena();
  private final Schedule schedule;
  private final Steps steps;
  private final byte[] classFile;
  private final List<Stage> stages = new ArrayList<>();
  private final Law law;
  private final BitSet incomplete;

  private StateLaw(Population population, Programs programs, Law law) {
    this.population = population;
    this.programs = programs;
    this.law = law;
    schedule = new Schedule(targets(programs));
    layOut();
    classFile = Assembler.assemble(schedule, arena);
    steps = Assembler.load(classFile);
    incomplete = Completeness.incomplete(population, programs.facts().needs(), law);
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
      for (Node node : schedule.gathered(stage)) {
        gathers.add(new Gather(slots.at(node.first()), arena.scratch(node)));
      }
      stages.add(new Stage(gathers, banks, packs));
    }
  }

  static StateLaw compile(
      RulePacks packs, RulePacks.Place place, Population population, LocalDate date) {
    var programs = Programs.of(packs, place, population, date);
    long state = Words.code(place.state().orElseThrow());
    return new StateLaw(population, programs, Law.of(packs.environment(), date, state));
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

  Population population() {
    return population;
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

  BitSet incomplete() {
    return incomplete;
  }

  /** The class file of the compiled loops, for who wants to look at it. */
  byte[] classFile() {
    return classFile.clone();
  }

  Kernel kernel(Object[] arrays, int rows) {
    var facts = programs.facts();
    var kernel = new Kernel(population, incomplete, law, facts.needs(), rows);
    for (Derived derived : facts.derived()) {
      var node = facts.node(derived);
      if (schedule.isUsed(node)) {
        kernel.write(derived, arrays[arena.of(node).index()]);
      }
    }
    return kernel;
  }
}
