package org.konbit.toolkit.web;

import gg.jte.Content;
import java.util.Optional;
import org.konbit.web.Page;
import org.konbit.web.PageFrame;

/**
 * One card, whole in one file.
 *
 * @param isSensitive whether somebody may have to leave it at once
 */
public record CardPage(
    PageFrame frame,
    Optional<String> language,
    boolean isSensitive,
    Content style,
    Paper paper,
    Leaflet card)
    implements Page {}
