package org.konbit.rules.expression;

/**
 * What is wrong with a condition's text.
 *
 * @param offset the character it concerns, from 0
 */
public record ConditionProblem(int offset, String message, String remedy) {}
