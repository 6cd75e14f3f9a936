package org.konbit.simulation.status;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What was drawn for one noncitizen, in the words of a household's document.
 *
 * @param isWithoutStatus counted by the residual method, which counts temporary protections and
 *     pending cases too
 */
public record Immigration(
    String status,
    boolean isWithoutStatus,
    LocalDate enteredOn,
    LocalDate since,
    Optional<LocalDate> filedOn,
    Optional<String> workPermit,
    Optional<LocalDate> paroledOn,
    Optional<LocalDate> paroledUntil,
    String nationality) {

  /** Which group the results show the person in. */
  public Group group() {
    if (!isWithoutStatus) {
      return Group.LAWFUL;
    }
    return status.equals("undocumented") ? Group.UNDOCUMENTED : Group.TEMPORARY;
  }

  /** The groups of the results. */
  public enum Group {
    CITIZEN_BORN(0, "born a citizen"),
    NATURALISED(1, "naturalised"),
    LAWFUL(2, "lawful noncitizen"),
    TEMPORARY(3, "temporary or pending"),
    UNDOCUMENTED(4, "undocumented");

    private final int place;
    private final String label;

    Group(int place, String label) {
      this.place = place;
      this.label = label;
    }

    /** Its place among all groups, from 0. */
    public int place() {
      return place;
    }

    public String label() {
      return label;
    }
  }
}
