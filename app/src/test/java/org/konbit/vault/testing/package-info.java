/** A table of clients for the tests of what protects clients. */
@org.jspecify.annotations.NullMarked
package org.konbit.vault.testing;
