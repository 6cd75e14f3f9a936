/** The answer as JSON, in the published names: for files, pipes and the web interface. */
@NullMarked
package org.konbit.rules.json;

import org.jspecify.annotations.NullMarked;
