/** The pages and feeds of the toolkit. */
@NullMarked
package org.konbit.toolkit.web;

import org.jspecify.annotations.NullMarked;
