package org.konbit.directory.entry;

import java.util.UUID;

/** An entry, or what hangs from it, has changed. */
public record EntryChanged(UUID entry) {}
