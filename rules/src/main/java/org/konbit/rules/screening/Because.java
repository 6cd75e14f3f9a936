package org.konbit.rules.screening;

import java.util.Optional;

/**
 * One condition an outcome rests on.
 *
 * @param condition its id within the program
 * @param holds empty while a missing answer leaves it open
 * @param value what the family has, where it is a value
 * @param limit what it is held against
 * @param cite the law it rests on
 * @param from the first day of the text in force, in days since 1970-01-01
 * @param to its last day, {@code Integer.MAX_VALUE} while no end is known
 * @param message the key of the sentence that says it
 */
public record Because(
    String condition,
    Optional<Boolean> holds,
    Optional<Shown> value,
    Optional<Shown> limit,
    String cite,
    int from,
    int to,
    String message) {

  /** The id of what fails where every way in is for other people. */
  public static final String MEANT_FOR = "meant_for";
}
