package org.konbit.screening.web;

import java.util.Optional;

/**
 * One of several things a reader can choose.
 *
 * @param language the language of the text, where it is not the page's
 */
public record Choice(String value, String text, Optional<String> language, boolean isChosen) {}
