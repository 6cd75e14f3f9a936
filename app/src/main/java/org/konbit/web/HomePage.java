package org.konbit.web;

/** The first page a reader sees. */
public record HomePage(PageFrame frame) implements Page {}
