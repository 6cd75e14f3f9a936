package org.konbit.rules.expression;

/**
 * What is wrong with a condition's text.
 *
 * @param offset the character it concerns, from 0
 * @param name the whole name that is not known, for {@link Nature#UNKNOWN_NAME}; otherwise empty
 */
public record ConditionProblem(
    int offset, String message, String remedy, Nature nature, String name) {

  /** What kind of fault it is: some faults only follow from another that is told elsewhere. */
  public enum Nature {
    /** It reads what nobody declares. */
    UNKNOWN_NAME,
    /** As a whole it gives another type than is wanted of it. */
    OTHER_TYPE,
    OTHER
  }

  static ConditionProblem at(int offset, String message, String remedy) {
    return new ConditionProblem(offset, message, remedy, Nature.OTHER, "");
  }

  static ConditionProblem unknown(int offset, String message, String remedy, String name) {
    return new ConditionProblem(offset, message, remedy, Nature.UNKNOWN_NAME, name);
  }
}
