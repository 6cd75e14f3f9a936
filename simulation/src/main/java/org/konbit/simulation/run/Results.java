package org.konbit.simulation.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.konbit.simulation.microdata.Serial;

/**
 * What a run found.
 *
 * @param lines every group with every quantity, everyone first
 * @param moves people by their best coverage before and after, where the two differ
 * @param examples the first few homes in which the first draw of statuses changes something
 */
public record Results(List<Line> lines, Map<String, Double> moves, List<Serial> examples) {
  /** One group's figures. */
  public record Line(String by, String name, Map<Quantity, Estimate> figures) {
    public Estimate figure(Quantity quantity) {
      return figures.getOrDefault(quantity, new Estimate(0, 0));
    }
  }

  static Results of(Groups groups, List<Tally> draws) {
    var lines = new ArrayList<Line>();
    for (int group = 0; group < groups.all().size(); group++) {
      var figures = new EnumMap<Quantity, Estimate>(Quantity.class);
      for (Quantity quantity : Quantity.values()) {
        int place = group;
        figures.put(
            quantity,
            Estimate.of(
                draws.stream().map(draw -> draw.value(place, quantity)).toList(),
                draws.stream().map(draw -> draw.variance(place, quantity)).toList()));
      }
      var about = groups.all().get(group);
      lines.add(new Line(about.by(), about.name(), figures));
    }
    var moves = new TreeMap<String, Double>();
    for (Tally draw : draws) {
      draw.moves().forEach((move, n) -> moves.merge(move, n / draws.size(), Double::sum));
    }
    return new Results(List.copyOf(lines), moves, List.copyOf(draws.getFirst().examples()));
  }

  /** Everyone's figures. */
  public Line all() {
    return lines.getFirst();
  }

  /** The figures of one group, such as {@code status} and {@code undocumented}. */
  public Line line(String by, String name) {
    return lines.stream()
        .filter(line -> line.by().equals(by) && line.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("No group is called (%s, %s).".formatted(by, name)));
  }

  /** The figures of a state, added up from its areas; without their standard errors. */
  public double ofState(String state, Quantity quantity) {
    return lines.stream()
        .filter(line -> line.by().equals("area") && line.name().startsWith(state + " "))
        .mapToDouble(line -> line.figure(quantity).value())
        .sum();
  }
}
