package org.konbit.access.web;

import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * The door.
 *
 * @param isProof whether somebody who is in already proves once more who they are
 * @param name the sign-in name that was typed
 * @param problem why the last try did not succeed; empty if there was none
 * @param hasEnded whether the reader was signed in until just now
 */
public record SignInPage(
    DeskFrame desk, boolean isProof, String name, String problem, boolean hasEnded)
    implements DeskPage {
  /** Where the form is sent. */
  public String address() {
    return desk.home() + (isProof ? "/prove" : "/sign-in");
  }

  @Override
  public String toString() { // it names a person
    return "SignInPage";
  }
}
