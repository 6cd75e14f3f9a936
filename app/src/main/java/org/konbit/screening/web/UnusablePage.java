package org.konbit.screening.web;

import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/** What stands in place of the rules while the packs cannot be used. */
public record UnusablePage(PageFrame frame) implements Page {}
