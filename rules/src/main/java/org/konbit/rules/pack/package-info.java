/** Rule packs: read from YAML, laid over one another, checked, and made ready to run. */
@NullMarked
package org.konbit.rules.pack;

import org.jspecify.annotations.NullMarked;
