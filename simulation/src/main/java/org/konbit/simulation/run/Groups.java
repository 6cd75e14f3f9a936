package org.konbit.simulation.run;

import java.util.ArrayList;
import java.util.List;
import org.konbit.simulation.family.Rows;
import org.konbit.simulation.microdata.Microdata;
import org.konbit.simulation.status.Immigration;

/** The groups that results are told for: everyone, and by age, status, income of the home, area. */
final class Groups {
  /** One group: what it is divided by, and which part it is. */
  record Group(String by, String name) {}

  private static final List<String> AGES =
      List.of("0 to 18", "19 to 25", "26 to 64", "65 and over");
  private static final List<String> INCOMES =
      List.of("under $25,000", "$25,000 to $49,999", "$50,000 to $99,999", "$100,000 and over");
  private static final int EVERYONE = 0;

  private final List<Group> all = new ArrayList<>();
  private final int ages;
  private final int statuses;
  private final int incomes;
  private final int areas;

  Groups(Microdata people) {
    all.add(new Group("all", "everyone"));
    ages = all.size();
    AGES.forEach(name -> all.add(new Group("age", name)));
    statuses = all.size();
    for (Immigration.Group group : Immigration.Group.values()) {
      all.add(new Group("status", group.label()));
    }
    incomes = all.size();
    INCOMES.forEach(name -> all.add(new Group("income of the home", name)));
    areas = all.size();
    people
        .areas()
        .forEach(
            area -> all.add(new Group("area", area.substring(0, 2) + " " + area.substring(2))));
  }

  List<Group> all() {
    return all;
  }

  /** The places of a person's groups. */
  int[] of(Rows rows, int row, int age, long homeIncome) {
    return new int[] {
      EVERYONE,
      ages + ageBand(age),
      statuses + rows.groupPlace(row),
      incomes + incomeBand(homeIncome),
      areas + rows.block(row).area(rows.home(row))
    };
  }

  private static int ageBand(int age) {
    return age <= 18 ? 0 : age <= 25 ? 1 : age <= 64 ? 2 : 3;
  }

  private static int incomeBand(long dollars) {
    return dollars < 25_000 ? 0 : dollars < 50_000 ? 1 : dollars < 100_000 ? 2 : 3;
  }
}
