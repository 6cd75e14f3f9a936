package org.konbit.web;

/**
 * Something to tick or to choose in a form.
 *
 * @param value what the form sends
 * @param language that of its words, if not the page's; empty if it is
 */
public record Box(String value, String text, String language, boolean isChosen) {}
