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
  // Larger loops than this are slower, not faster: more is kept than there are registers.
  private static final int LARGEST_LOOP = 160;

  /** Who of each household a stored claim holds of. */
  record Gather(int stage, Arena.Place claim, Arena.Place into) {}

  private final Population population;
  private final Programs programs;
  private final Arena arena = new Arena();
  private final Schedule schedule;
  private final Steps steps;
  private final byte[] classFile;
  private final List<Gather> gathers = new ArrayList<>();
  private final Law law;
  private final BitSet incomplete;

  private StateLaw(Population population, Programs programs, Law law) {
    this.population = population;
    this.programs = programs;
    this.law = law;
    schedule = new Schedule(targets(programs), LARGEST_LOOP);
    classFile = Assembler.assemble(schedule.loops(), arena);
    steps = Assembler.load(classFile);
    for (int stage = 0; stage < schedule.stages(); stage++) {
      for (Node node : schedule.gathered(stage)) {
        gathers.add(new Gather(stage, arena.scratch(node.first()), arena.scratch(node)));
      }
    }
    incomplete = Completeness.incomplete(population, programs.facts().needs(), law);
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
        targets.add(told.premium());
      }
      targets.add(told.amount());
    }
    targets.add(programs.best());
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

  List<Gather> gathers() {
    return gathers;
  }

  int stages() {
    return schedule.stages();
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
