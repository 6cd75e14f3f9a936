package org.konbit.directory.desk;

import java.util.Map;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/**
 * A place, to be added or changed.
 *
 * @param place its id; empty for a new one
 */
public record PlaceFormPage(
    DeskFrame desk,
    String id,
    String organisation,
    String place,
    String name,
    String street,
    String more,
    String zip,
    String transport,
    String access,
    Map<String, String> problems)
    implements DeskPage {}
