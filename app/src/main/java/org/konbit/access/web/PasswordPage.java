package org.konbit.access.web;

import org.konbit.access.signin.NewCode;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/** The form that sets a password and an authenticator. */
public record PasswordPage(
    DeskFrame desk, String signInName, NewCode.Offer newCode, Problems problems)
    implements DeskPage {
  @Override
  public String toString() {
    return "PasswordPage";
  }
}
