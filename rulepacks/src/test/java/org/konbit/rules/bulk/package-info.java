/** Tests of the bulk engine on the shipped law, from inside its package. */
@NullMarked
package org.konbit.rules.bulk;

import org.jspecify.annotations.NullMarked;
