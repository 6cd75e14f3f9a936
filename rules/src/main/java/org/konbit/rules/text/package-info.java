/**
 * Text written by people: YAML and JSON as trees that remember where everything stands, and what is
 * wrong with them, said by file, line and column.
 */
@NullMarked
package org.konbit.rules.text;

import org.jspecify.annotations.NullMarked;
