/** Fictional people for the demonstration. */
@org.jspecify.annotations.NullMarked
package org.konbit.clients.demo;
