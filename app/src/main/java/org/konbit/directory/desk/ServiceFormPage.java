package org.konbit.directory.desk;

import java.util.List;
import java.util.Map;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * A service, to be added or changed.
 *
 * @param service its id; empty for a new one
 * @param texts what stands in the plain fields, by name
 * @param answerHint which time counts if none is typed
 * @param weeks the rows of weekly times, an empty one at the end
 */
public record ServiceFormPage(
    DeskFrame desk,
    String id,
    String organisation,
    String service,
    Map<String, String> texts,
    List<Box> needs,
    List<Box> languages,
    List<Box> modalities,
    List<Box> intakes,
    List<Box> states,
    List<Box> places,
    List<Box> zones,
    List<Week> weeks,
    List<Shut> closures,
    String answerHint,
    Map<String, String> problems)
    implements DeskPage {
  /** One row of times, its days as boxes. */
  public record Week(
      int row, List<Box> days, String opens, String closes, String from, String until) {}

  /** One row of days on which it is shut. */
  public record Shut(int row, String from, String until, String reason) {}

  /** A plain field's text. */
  public String text(String field) {
    return texts.getOrDefault(field, "");
  }

  /** The message key of what is wrong with a field; empty if nothing. */
  public String problem(String field) {
    return problems.getOrDefault(field, "");
  }
}
