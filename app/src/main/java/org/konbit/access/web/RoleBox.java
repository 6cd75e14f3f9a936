package org.konbit.access.web;

/**
 * A role in a form.
 *
 * @param help what a person in it may do
 */
public record RoleBox(String key, String name, String help, boolean isChosen) {}
