package org.konbit.access.web;

import java.util.List;
import java.util.Optional;
import org.konbit.access.signin.Invitations.Invitation;
import org.konbit.access.signin.NewCode;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * What somebody sees who opens an invitation.
 *
 * @param invitation what they are invited to
 * @param roles the roles, in words
 * @param token the link's own
 * @param name what they typed, as their name and as their sign-in name
 * @param newCode the secret for their authenticator
 * @param me the name of whoever is signed in already, if somebody is
 */
public record JoinPage(
    DeskFrame desk,
    Invitation invitation,
    List<String> roles,
    String token,
    String name,
    String signInName,
    NewCode.Offer newCode,
    Optional<String> me,
    Problems problems)
    implements DeskPage {
  /** Where the forms are sent. */
  public String address() {
    return "%s/invitation/%s".formatted(desk.home(), token);
  }

  @Override
  public String toString() { // it names a person and holds secrets
    return "JoinPage";
  }
}
