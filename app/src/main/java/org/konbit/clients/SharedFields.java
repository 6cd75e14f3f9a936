package org.konbit.clients;

import java.util.Optional;
import java.util.OptionalInt;
import org.konbit.vault.BirthDate;

/**
 * Of one person, the groups of fields that a consent covers, and nothing beside: what may be copied
 * to another organisation. A group that is not covered, or of which nothing is known, is empty.
 */
public record SharedFields(
    Optional<PersonName> name,
    Optional<BirthDate> birthDate,
    Optional<Contact> contact,
    Optional<Speech> speech,
    OptionalInt householdSize,
    Optional<String> need) {
  @Override
  public String toString() { // it names a person
    return "SharedFields";
  }
}
