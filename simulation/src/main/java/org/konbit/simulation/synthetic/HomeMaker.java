package org.konbit.simulation.synthetic;

import java.util.List;
import org.konbit.simulation.figures.Assumptions;
import org.konbit.simulation.figures.Margins;
import org.konbit.simulation.figures.Margins.Area;
import org.konbit.simulation.microdata.Draw;
import org.konbit.simulation.microdata.Home;
import org.konbit.simulation.microdata.Incomes;
import org.konbit.simulation.microdata.MicrodataBuilder;
import org.konbit.simulation.microdata.Person;
import org.konbit.simulation.microdata.Person.Coverage;
import org.konbit.simulation.microdata.Serial;

/**
 * Makes one home of a state after another, each from its own number alone. What is drawn here only
 * has to be near the truth: the weights carry the published margins.
 */
final class HomeMaker {
  private static final int ADULT = 18;
  private static final int RETIRED = 66;

  // Where an area's median income is not published, Connecticut's of 2019-2023 stands in.
  private static final double MEDIAN = 93_760;
  private static final double SIGMA = 0.85;
  private static final double NONCITIZENS = 0.476;

  private final String state;
  private final int year;
  private final long seed;
  private final List<Area> areas;
  private final double[] areaPeople;
  private final List<Margins.Origin> origins;
  private final double[] originWeights;
  private final double foreignShare;
  private final double uninsuredWithout;
  private final double withoutShare;
  private final double uninsuredOthers;

  HomeMaker(String state, Assumptions assumptions, java.time.LocalDate day, long seed) {
    this.state = state;
    this.year = day.getYear();
    this.seed = seed;
    areas = Margins.areas(state);
    areaPeople = areas.stream().mapToDouble(Area::people).toArray();
    origins = Margins.origins(state);
    originWeights = origins.stream().mapToDouble(Margins.Origin::weight).toArray();
    double people = java.util.Arrays.stream(areaPeople).sum();
    double foreign = target("foreign_born");
    foreignShare = foreign / people;
    uninsuredWithout = assumptions.value("uninsured_without_status", state, 30, day);
    double noncitizens = foreign * NONCITIZENS;
    withoutShare = Math.min(0.9, assumptions.value("undocumented", state, 30, day) / noncitizens);
    uninsuredOthers = target("uninsured_share");
  }

  private double target(String id) {
    return Margins.targets().stream()
        .filter(target -> target.id().equals(id) && target.state().equals(state))
        .findFirst()
        .orElseThrow()
        .value();
  }

  /** Adds home number {@code number}; everyone weighs the same until the weights are raked. */
  void make(long number, float weight, MicrodataBuilder into) {
    var numbers = new Numbers(Draw.key(seed, number));
    var area = areas.get(numbers.among(areaPeople));
    double foreign = area.foreignBorn().map(born -> born / area.people()).orElse(foreignShare);
    boolean isForeign = numbers.chance(foreign * 1.15);
    var shape = Shape.of(numbers, isForeign);
    var story = story(numbers, isForeign);
    double income = income(numbers, area, shape, story);
    boolean isOwned = !shape.isGroupQuarters() && numbers.chance(isForeign ? 0.45 : 0.7);
    into.home(new Home(Serial.synthetic(number), state, area.name(), type(shape), isOwned));
    long adults = shape.places().stream().filter(p -> p.age() >= ADULT).count();
    boolean hasBaby = shape.places().stream().anyMatch(p -> p.age() == 0);
    for (int i = 0; i < shape.places().size(); i++) {
      var place = shape.places().get(i);
      boolean isMother = hasBaby && i < 2 && place.isFemale() && place.age() <= 50;
      into.person(person(numbers, place, story, income / Math.max(1, adults), isMother), weight);
    }
  }

  private static Home.Type type(Shape shape) {
    if (!shape.isGroupQuarters()) {
      return Home.Type.HOUSEHOLD;
    }
    return shape.places().getFirst().relationship() == 37
        ? Home.Type.INSTITUTION
        : Home.Type.OTHER_GROUP_QUARTERS;
  }

  /** What a foreign-born family shares. */
  private record Story(
      boolean isForeign, int birthplace, int years, boolean isNoncitizen, boolean isWithout) {}

  private Story story(Numbers numbers, boolean isForeign) {
    if (!isForeign) {
      return new Story(false, 0, 0, false, false);
    }
    int birthplace = origins.get(numbers.among(originWeights)).birthplace();
    int years = numbers.among(20, 16, 30, 34) * 7 + numbers.between(0, 9);
    boolean isNoncitizen = numbers.chance(years < 6 ? 0.85 : years < 12 ? 0.6 : 0.33);
    return new Story(
        true, birthplace, years, isNoncitizen, isNoncitizen && numbers.chance(withoutShare));
  }

