package org.konbit.vault.seal;

import java.util.SortedMap;
import java.util.UUID;
import org.konbit.vault.key.Secrets;
import org.konbit.vault.key.VersionedAead;

/**
 * An organisation's unwrapped keys, as they stood at one version of its ring. Kept in memory alone.
 */
final class Ring {
  private final UUID organisation;
  private final int version;
  private final VersionedAead fields;
  private final byte[] index;

  /**
   * @param fields the keys of fields by version, of which the last seals
   * @param index the secret that keys of blind indexes are derived from
   */
  Ring(UUID organisation, SortedMap<Integer, byte[]> fields, byte[] index) {
    this.organisation = organisation;
    this.version = fields.lastKey();
    this.fields = new VersionedAead(fields);
    this.index = index;
  }

  UUID organisation() {
    return organisation;
  }

  int version() {
    return version;
  }

  VersionedAead fields() {
    return fields;
  }

  byte[] indexKey(String field) {
    return Secrets.derive(index, "blind-index:" + field);
  }
}
