package org.konbit.clients;

import java.util.Optional;
import org.konbit.vault.BirthDate;
import org.konbit.vault.PhoneNumber;

/**
 * What somebody looks for: whoever is found fits all that is given here.
 *
 * @param name any words of any names; empty for any name
 * @param phone none for any
 * @param birthDate unknown for any
 */
public record Sought(String name, Optional<PhoneNumber> phone, BirthDate birthDate) {
  /** By name alone. */
  public static Sought named(String name) {
    return new Sought(name, Optional.empty(), new BirthDate.Unknown());
  }

  /** By phone alone. */
  public static Sought phoned(PhoneNumber phone) {
    return new Sought("", Optional.of(phone), new BirthDate.Unknown());
  }

  /** By birth date alone. */
  public static Sought born(BirthDate birthDate) {
    return new Sought("", Optional.empty(), birthDate);
  }

  @Override
  public String toString() { // what is looked for is told to nobody
    return "Sought";
  }
}
