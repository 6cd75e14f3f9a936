package org.konbit.access.web;

import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/** A page that says the same to everybody. */
public record PlainPage(DeskFrame desk) implements DeskPage {}
