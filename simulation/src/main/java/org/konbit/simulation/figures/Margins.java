package org.konbit.simulation.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The published margins of the two states: ages, areas, and which area a PUMA lies in. */
public final class Margins {
  /** People of one age band and sex in a state. */
  public record Age(String state, int from, int to, boolean isFemale, double people) {}

  /**
   * A region of a state.
   *
   * @param foreignBorn people born abroad, where published
   * @param belowPoverty the share in poverty, where published
   * @param belowTwice the share below twice the poverty line, where published
   * @param medianIncome of households, dollars a year, where published
   */
  public record Area(
      String state,
      String name,
      double people,
      Optional<Double> foreignBorn,
      Optional<Double> belowPoverty,
      Optional<Double> belowTwice,
      Optional<Double> medianIncome) {}

  /** A published result to hold a run against. */
  public record Target(
      String id,
      String state,
      String quantity,
      double value,
      double low,
      double high,
      String unit,
      String period,
      String source) {}

  /** How noncitizens are spread over statuses. */
  public record StatusShare(
      boolean isLawful, String origin, int yearsFrom, int yearsTo, String status, double weight) {}

  /** A country that foreign-born people of the synthetic population come from. */
  public record Origin(String state, int birthplace, double weight) {}

  private static final List<Age> AGES =
      Table.shipped("ages.csv").stream()
          .map(row ->
              new Age(
                  row.text("state"),
                  row.number("age_from"),
                  row.number("age_to"),
                  row.text("sex").equals("female"),
                  row.decimal("people")))
          .toList();
  private static final List<Area> AREAS =
      Table.shipped("areas.csv").stream().map(Margins::area).toList();
  private static final Map<String, String> PUMAS = pumas();

  private Margins() {}

  private static Area area(Table.Row row) {
    var known = published(row, "poverty_known");
    return new Area(
        row.text("state"),
        row.text("area"),
        row.decimal("people"),
        published(row, "foreign_born"),
        published(row, "below_100").map(below -> below / known.orElseThrow()),
        published(row, "below_200").map(below -> below / known.orElseThrow()),
        published(row, "median_income"));
  }

  private static Optional<Double> published(Table.Row row, String column) {
    return row.text(column).isEmpty() ? Optional.empty() : Optional.of(row.decimal(column));
  }

  private static Map<String, String> pumas() {
    var areas = new HashMap<String, String>();
    for (var row : Table.shipped("pumas.csv")) {
      areas.put(row.text("state") + row.text("puma"), row.text("area"));
    }
    return Map.copyOf(areas);
  }

  public static List<Age> ages(String state) {
    return AGES.stream().filter(age -> age.state().equals(state)).toList();
  }

  public static List<Area> areas(String state) {
    return AREAS.stream().filter(area -> area.state().equals(state)).toList();
  }

  /** The area that most of a PUMA lies in; the PUMA's own code where it is not known. */
  public static String areaOf(String state, String puma) {
    return PUMAS.getOrDefault(state + puma, "PUMA " + puma);
  }

  public static List<Target> targets() {
    return Table.shipped("targets.csv").stream()
        .map(row ->
            new Target(
                row.text("id"),
                row.text("state"),
                row.text("quantity"),
                row.decimal("value"),
                row.decimal("low"),
                row.decimal("high"),
                row.text("unit"),
                row.text("period"),
                row.text("source")))
        .toList();
  }

  public static List<Origin> origins(String state) {
    return Table.shipped("origins.csv").stream()
        .map(row -> new Origin(row.text("state"), row.number("birthplace"), row.decimal("weight")))
        .filter(origin -> origin.state().equals(state))
        .toList();
  }

  public static List<StatusShare> statuses() {
    return Table.shipped("statuses.csv").stream()
        .map(row ->
            new StatusShare(
                row.text("kind").equals("lawful"),
                row.text("origin"),
                row.number("years_from"),
                row.number("years_to"),
                row.text("status"),
                row.decimal("weight")))
        .toList();
  }
}
