package org.konbit.clients;

import org.konbit.language.Keys;

/** What a person is in a household. */
public enum HouseholdRole {
  HEAD,
  PARTNER,
  CHILD,
  OTHER_RELATIVE,
  UNRELATED;

  /** The message key of its name. */
  public String messageKey() {
    return "clients.household-role." + Keys.of(this);
  }
}
