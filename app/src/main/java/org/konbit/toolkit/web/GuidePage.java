package org.konbit.toolkit.web;

import org.konbit.toolkit.content.Guide;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/** One guide. */
public record GuidePage(PageFrame frame, Item item, Guide guide) implements Page {}
