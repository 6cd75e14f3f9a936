package org.konbit.rules.household;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.konbit.rules.text.Node;
import org.konbit.rules.text.Problems;

/** A household while it is read: what is answered so far, and where the document says it. */
final class Draft {
  private final Problems problems;
  private final @Nullable Node[][] places;
  private final Map<String, Integer> numbers = new HashMap<>();
  private Household household;

  Draft(Vocabulary vocabulary, LocalDate asOf, List<String> ids, Problems problems) {
    this.problems = problems;
    household = Household.of(vocabulary, asOf, ids.isEmpty() ? List.of("#1") : ids);
    places = new Node[household.size()][vocabulary.facts().size()];
    for (String id : ids) {
      numbers.put(id, numbers.size());
    }
  }

  Household household() {
    return household;
  }

  int size() {
    return household.size();
  }

  Optional<Integer> number(String id) {
    return Optional.ofNullable(numbers.get(id));
  }

  String id(int member) {
    return household.ids().get(member);
  }

  long value(Fact fact, int member) {
    return household.value(fact, member);
  }

  boolean isUnknown(Fact fact, int member) {
    return household.value(fact, member) == Values.UNKNOWN;
  }

  void put(Fact fact, int member, long value) {
    household = household.with(fact, member, value);
  }

  /** Puts the value where nothing is answered. */
  void complete(Fact fact, int member, long value) {
    if (isUnknown(fact, member)) {
      put(fact, member, value);
    }
  }

  void become(Household changed) {
    household = changed;
  }

  void place(Fact fact, int member, Node node) {
    places[member][fact.index()] = node;
  }

  /** Tells a problem at the place where the document answers the question, if it does. */
  void problem(Fact fact, int member, String message, String remedy) {
    var place = places[member][fact.index()];
    if (place != null) {
      problems.add(place, household.path(fact, member), message, remedy);
    }
  }

  boolean isStated(Fact fact, int member) {
    return places[member][fact.index()] != null;
  }
}
