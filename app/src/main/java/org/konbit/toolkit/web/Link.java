package org.konbit.toolkit.web;

/** A link to an item; its words are content and so in English. */
public record Link(String address, String title, String summary) {}
