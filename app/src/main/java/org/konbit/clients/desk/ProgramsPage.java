package org.konbit.clients.desk;

import java.util.List;
import java.util.Map;
import org.konbit.web.Box;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * What a family chose to apply for, to be kept with its consent.
 *
 * @param consent the id that the consent gets
 * @param words to be read out, in the person's language and in that of whoever reads them
 */
public record ProgramsPage(
    DeskFrame desk,
    String id,
    String name,
    String consent,
    List<Box> programs,
    List<Box> languages,
    String interpreter,
    List<Box> means,
    List<ConsentPage.Words> words,
    Map<String, String> problems)
    implements DeskPage {
  @Override
  public String toString() { // it names a person
    return "ProgramsPage";
  }
}
