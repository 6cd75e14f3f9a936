/** The answer: what each person of a family can get, at what cost, how, why and until when. */
@NullMarked
package org.konbit.screening.answer;

import org.jspecify.annotations.NullMarked;
