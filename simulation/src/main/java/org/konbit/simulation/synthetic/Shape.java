package org.konbit.simulation.synthetic;

import java.util.ArrayList;
import java.util.List;

/** Who lives in a made-up home: ages and relationships, before anything else is known of them. */
final class Shape {
  /** One place in the home; relationships as in the survey's column RELSHIPP. */
  record Place(int age, boolean isFemale, int relationship) {}

  private static final double[] NATIVE = {29, 20, 17, 8, 3, 7, 13, 3};
  private static final double[] FOREIGN = {18, 15, 30, 10, 9, 12, 4, 2};

  private final Numbers numbers;
  private final List<Place> places = new ArrayList<>();
  private boolean isGroupQuarters;

  private Shape(Numbers numbers) {
    this.numbers = numbers;
  }

  /** A home of one of eight types. */
  static Shape of(Numbers numbers, boolean isForeign) {
    var shape = new Shape(numbers);
    switch (numbers.among(isForeign ? FOREIGN : NATIVE)) {
      case 0 -> shape.alone();
      case 1 -> shape.couple(25, 64);
      case 2 -> shape.coupleWithChildren();
      case 3 -> shape.loneParent();
      case 4 -> shape.threeGenerations();
      case 5 -> shape.housemates();
      case 6 -> shape.couple(62, 92);
      default -> shape.groupQuarters();
    }
    return shape;
  }

  List<Place> places() {
    return places;
  }

  boolean isGroupQuarters() {
    return isGroupQuarters;
  }

  private void add(int age, boolean isFemale, int relationship) {
    places.add(new Place(Math.clamp(age, 0, 99), isFemale, relationship));
  }

  private void alone() {
    add(
        numbers.chance(0.45) ? numbers.between(60, 95) : numbers.between(19, 69),
        numbers.chance(0.54),
        20);
  }

  private int couple(int from, int to) {
    int age = numbers.between(from, to);
    boolean isFemale = numbers.chance(0.48);
    add(age, isFemale, 20);
    boolean isMarried = numbers.chance(0.86);
    add(Math.max(18, age + numbers.between(-5, 5)), !isFemale, isMarried ? 21 : 22);
    return age;
  }

  private void coupleWithChildren() {
    int age = couple(24, 58);
    children(age, 1 + numbers.among(38, 42, 15, 5));
  }

  private void children(int parentAge, int count) {
    int oldest = Math.max(0, parentAge - 19);
    for (int i = 0; i < count; i++) {
      int age = numbers.between(Math.max(0, parentAge - 42), Math.min(24, oldest));
      add(age, numbers.chance(0.49), 25);
    }
  }

  private void loneParent() {
    int age = numbers.between(21, 58);
    add(age, numbers.chance(0.8), 20);
    children(age, 1 + numbers.among(52, 33, 11, 4));
  }

  private void threeGenerations() {
    int age = couple(30, 58);
    children(age, 1 + numbers.among(45, 40, 15));
    add(age + numbers.between(20, 34), numbers.chance(0.66), 29);
  }

  private void housemates() {
    int age = numbers.between(20, 60);
    add(age, numbers.chance(0.46), 20);
    int others = 1 + numbers.among(55, 30, 15);
    for (int i = 0; i < others; i++) {
      boolean isSibling = numbers.chance(0.4);
      int theirs = Math.clamp(age + numbers.between(-8, 8), 18, 90);
      add(theirs, numbers.chance(0.46), isSibling ? 28 : 34);
    }
  }

  private void groupQuarters() {
    isGroupQuarters = true;
    boolean isStudent = numbers.chance(0.62);
    add(
        isStudent ? numbers.between(18, 23) : numbers.between(30, 97),
        numbers.chance(0.52),
        isStudent ? 38 : 37);
  }
}
