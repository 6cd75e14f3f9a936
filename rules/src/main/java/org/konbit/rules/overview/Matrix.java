package org.konbit.rules.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.konbit.rules.screening.Outcome;

/**
 * Who can get what, by immigration status.
 *
 * @param percent the income of every household in it, in percent of the poverty guideline
 * @param programs the ids of all programs of the state, the best coverage first
 */
public record Matrix(
    String state,
    LocalDate asOf,
    int percent,
    List<Profile> profiles,
    List<String> programs,
    List<Row> rows) {

  /**
   * A person as the columns tell them apart.
   *
   * @param id a word for files, such as {@code pregnant_28}
   */
  public record Profile(String id, String label, int age) {}

  /**
   * One status, in one of the situations in which the law treats it differently.
   *
   * @param status the document's word
   * @param variant what tells its rows apart; empty where the status has one row only
   * @param cells one for each profile, in their order
   */
  public record Row(String status, String variant, List<Cell> cells) {
    /** Status and variant together. */
    public String label() {
      return variant.isEmpty() ? status : status + ", " + variant;
    }
  }

  /**
   * What one person of one status can get.
   *
   * @param best a program id, {@code none} or {@code unknown}
   * @param programs every program's outcome
   * @param notes message keys of what a reader must be told beside the best
   */
  public record Cell(String best, Map<String, Outcome> programs, List<String> notes) {}
}
