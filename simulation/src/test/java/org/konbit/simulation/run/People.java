package org.konbit.simulation.run;

import java.util.ArrayList;
import java.util.List;
import org.konbit.simulation.microdata.Home;
import org.konbit.simulation.microdata.Incomes;
import org.konbit.simulation.microdata.Microdata;
import org.konbit.simulation.microdata.MicrodataBuilder;
import org.konbit.simulation.microdata.Person;
import org.konbit.simulation.microdata.Serial;

/** Small populations, told person by person. */
final class People {
  private final MicrodataBuilder builder = new MicrodataBuilder(List.of());
  private final List<Person> home = new ArrayList<>();
  private int homes;

  /** Someone of an age, born in Ecuador in 2020 or in the country. */
  static Person person(int age, int relationship, int citizenship, int coverage, int wages) {
    boolean isBornHere = citizenship == 1;
    return new Person(
        age,
        false,
        citizenship,
        isBornHere ? 0 : 2020,
        isBornHere ? 25 : 365,
        relationship,
        0,
        0,
        coverage,
        false,
        age < 18,
        false,
        4,
        wages > 0 ? 1 : 0,
        3,
        12,
        new Incomes(wages, 0, 0, 0, 0, 0, 0, 0));
  }

  People home(String state, float weight, Person... people) {
    home(state);
    for (Person person : people) {
      builder.person(person, weight);
    }
    return this;
  }

  People home(String state, float weight, short[] replicates, Person... people) {
    home(state);
    for (Person person : people) {
      builder.person(person, weight, replicates);
    }
    return this;
  }

  private void home(String state) {
    var area = state.equals("CT") ? "Capitol COG" : "Suffolk County";
    builder.home(new Home(Serial.synthetic(homes++), state, area, Home.Type.HOUSEHOLD, false));
    home.clear();
  }

  Microdata microdata() {
    var blocks = builder.blocks();
    return new Microdata("people of a test", false, builder.areas(), blocks);
  }
}
