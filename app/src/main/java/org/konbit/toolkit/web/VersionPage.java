package org.konbit.toolkit.web;

import java.util.Optional;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * An item as it once was.
 *
 * @param leave whether the page can be left at once
 * @param language that of the content, empty where it is the reader's
 * @param told that it is an earlier wording, and of when
 * @param item the item as it is now
 */
public record VersionPage(
    PageFrame frame,
    String tab,
    boolean leave,
    Optional<String> language,
    String told,
    Link item,
    Leaflet leaflet)
    implements Page {}
