package org.konbit.rules.household;

/**
 * Coverage a member holds.
 *
 * @param program a program id, or {@code other} for insurance these packs know nothing of
 * @param since its first day in days since 1970-01-01, or {@link Values#UNKNOWN}
 */
public record Enrollment(String program, long since) {}
