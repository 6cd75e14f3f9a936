package org.konbit.access.web;

import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * A link, the only time it is shown.
 *
 * @param back where the reader came from, below the desk
 */
public record InvitedPage(DeskFrame desk, String meantFor, String link, String back)
    implements DeskPage {
  @Override
  public String toString() { // it holds a link that lets somebody in
    return "InvitedPage";
  }
}
