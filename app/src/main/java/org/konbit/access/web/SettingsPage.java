package org.konbit.access.web;

import java.util.List;
import org.konbit.access.signin.Factors;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * What a person signs in with, and where they are signed in.
 *
 * @param isFresh whether they proved who they are recently enough to change it
 */
public record SettingsPage(
    DeskFrame desk, Factors.Held held, List<Key> passkeys, List<Place> signIns, boolean isFresh)
    implements DeskPage {
  /** A passkey, in words. */
  public record Key(String id, String label, String madeOn, String usedOn) {}

  /** A sign-in, in words. */
  public record Place(String id, String device, String began, String seen, boolean isThis) {}

  @Override
  public String toString() { // it names a person
    return "SettingsPage";
  }
}
