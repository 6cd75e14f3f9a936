/** The law laid out for readers: who can get what by status, and what changes when. */
@NullMarked
package org.konbit.rules.overview;

import org.jspecify.annotations.NullMarked;
