package org.konbit.rules.household;

/**
 * One stream of income.
 *
 * @param cents whole cents in one period; negative for a loss
 */
public record IncomeEntry(IncomeKind kind, long cents, Period per) {}
