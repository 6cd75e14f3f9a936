package org.konbit.toolkit.web;

import org.konbit.toolkit.content.Right;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/** One right. */
public record RightPage(PageFrame frame, Item item, Right right) implements Page {}
