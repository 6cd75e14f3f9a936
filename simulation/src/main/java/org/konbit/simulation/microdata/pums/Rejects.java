package org.konbit.simulation.microdata.pums;

import java.util.ArrayList;
import java.util.List;

/** What was left out of an import: the first of them in full, all of them counted. */
public final class Rejects {
  private static final int TOLD = 50;

  private final List<Reject> first = new ArrayList<>();
  private long lines;
  private long homes;
  private long persons;
  private long withoutPeople;

  void add(Reject reject) {
    lines++;
    if (first.size() < TOLD) {
      first.add(reject);
    }
  }

  /** A home is left out whole, since a family without one of its people would be another. */
  void leftOut(int people) {
    homes++;
    persons += people;
  }

  public List<Reject> first() {
    return List.copyOf(first);
  }

  /** Lines that could not be read. */
  public long lines() {
    return lines;
  }

  /** Homes left out because of them. */
  public long homes() {
    return homes;
  }

  /** People of these homes, the readable ones included. */
  public long persons() {
    return persons;
  }

  void withoutPeople(long number) {
    withoutPeople = number;
  }

  /** Homes of which the household file says that people live there, and no person file has any. */
  public long withoutPeople() {
    return withoutPeople;
  }
}
