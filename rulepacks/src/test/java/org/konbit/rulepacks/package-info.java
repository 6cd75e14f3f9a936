/** The shipped law held to what the engine promises of any law. */
@NullMarked
package org.konbit.rulepacks;

import org.jspecify.annotations.NullMarked;
