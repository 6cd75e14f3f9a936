/** The published content: imported, kept with its revisions, and held ready for readers. */
@NullMarked
package org.konbit.toolkit.store;

import org.jspecify.annotations.NullMarked;
