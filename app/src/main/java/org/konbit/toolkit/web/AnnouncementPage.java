package org.konbit.toolkit.web;

import org.konbit.toolkit.content.Announcement;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/** One announcement; {@code until} tells when it hides. */
public record AnnouncementPage(PageFrame frame, Item item, Announcement announcement, String until)
    implements Page {}
