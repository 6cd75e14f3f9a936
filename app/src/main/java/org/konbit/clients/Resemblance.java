package org.konbit.clients;

import java.util.Set;
import org.konbit.language.Keys;

/**
 * Somebody who is there already and may be the same person: for a look, never for a conclusion.
 *
 * @param alike in what
 */
public record Resemblance(Client client, Set<In> alike) {
  /** What two records may be alike in. */
  public enum In {
    NAME,
    BIRTH_DATE,
    /** Many may share one: a shelter, an office, a family. */
    PHONE;

    /** The message key of its name. */
    public String messageKey() {
      return "clients.alike." + Keys.of(this);
    }
  }
}
