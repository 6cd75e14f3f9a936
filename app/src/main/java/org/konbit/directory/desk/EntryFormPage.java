package org.konbit.directory.desk;

import java.util.Map;
import org.konbit.web.DeskFrame;
import org.konbit.web.DeskPage;

/** What an organisation says of itself, to be changed. */
public record EntryFormPage(
    DeskFrame desk,
    String id,
    String name,
    String about,
    String phone,
    String phoneNote,
    String email,
    String website,
    Map<String, String> problems)
    implements DeskPage {}
