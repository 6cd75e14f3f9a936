package org.konbit.simulation.synthetic;

import java.util.List;
import org.konbit.simulation.microdata.Home;
import org.konbit.simulation.microdata.Person;

/**
 * One set of published totals, of which everybody belongs to one or to none.
 *
 * @param name what it counts
 * @param cells what each total counts
 * @param targets the totals
 * @param place which total a person belongs to, or -1
 */
record Margin(String name, List<String> cells, List<Double> targets, Place place) {
  /** Finds a person's total. */
  interface Place {
    int of(Home home, Person person);
  }
}
