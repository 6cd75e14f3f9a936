/** How people sign in: passkeys, or a password with a one-time code; sessions; invitations. */
@NullMarked
package org.konbit.access.signin;

import org.jspecify.annotations.NullMarked;
