package org.konbit.clients;

import java.util.OptionalInt;
import org.konbit.language.Written;
import org.konbit.vault.BirthDate;

/**
 * What an organisation knows about a person: what a service needs, and no more.
 *
 * @param peopleAtHome how many live together, as the person said; none if nobody asked
 * @param need what the person came for, in a few words; empty if nothing was written
 */
public record Details(
    PersonName name,
    BirthDate birthDate,
    Contact contact,
    Speech speech,
    OptionalInt peopleAtHome,
    String need) {
  /** The longest note on what somebody needs, in characters. */
  public static final int LONGEST_NEED = 1_000;

  /** The most people at one home. */
  public static final int MOST_AT_HOME = 99;

  public Details {
    need = Written.lines(need);
    if (need.length() > LONGEST_NEED) {
      throw new IllegalArgumentException(
          "A need has more than (%d) characters.".formatted(LONGEST_NEED));
    }
    if (peopleAtHome.isPresent()
        && (peopleAtHome.getAsInt() < 1 || peopleAtHome.getAsInt() > MOST_AT_HOME)) {
      throw new IllegalArgumentException(
          "The people at home (%d) are not 1 to %d."
              .formatted(peopleAtHome.getAsInt(), MOST_AT_HOME));
    }
  }

  /** A person of whom the name alone is known. */
  public static Details of(PersonName name) {
    return new Details(
        name, new BirthDate.Unknown(), Contact.none(), Speech.unknown(), OptionalInt.empty(), "");
  }

  @Override
  public String toString() { // it names a person
    return "Details";
  }
}
