package org.konbit.rules.household;

import java.util.List;

/**
 * One thing a household document can say.
 *
 * @param index its column
 * @param path the document's own dotted name below the member, such as {@code immigration.filedOn}
 * @param name the same in snake_case, as conditions read it
 * @param options the answers allowed, or empty where any answer of the type is
 * @param assumed what holds while it is unanswered; {@link Values#UNKNOWN} for every fact of the
 *     fixed vocabulary, which carry no assumption
 * @param ofHousehold whether it is said once for the household rather than for a member
 */
public record Fact(
    int index,
    String path,
    String name,
    FactType type,
    List<String> options,
    long assumed,
    boolean ofHousehold) {

  public boolean isAssumed() {
    return assumed != Values.UNKNOWN;
  }
}
