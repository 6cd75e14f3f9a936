package org.konbit.clients.desk;

import java.util.List;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * Who may be the same person as one, and which records were made one with theirs.
 *
 * @param alike other records that may be of the same person
 * @param within other records that were made one with this
 * @param problem why two were not made one; empty if nobody tried
 */
public record SamePage(
    DeskFrame desk,
    String id,
    ClientFormPage.Alike client,
    List<ClientFormPage.Alike> alike,
    List<ClientFormPage.Alike> within,
    String problem)
    implements DeskPage {
  @Override
  public String toString() { // it names people
    return "SamePage";
  }
}
