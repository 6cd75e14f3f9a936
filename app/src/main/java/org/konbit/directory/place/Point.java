package org.konbit.directory.place;

/** A point on the earth, in degrees. */
public record Point(double latitude, double longitude) {
  private static final double METRES_A_DEGREE = 111_195;
  private static final double METRES_A_MILE = 1_609.344;

  public Point {
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException(
          "The point (%s, %s) is not on the earth.".formatted(latitude, longitude));
    }
  }

  /** The distance as the crow flies, in metres; exact to half a percent within New England. */
  public double metresTo(Point other) {
    double north = other.latitude - latitude;
    double east =
        (other.longitude - longitude) * Math.cos(Math.toRadians((latitude + other.latitude) / 2));
    return METRES_A_DEGREE * Math.hypot(north, east);
  }

  /** The same in miles. */
  public double milesTo(Point other) {
    return metresTo(other) / METRES_A_MILE;
  }

  /** Miles in metres. */
  public static double metres(double miles) {
    return miles * METRES_A_MILE;
  }
}
