package org.konbit.simulation.synthetic;

import java.util.ArrayList;
import java.util.List;
import org.konbit.simulation.figures.Margins;
import org.konbit.simulation.figures.Margins.Age;
import org.konbit.simulation.microdata.Person;

/** The published totals of one state that weights are raked to. */
final class PublishedMargins {
  private static final double NONCITIZENS = 0.476;

  private PublishedMargins() {}

  /** Those of a state; a person of another state belongs to none of them. */
  static List<Margin> of(String state) {
    var ages = Margins.ages(state);
    double people = ages.stream().mapToDouble(Age::people).sum();
    return List.of(
        areas(state, people), insurance(state, people), birth(state, people), ages(state, ages));
  }

  private static Margin ages(String state, List<Age> ages) {
    var names =
        ages.stream()
            .map(age ->
                "%d to %d, %s".formatted(age.from(), age.to(), age.isFemale() ? "female" : "male"))
            .toList();
    var targets = ages.stream().map(Age::people).toList();
    return new Margin(
        "age and sex in " + state,
        names,
        targets,
        (home, person) -> home.state().equals(state) ? place(ages, person) : -1);
  }

  private static int place(List<Age> ages, Person person) {
    for (int i = 0; i < ages.size(); i++) {
      var age = ages.get(i);
      if (age.isFemale() == person.isFemale()
          && age.from() <= person.age()
          && person.age() <= age.to()) {
        return i;
      }
    }
    return -1;
  }

  // Areas were counted in another year than ages: their shares are taken, of the later total.
  private static Margin areas(String state, double people) {
    var areas = Margins.areas(state);
    double all = areas.stream().mapToDouble(Margins.Area::people).sum();
    var names = areas.stream().map(Margins.Area::name).toList();
    var targets = areas.stream().map(area -> area.people() / all * people).toList();
    return new Margin(
        "area in " + state,
        names,
        targets,
        (home, _) -> home.state().equals(state) ? names.indexOf(home.area()) : -1);
  }

  private static double target(String state, String id) {
    return Margins.targets().stream()
        .filter(target -> target.id().equals(id) && target.state().equals(state))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private static Margin birth(String state, double people) {
    double foreign = target(state, "foreign_born");
    var targets =
        new ArrayList<>(
            List.of(people - foreign, foreign * (1 - NONCITIZENS), foreign * NONCITIZENS));
    var names = List.of("born a citizen", "naturalised", "noncitizen");
    return new Margin(
        "citizenship in " + state,
        names,
        targets,
        (home, person) -> home.state().equals(state) ? Math.max(0, person.citizenship() - 3) : -1);
  }

  private static Margin insurance(String state, double people) {
    double uninsured = people * target(state, "uninsured_share");
    double medicaid = target(state, "medicaid");
    var targets = List.of(uninsured, medicaid, people - uninsured - medicaid);
    var names = List.of("uninsured", "Medicaid or CHIP", "other insurance");
    return new Margin(
        "insurance in " + state,
        names,
        targets,
        (home, person) -> home.state().equals(state) ? insurance(person) : -1);
  }

  private static int insurance(Person person) {
    if (person.isUninsured()) {
      return 0;
    }
    return person.has(Person.Coverage.MEDICAID) ? 1 : 2;
  }
}
