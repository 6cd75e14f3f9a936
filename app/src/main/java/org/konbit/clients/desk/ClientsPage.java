package org.konbit.clients.desk;

import java.util.List;
import java.util.Map;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * The people, those changed last or those that were looked for.
 *
 * @param name what was typed to look for, and likewise {@code phone} and the birth date
 * @param isSearch whether these were looked for
 * @param isCut whether there are more than are shown
 * @param mayAdd whether whoever looks may add somebody
 * @param problems message keys by field
 */
public record ClientsPage(
    DeskFrame desk,
    List<Row> rows,
    String name,
    String phone,
    Birth birth,
    boolean isSearch,
    boolean isCut,
    boolean mayAdd,
    Map<String, String> problems)
    implements DeskPage {
  /**
   * One person.
   *
   * @param called how the person likes to be called, if otherwise; empty if not
   */
  public record Row(String id, String name, String called, String born, String language) {}

  /** A birth date as it is typed. */
  public record Birth(String day, String month, String year, boolean isApproximate) {}

  @Override
  public String toString() { // it names people
    return "ClientsPage";
  }
}
