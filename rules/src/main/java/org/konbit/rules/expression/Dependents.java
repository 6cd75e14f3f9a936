package org.konbit.rules.expression;

import java.util.BitSet;

/** The attributes that another answer may change, and so all that a trial of it looks at again. */
public final class Dependents {
  private final int[] places;
  private final int size;

  /**
   * @param attributes the places of these attributes among all of the environment
   */
  public Dependents(Environment environment, BitSet attributes) {
    places = environment.places().clone();
    int next = 0;
    for (int i = 0; i < places.length; i++) {
      places[i] = places[i] >= 0 && attributes.get(i) ? next++ : -1;
    }
    size = next;
  }

  /** For each attribute its place among these, or -1. Not to be changed. */
  int[] places() {
    return places;
  }

  /** How many of them are remembered. */
  int size() {
    return size;
  }
}
