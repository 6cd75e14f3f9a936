/**
 * Conditions: checked by CEL, evaluated by our own three-valued evaluator that remembers what was
 * missing and on which date an answer will change.
 */
@NullMarked
package org.konbit.rules.expression;

import org.jspecify.annotations.NullMarked;
