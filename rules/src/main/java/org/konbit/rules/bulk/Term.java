package org.konbit.rules.bulk;

import org.jspecify.annotations.Nullable;

/**
 * What a condition's node comes to for a person, as claims about that person beside a value.
 *
 * @param value the value where there is one; elsewhere something within its range. Of a claim: 1
 *     only where it is certainly true
 * @param present whether there is a value, neither unknown nor none
 * @param unknown whether answers are missing that could change it
 * @param none whether it is answered with "there is none"
 * @param doubt whether it might be an error; never 0 where it is one
 * @param words whose numbers a word's value is; null for the words' own codes and what is no word
 */
record Term(
    Node value, Node present, Node unknown, Node none, Node doubt, @Nullable Dictionary words) {

  Term withDoubt(Node other) {
    return new Term(value, present, unknown, none, other, words);
  }
}
