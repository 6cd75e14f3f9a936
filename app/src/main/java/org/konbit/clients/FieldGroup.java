package org.konbit.clients;

import org.konbit.language.Keys;

/** What of a person may be shared: a consent names each group that it covers. */
public enum FieldGroup {
  /** All names. */
  NAME,
  BIRTH_DATE,
  /** Phone and e-mail, and with them by which ways and how to reach the person safely. */
  CONTACT,
  /** The language, and whether an interpreter is wanted. */
  LANGUAGE,
  HOUSEHOLD_SIZE,
  /** What the person came for. */
  NEED_NOTE,
  /** The programs a family chose to apply for. */
  PROGRAMS;

  /** The message key of its name. */
  public String messageKey() {
    return "clients.field-group." + Keys.of(this);
  }
}
