package org.konbit.rules.screening;

/**
 * The nearest change that would turn a refusal.
 *
 * @param fact the document path that changes, or {@code asOf}
 * @param at the value it would need: an amount in dollars, a date, a word, true or false
 * @param entry for income: which entry of the list changes, from 0; -1 where that means nothing
 * @param per for income: the period the amount is in; empty where that means nothing
 * @param outcome what the program would then be
 */
public record Flip(String fact, FlipValue at, int entry, String per, Outcome outcome) {}
