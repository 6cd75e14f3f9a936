package org.konbit.rules.household;

/**
 * {@code from} is the {@code is} of {@code to}: {from: p1, to: p3, is: parent} says that p1 is the
 * parent of p3. Members are named by their place in the document.
 */
public record Relationship(int from, int to, Kind is) {
  /** How two members are related. */
  public enum Kind {
    SPOUSE,
    PARTNER,
    PARENT,
    STEPPARENT,
    GRANDPARENT,
    CARETAKER,
    SIBLING
  }
}
