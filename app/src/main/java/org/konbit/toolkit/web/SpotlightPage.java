package org.konbit.toolkit.web;

import java.util.Optional;
import org.konbit.toolkit.content.Spotlight;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * One member's story.
 *
 * @param told who tells it, and that it comes down when they say so
 * @param photo the picture's address
 */
public record SpotlightPage(
    PageFrame frame, Item item, Spotlight spotlight, String told, Optional<String> photo)
    implements Page {}
