package org.konbit.rules.screening;

import java.util.Map;

/**
 * What would be, if a withheld fact were this.
 *
 * @param fact its document path
 * @param value the answer assumed: a word, true or false
 * @param best the best coverage then
 * @param programs every program's outcome then
 */
public record IfThen(String fact, String value, String best, Map<String, Outcome> programs) {}
