/** Where an organisation keeps its own entry. */
@NullMarked
package org.konbit.directory.desk;

import org.jspecify.annotations.NullMarked;
