/**
 * What a family has answered so far, as it travels sealed inside its own form: nothing of it is
 * kept here.
 */
@NullMarked
package org.konbit.screening.form;

import org.jspecify.annotations.NullMarked;
