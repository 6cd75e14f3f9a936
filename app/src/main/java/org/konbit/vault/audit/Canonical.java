package org.konbit.vault.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.konbit.vault.AuditEntry;

/**
 * An entry as bytes, in one way only: every part with its length, so that none runs into the next.
 */
final class Canonical {
  private Canonical() {}

  static byte[] bytes(UUID organisation, int version, byte[] previous, AuditEntry entry) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(version);
      write(out, organisation);
      out.writeInt(previous.length);
      out.write(previous);
      out.writeLong(entry.seq());
      out.writeLong(ChronoUnit.MICROS.between(java.time.Instant.EPOCH, entry.at()));
      out.writeBoolean(entry.person().isPresent());
      if (entry.person().isPresent()) {
        write(out, entry.person().get());
      }
      write(out, Roles.joined(entry.roles()));
      write(out, entry.purpose());
      write(out, entry.request());
      write(out, entry.action().name());
      write(out, entry.kind());
      out.writeInt(entry.ids().size());
      for (UUID id : entry.ids()) {
        write(out, id);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, UUID id) throws IOException {
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }
}
