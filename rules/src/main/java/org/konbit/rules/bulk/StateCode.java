package org.konbit.rules.bulk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One state's law of one date, by one text or several, compiled for all populations that lie within
 * an outline. What texts say alike is one calculation.
 */
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

  private final Map<Integer, Programs> texts;
  private final Arena arena = new Arena();
  private final Schedule schedule;
  private final Steps steps;
  private final byte[] classFile;
  private final List<Stage> stages = new ArrayList<>();
  private final Law law;

  private StateCode(Map<Integer, Programs> texts, Law law) {
    this.texts = texts;
    this.law = law;
    schedule = new Schedule(targets(texts.values()));
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
   * Compiles the states' law, by the states' words: that of all texts together, but for texts that
   * give other figures for who belongs to a family. Nothing of a state that no pack is of.
   */
  static Map<Long, List<StateCode>> compile(
      List<BulkLaw> texts, Set<Long> states, Outline outline, LocalDate date) {
    var codes = new HashMap<Long, List<StateCode>>();
    for (long state : states) {
      var alike = new LinkedHashMap<Law, Map<Integer, Programs>>();
      var nodes = new HashMap<Law, Nodes>();
      for (int number = 0; number < texts.size(); number++) {
        var packs = texts.get(number).packs();
        var place = texts.get(number).place(state);
        if (place.isPresent()) {
          var law = Law.of(packs.environment(), date, state);
          var shared = nodes.computeIfAbsent(law, _ -> new Nodes(outline.limits().largest()));
          alike
              .computeIfAbsent(law, _ -> new LinkedHashMap<>())
              .put(number, Programs.of(packs, place.get(), outline, date, shared));
        }
      }
      var made = new ArrayList<StateCode>();
      alike.forEach((law, programs) -> made.add(new StateCode(programs, law)));
      codes.put(state, made);
    }
    outline.close();
    return codes;
  }

  private static List<Node> targets(Collection<Programs> texts) {
    var targets = new LinkedHashSet<Node>();
    texts.forEach(programs -> addTargets(programs, targets));
    return List.copyOf(targets);
  }

  private static void addTargets(Programs programs, Set<Node> targets) {
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
  }

  /** The texts that it is of, by their numbers. */
  Map<Integer, Programs> texts() {
    return texts;
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
