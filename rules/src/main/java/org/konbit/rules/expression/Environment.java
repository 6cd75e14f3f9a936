package org.konbit.rules.expression;

import java.util.List;
import java.util.Map;
import org.konbit.rules.household.Fact;
import org.konbit.rules.household.FactType;
import org.konbit.rules.household.Household;
import org.konbit.rules.household.Values;
import org.konbit.rules.household.Vocabulary;
import org.konbit.rules.household.Words;

/** All attributes that one set of packs knows. Immutable once its packs are loaded. */
public final class Environment {
  private final List<Attribute> attributes;
  private final Attribute age;
  private final Map<String, Parameter> parameters;
  private final Map<Long, String> placeOfState;
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
    this.age = age;
    this.parameters = Map.copyOf(parameters);
    this.placeOfState =
        placeOfState.entrySet().stream()
            .collect(
                java.util.stream.Collectors.toUnmodifiableMap(
                    entry -> Words.code(entry.getKey()), Map.Entry::getValue));
    this.detailOfCitizen =
        vocabulary.facts().stream().mapToLong(Environment::noneIfDetail).toArray();
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

  /** How many facts a document can state. */
  int facts() {
    return detailOfCitizen.length;
  }

  Attribute age() {
    return age;
  }

  /** Whether the fact is asked only of some immigration statuses. */
  boolean isDetailOfStatus(Fact fact) {
    return detailOfCitizen[fact.index()] != Values.UNKNOWN;
  }

  long detailOfCitizen(Fact fact) {
    return detailOfCitizen[fact.index()];
  }

  /** The state's own parameter of this name, or else the federal one. */
  Parameter parameter(String name, Household household) {
    var place = placeOfState.get(household.value(Vocabulary.STATE, 0));
    var own = place == null ? null : parameters.get(place + "." + name);
    var found = own != null ? own : parameters.get("us." + name);
    if (found == null) {
      throw new RuleCannotBeEvaluated(
          "A registered derivation reads the parameter (us.%s), which no pack declares.\nDeclare it."
              .formatted(name));
    }
    return found;
  }
}
