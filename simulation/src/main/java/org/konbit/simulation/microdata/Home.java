package org.konbit.simulation.microdata;

/**
 * A home as the survey tells it.
 *
 * @param serial the survey's number of it
 * @param state {@code MA} or {@code CT}
 * @param area the region it lies in
 * @param type whether people live as a household in it
 * @param isOwned by somebody who lives in it
 */
public record Home(Serial serial, String state, String area, Type type, boolean isOwned) {
  /** What kind of quarters. */
  public enum Type {
    HOUSEHOLD(1),
    INSTITUTION(2),
    OTHER_GROUP_QUARTERS(3);

    private final int code;

    Type(int code) {
      this.code = code;
    }

    /** As in the column TYPEHUGQ. */
    public int code() {
      return code;
    }

    /** The type of a code from 1 to 3. */
    public static Type of(int code) {
      return switch (code) {
        case 1 -> HOUSEHOLD;
        case 2 -> INSTITUTION;
        case 3 -> OTHER_GROUP_QUARTERS;
        default -> throw new IllegalArgumentException("(%d) is no type of home.".formatted(code));
      };
    }
  }
}