  private static double income(Numbers numbers, Area area, Shape shape, Story story) {
    double median = area.medianIncome().orElse(MEDIAN);
    long workers =
        shape.places().stream().filter(p -> p.age() >= ADULT && p.age() < RETIRED).count();
    double factor = workers == 0 ? 0.55 : workers == 1 ? 0.8 : 1.35;
    factor *= story.isWithout() ? 0.55 : story.isNoncitizen() ? 0.8 : 1;
    factor *= shape.isGroupQuarters() ? 0.1 : 1;
    return median * factor * Math.exp(SIGMA * numbers.normal());
  }

  private Person person(
      Numbers numbers, Shape.Place place, Story story, double income, boolean isMother) {
    boolean isFamily = place.relationship() < 34;
    boolean isBornHere =
        !story.isForeign()
            || (place.relationship() == 25 && place.age() <= story.years())
            || (place.relationship() == 21 && numbers.chance(0.2))
            || (!isFamily && numbers.chance(0.3));
    int citizenship = isBornHere ? 1 : story.isNoncitizen() ? 5 : 4;
    boolean isWithout = citizenship == 5 && story.isWithout();
    int entered = isBornHere ? 0 : Math.max(year - story.years(), year - place.age());
    boolean isDisabled = numbers.chance(place.age() < 18 ? 0.04 : place.age() < 65 ? 0.09 : 0.31);
    var incomes = incomes(numbers, place, income, isWithout);
    int coverage = coverage(numbers, place, citizenship, isWithout, income, incomes);
    boolean isInSchool =
        place.age() >= 3 && (place.age() < 18 || (place.age() < 24 && numbers.chance(0.55)));
    int schooling =
        place.age() < 16 ? 0 : isWithout ? numbers.between(11, 19) : numbers.between(14, 23);
    return new Person(
        place.age(),
        place.isFemale(),
        citizenship,
        entered,
        isBornHere ? 25 : story.birthplace(),
        place.relationship(),
        0,
        0,
        coverage,
        isDisabled,
        isInSchool,
        isMother,
        place.age() < 17 ? 0 : 4,
        incomes.wages() > 0 ? (numbers.chance(isWithout ? 0 : 0.12) ? 4 : 1) : 0,
        isBornHere ? 0 : numbers.between(isWithout ? 2 : 1, 4),
        schooling,
        incomes);
  }

  private static Incomes incomes(
      Numbers numbers, Shape.Place place, double income, boolean isWithout) {
    int dollars = (int) Math.min(900_000, Math.round(income));
    if (place.age() < ADULT) {
      return Incomes.NONE;
    }
    if (place.age() >= RETIRED && !isWithout) {
      int security = Math.min(dollars, 14_000 + (int) (numbers.next() * 16_000));
      int rest = dollars - security;
      int interest = rest / 5;
      return new Incomes(0, 0, security, 0, 0, rest - interest, interest, 0);
    }
    if (place.age() < 65 && !isWithout && numbers.chance(0.02)) {
      return new Incomes(0, 0, 0, 11_300, 0, 0, 0, 0);
    }
    if (numbers.chance(0.06)) {
      return Incomes.NONE;
    }
    return numbers.chance(isWithout ? 0.14 : 0.07)
        ? new Incomes(0, dollars, 0, 0, 0, 0, 0, 0)
        : new Incomes(dollars, 0, 0, 0, 0, 0, numbers.chance(0.2) ? dollars / 60 : 0, 0);
  }

  private int coverage(
      Numbers numbers,
      Shape.Place place,
      int citizenship,
      boolean isWithout,
      double income,
      Incomes incomes) {
    if (place.age() >= 65 && !isWithout && (citizenship < 5 || numbers.chance(0.7))) {
      return Coverage.MEDICARE.bit() | (income < 18_000 ? Coverage.MEDICAID.bit() : 0);
    }
    if (incomes.ssi() > 0) {
      return Coverage.MEDICAID.bit();
    }
    double uninsured =
        isWithout
            ? uninsuredWithout
            : uninsuredOthers * (citizenship == 5 ? 2.5 : citizenship == 4 ? 1.1 : 0.8);
    boolean isChild = place.age() < 19;
    if (numbers.chance(isChild && !isWithout ? uninsured * 0.4 : uninsured)) {
      return 0;
    }
    boolean isLow = income < (isChild ? 42_000 : 24_000);
    if (isLow && numbers.chance(0.85)) {
      return Coverage.MEDICAID.bit();
    }
    if (numbers.chance(0.09)) {
      return Coverage.DIRECT.bit()
          | (income < 45_000 && !isWithout ? Coverage.SUBSIDISED.bit() : 0);
    }
    return Coverage.EMPLOYER.bit();
  }
}
