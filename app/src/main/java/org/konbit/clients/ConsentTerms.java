package org.konbit.clients;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.konbit.language.Written;

/**
 * What somebody agrees to.
 *
 * @param receiver the one organisation that is told, or that keeps
 * @param shares what of the person; never empty
 * @param until the last day on which it holds
 * @param language the language in which it was explained: a tag, or in words
 * @param interpreter who interpreted; empty if nobody did
 * @param shown the words that were read or shown to the person; only their digest is kept
 */
public record ConsentTerms(
    UUID receiver,
    Purpose purpose,
    Set<FieldGroup> shares,
    LocalDate until,
    String language,
    String interpreter,
    Capacity capacity,
    Means means,
    String shown) {
  /** For whom whoever agrees speaks. */
  public enum Capacity {
    SELF,
    PARENT,
    GUARDIAN,
    COURT
  }

  /** How it was said. */
  public enum Means {
    SPOKEN,
    SIGNED
  }

  /** The longest name of an interpreter, in characters. */
  public static final int LONGEST_INTERPRETER = 200;

  /**
   * The most days for which somebody can agree at once at a program for survivors of violence: the
   * coalition's own rule, no longer than the purpose.
   */
  public static final int LONGEST_DAYS_OF_SURVIVORS = 90;

  /** For how many days their consents are proposed. */
  public static final int USUAL_DAYS_OF_SURVIVORS = 30;

  /** The most months for which somebody can agree at once anywhere else. */
  public static final int LONGEST_MONTHS = 12;

  public ConsentTerms {
    shares = Set.copyOf(shares);
    language = Written.line(language);
    interpreter = Written.line(interpreter);
    if (shares.isEmpty() || language.isEmpty() || shown.isBlank()) {
      throw new IllegalArgumentException(
          "A consent lacks what is shared, its language or its words.");
    }
    if (interpreter.length() > LONGEST_INTERPRETER || language.length() > Speech.LONGEST) {
      throw new IllegalArgumentException("An interpreter or a language has too many characters.");
    }
  }

  @Override
  public String toString() { // it may name an interpreter
    return "ConsentTerms[%s]".formatted(purpose);
  }
}
