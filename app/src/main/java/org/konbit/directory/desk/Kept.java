package org.konbit.directory.desk;

import java.util.List;
import java.util.UUID;
import org.konbit.access.NotHere;
import org.konbit.database.Acting;
import org.konbit.directory.entry.Entries;
import org.konbit.directory.entry.Keeping;
import org.konbit.directory.entry.Whole;
import org.springframework.stereotype.Component;

/** What whoever acts may change; anything else is not here. */
@Component
class Kept {
  private final Entries entries;

  Kept(Entries entries) {
    this.entries = entries;
  }

  void mayKeep() {
    if (!Keeping.isAllowed()) {
      throw new NotHere();
    }
  }

  Whole own(UUID id) {
    mayKeep();
    var own = Acting.now().actingFor().orElseThrow(NotHere::new);
    return entries.wholes(List.of(id)).stream()
        .filter(each -> each.entry().keeper().equals(own))
        .findFirst()
        .orElseThrow(NotHere::new);
  }
}
