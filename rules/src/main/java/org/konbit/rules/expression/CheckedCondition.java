package org.konbit.rules.expression;

import dev.cel.common.CelAbstractSyntaxTree;

/**
 * A condition that CEL accepted: its text, its checked tree, from which another evaluator can be
 * compiled, and our own evaluator of it.
 */
public record CheckedCondition(String text, CelAbstractSyntaxTree tree, Expression expression) {}
