package org.konbit.clients;

import java.util.Optional;
import java.util.Set;
import org.konbit.language.Keys;
import org.konbit.language.Written;
import org.konbit.vault.PhoneNumber;

/**
 * How a person may be reached, and how not. What nobody agreed to is not done: without a way,
 * nobody calls or writes.
 *
 * @param phone as it was written; empty if there is none
 * @param email empty if there is none
 * @param ways by which the person agreed to be reached
 * @param safety what else to mind, such as when to call or whom not to speak to; empty if nothing
 */
public record Contact(String phone, String email, Set<Way> ways, String safety) {
  /** A way to reach somebody. */
  public enum Way {
    CALL,
    VOICE_MESSAGE,
    TEXT,
    EMAIL;

    /** The message key of its name. */
    public String messageKey() {
      return "clients.way." + Keys.of(this);
    }
  }

  /** The longest safety note, in characters. */
  public static final int LONGEST_SAFETY = 500;

  public Contact {
    phone = Written.line(phone);
    email = Written.line(email);
    ways = Set.copyOf(ways);
    safety = Written.lines(safety);
    if (!phone.isEmpty() && PhoneNumber.read(phone).isEmpty()) {
      throw new IllegalArgumentException("What stands for a phone can be no number.");
    }
    if (safety.length() > LONGEST_SAFETY || email.length() > 200) {
      throw new IllegalArgumentException("A way to be reached is too long.");
    }
  }

  /** Nobody asked, so nobody calls. */
  public static Contact none() {
    return new Contact("", "", Set.of(), "");
  }

  /** The number to call, if there is one. */
  public Optional<PhoneNumber> number() {
    return phone.isEmpty() ? Optional.empty() : PhoneNumber.read(phone);
  }

  @Override
  public String toString() {
    return "Contact";
  }
}
