package org.konbit.rules.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.FactType;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;

/** All attributes that one set of packs knows. Immutable once its packs are loaded. */
public final class Environment {
  private final List<Attribute> attributes;
  private final int[] places;
  private final int remembered;
  private final Attribute age;
  private final Map<String, Parameter> federal = new HashMap<>();
  private final Map<Long, Map<String, Parameter>> byState = new HashMap<>();
  private final long[] detailOfCitizen;

  /**
   * @param placeOfState for each state's word the place whose parameters are preferred, such as
   *     {@code ma}
   */
  public Environment(
      List<Attribute> attributes,
      Attribute age,
      Map<String, Parameter> parameters,
      Map<String, String> placeOfState,
      Vocabulary vocabulary) {
    this.attributes = List.copyOf(attributes);
    this.places = new int[attributes.size()];
    int next = 0;
    for (Attribute attribute : attributes) {
      places[attribute.index()] = attribute.isRemembered() ? next++ : -1;
    }
    this.remembered = next;
    this.age = age;
    addTo(federal, "us", parameters);
    placeOfState.forEach((state, place) -> {
      var own = new HashMap<>(federal);
      addTo(own, place, parameters);
      byState.put(Words.code(state), own);
    });
    this.detailOfCitizen =
        vocabulary.facts().stream().mapToLong(Environment::noneIfDetail).toArray();
  }

  private static void addTo(
      Map<String, Parameter> names, String place, Map<String, Parameter> parameters) {
    parameters.forEach((id, parameter) -> {
      if (id.startsWith(place + ".")) {
        names.put(id.substring(place.length() + 1), parameter);
      }
    });
  }

  // A citizen's immigration history is never asked: birth or naturalisation ended it.
  private static long noneIfDetail(Fact fact) {
    if (!fact.path().startsWith("immigration.") || fact.equals(Vocabulary.STATUS)) {
      return Values.UNKNOWN;
    }
    return fact.type() == FactType.DATE || fact.type() == FactType.WORD ? Values.NONE : 0;
  }

  public int size() {
    return attributes.size();
  }

  public List<Attribute> attributes() {
    return attributes;
  }

  /** For each attribute its place among those that are remembered, or -1. Not to be changed. */
  int[] places() {
    return places;
  }

  /** How many attributes are remembered. */
  int remembered() {
    return remembered;
  }

  /** How many facts a document can state. */
  int facts() {
    return detailOfCitizen.length;
  }

  Attribute age() {
    return age;
  }

  /** Whether the fact is asked only of some immigration statuses. */
  public boolean isDetailOfStatus(Fact fact) {
    return detailOfCitizen[fact.index()] != Values.UNKNOWN;
  }

  /** What holds of a citizen who was not asked, or {@link Values#UNKNOWN} where it is asked. */
  public long detailOfCitizen(Fact fact) {
    return detailOfCitizen[fact.index()];
  }

  /** The state's own parameter of this name, or else the federal one. */
  Parameter parameter(String name, Household household) {
    return findParameter(name, household.value(Vocabulary.STATE, 0))
        .orElseThrow(() ->
            new RuleCannotBeEvaluated(
                "A registered derivation reads the parameter (us.%s), which no pack declares.\nDeclare it."
                    .formatted(name)));
  }

  /** The state's own parameter of this name, or else the federal one; the state by its code. */
  public Optional<Parameter> findParameter(String name, long state) {
    return Optional.ofNullable(byState.getOrDefault(state, federal).get(name));
  }
}
