package org.konbit.vault.audit;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.konbit.vault.AuditEntry;
import org.konbit.vault.InstallationKey;
import org.konbit.vault.key.Hmac;
import org.konbit.vault.key.Secrets;
import org.springframework.stereotype.Component;

/** The keys of the chains, derived from the installation's key: one an organisation and version. */
@Component
class AuditKeys {
  private record Whose(UUID organisation, int version) {}

  private final InstallationKey installation;
  private final Map<Whose, byte[]> derived = new ConcurrentHashMap<>();

  AuditKeys(InstallationKey installation) {
    this.installation = installation;
  }

  int version() {
    return installation.version();
  }

  /** The hash of an entry that follows another. */
  byte[] hash(UUID organisation, int version, byte[] previous, AuditEntry entry) {
    return Hmac.sha256(
        key(organisation, version), Canonical.bytes(organisation, version, previous, entry));
  }

  /** The seal of a line outside the database. */
  byte[] seal(int version, byte[] line) {
    return Hmac.sha256(installation.derive("audit-heads", version), line);
  }

  private byte[] key(UUID organisation, int version) {
    return derived.computeIfAbsent(
        new Whose(organisation, version),
        _ -> Secrets.derive(installation.derive("audit", version), organisation.toString()));
  }
}
