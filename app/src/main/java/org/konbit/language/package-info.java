/**
 * The languages Konbit speaks and every text of its interface in each of them.
 *
 * <p>A language is data: a row in {@code messages/languages.properties} and one file of messages
 * per module. A language that no qualified person has reviewed says so on every page.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.konbit.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
