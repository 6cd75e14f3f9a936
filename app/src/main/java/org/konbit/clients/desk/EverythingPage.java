package org.konbit.clients.desk;

import java.util.List;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * All that is kept about one person, to be told or printed, and the way to erase it.
 *
 * @param homes the person's homes, in words
 * @param elsewhere what other parts of the desk keep about the person
 * @param done who did what with it, in words
 * @param isHeld whether a legal hold keeps it from being erased
 * @param isRefused whether erasing was asked for without the word that confirms it
 */
public record EverythingPage(
    DeskFrame desk,
    String id,
    String name,
    String day,
    List<ClientPage.Fact> facts,
    List<String> homes,
    List<ClientPage.Agreed> consents,
    List<ClientPage.Elsewhere> elsewhere,
    List<ClientPage.Written> notes,
    List<String> done,
    boolean isHeld,
    boolean isRefused)
    implements DeskPage {
  @Override
  public String toString() { // it names a person
    return "EverythingPage";
  }
}
