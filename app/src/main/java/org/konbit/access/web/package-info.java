/** The pages of signing in and of administering people, and the chain that guards the desk. */
@NullMarked
package org.konbit.access.web;

import org.jspecify.annotations.NullMarked;
