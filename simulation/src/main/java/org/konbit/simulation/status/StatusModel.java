package org.konbit.simulation.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.konbit.simulation.figures.Assumptions;
import org.konbit.simulation.figures.Margins;
import org.konbit.simulation.figures.Margins.StatusShare;
import org.konbit.simulation.microdata.Block;
import org.konbit.simulation.microdata.Draw;
import org.konbit.simulation.microdata.Microdata;
import org.konbit.simulation.microdata.Person;
import org.konbit.simulation.status.Controls.AgeBand;

/**
 * Draws a status for every noncitizen, as often as a run asks. The draws of one number are the same
 * whatever the threads and whoever else is drawn. People of one home and birthplace tend to be
 * drawn together; citizens are never touched.
 */
public final class StatusModel {
  private static final int WITHOUT = 1;
  private static final int TOGETHER = 2;
  private static final int CHILDHOOD = 16;
  private static final LocalDate DACA_CAME_BY = LocalDate.of(2007, 6, 15);
  private static final LocalDate DACA_BORN_AFTER = LocalDate.of(1981, 6, 15);

  private final Assumptions assumptions;
  private final LocalDate day;
  private final long seed;
  private final Map<String, Solver.Solved> byState = new TreeMap<>();
  private final List<StatusShare> shares = Margins.statuses();

  private StatusModel(Assumptions assumptions, LocalDate day, long seed) {
    this.assumptions = assumptions;
    this.day = day;
    this.seed = seed;
  }

  /** The model that meets the assumptions' controls on these people. */
  public static StatusModel fitted(
      Microdata people, Assumptions assumptions, LocalDate day, long seed) {
    var model = new StatusModel(assumptions, day, seed);
    var states = people.areas().stream().map(area -> area.substring(0, 2)).distinct().toList();
    for (String state : states) {
      var candidates =
          people.each(block -> candidates(block, state, day)).stream()
              .flatMap(Optional::stream)
              .reduce(new Candidates(), Candidates::plus);
      var wanted = Solver.wanted(assumptions, state, day);
      double uninsured = assumptions.value("uninsured_without_status", state, 30, day);
      model.byState.put(state, new Solver(candidates, wanted).solve(state, uninsured));
    }
    return model;
  }

  private static Optional<Candidates> candidates(Block block, String state, LocalDate day) {
    return block.states().contains(state)
        ? Optional.of(Candidates.of(block, state, day.getYear()))
        : Optional.empty();
  }

  /** What each state's model was solved for, and how near it came. */
  public List<Controls> controls() {
    return byState.values().stream().map(Solver.Solved::controls).toList();
  }

  /** The chance that a noncitizen is counted as without status, 0 to 1. */
  double chance(Block block, int home, Person person) {
    if (Features.isSurelyLawful(person)) {
      return 0;
    }
    var solved = byState.get(block.state(home));
    if (solved == null) {
      return 0;
    }
    double logit =
        Features.score(block, home, person, day.getYear())
            + solved.intercepts().getOrDefault(AgeBand.of(person.age()), 0.0)
            + (person.isUninsured() ? solved.slope() : 0);
    return 1 / (1 + StrictMath.exp(-logit));
  }

  /**
   * The status of one noncitizen in one draw.
   *
   * @param number the draw, from 0
   */
  public Immigration draw(Block block, int home, int person, int number) {
    var who = block.person(person);
    long homeKey = Draw.key(Draw.key(seed, block.serial(home)), number);
    long own = Draw.key(homeKey, person - block.firstPerson(home));
    var state = block.state(home);
    double same = assumptions.value("same_status", state, who.age(), day);
    long of =
        Draw.uniform(own, TOGETHER) < same ? Draw.key(homeKey, 1_000L + who.birthplace()) : own;
    boolean isWithout = Draw.uniform(of, WITHOUT) < chance(block, home, who);
    return new Circumstances(assumptions, day, state, who, own).of(status(who, of, own, isWithout));
  }

  private Circumstances.Kind status(Person who, long of, long own, boolean isWithout) {
    if (isWithout && cameAsChild(who)) {
      double daca = assumptions.value("daca", "", Math.max(15, who.age()), day);
      if (Draw.uniform(own, 3) < daca) {
        return new Circumstances.Kind("daca", true);
      }
    }
    int years = Math.max(0, day.getYear() - who.entered());
    var names = Origin.names(who.birthplace());
    var fitting =
        shares.stream()
            .filter(share ->
                share.isLawful() != isWithout
                    && names.contains(share.origin())
                    && share.yearsFrom() <= years
                    && years <= share.yearsTo())
            .toList();
    double all = fitting.stream().mapToDouble(StatusShare::weight).sum();
    double at = Draw.uniform(of, 4) * all;
    for (StatusShare share : fitting) {
      at -= share.weight();
      if (at < 0) {
        return new Circumstances.Kind(share.status(), isWithout);
      }
    }
    return new Circumstances.Kind(isWithout ? "undocumented" : "lpr", isWithout);
  }

  // Deferred action for people who came as children: by June 2007, under 16, born after June 1981.
  private boolean cameAsChild(Person who) {
    int born = day.getYear() - who.age();
    return who.age() >= 15
        && who.entered() <= DACA_CAME_BY.getYear()
        && who.entered() - born < CHILDHOOD
        && born > DACA_BORN_AFTER.getYear();
  }
}
