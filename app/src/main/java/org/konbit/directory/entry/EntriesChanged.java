package org.konbit.directory.entry;

import java.util.List;
import java.util.UUID;

/** Many entries, or what hangs from them, have changed at once. */
public record EntriesChanged(List<UUID> entries) {
  public EntriesChanged {
    entries = List.copyOf(entries);
  }
}
