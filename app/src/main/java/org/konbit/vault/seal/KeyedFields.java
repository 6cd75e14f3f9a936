package org.konbit.vault.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import org.konbit.vault.KeyRefused;
import org.konbit.vault.SealedColumn;
import org.konbit.vault.SealedFields;
import org.konbit.vault.key.VersionedAead;
import org.springframework.stereotype.Component;

/** Seals and opens with the ring of whoever acts. */
@Component
class KeyedFields implements SealedFields {
  private static final int BLOCK = 16;
  private static final byte END = (byte) 0x80;

  private final Rings rings;

  KeyedFields(Rings rings) {
    this.rings = rings;
  }

  @Override
  public byte[] seal(SealedColumn column, UUID row, String text) {
    return seal(rings.toSeal(), column, row, text);
  }

  @Override
  public String open(SealedColumn column, UUID row, byte[] sealed) {
    var ring = rings.toOpen();
    if (VersionedAead.versionOf(sealed) > ring.version()) {
      ring = rings.newer(); // rotated since this transaction first looked
    }
    return open(ring, column, row, sealed);
  }

  static byte[] seal(Ring ring, SealedColumn column, UUID row, String text) {
    return ring.fields().encrypt(padded(text), context(ring.organisation(), column, row));
  }

  static String open(Ring ring, SealedColumn column, UUID row, byte[] sealed) {
    try {
      return text(ring.fields().decrypt(sealed, context(ring.organisation(), column, row)));
    } catch (GeneralSecurityException e) {
      throw new KeyRefused(
          "The sealed value of (%s) in row (%s), version (%d), does not open for organisation (%s)."
              .formatted(column, row, VersionedAead.versionOf(sealed), ring.organisation()));
    }
  }

  private static byte[] context(UUID organisation, SealedColumn column, UUID row) {
    return "%s/%s/%s".formatted(organisation, column, row).getBytes(StandardCharsets.UTF_8);
  }

  /** One byte that ends the text, then zeros up to a whole block: "Li" is as long as "Nguyen". */
  private static byte[] padded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var padded = Arrays.copyOf(bytes, (bytes.length / BLOCK + 1) * BLOCK);
    padded[bytes.length] = END;
    return padded;
  }

  private static String text(byte[] padded) {
    int end = padded.length - 1;
    while (padded[end] != END) {
      end--;
    }
    return new String(padded, 0, end, StandardCharsets.UTF_8);
  }
}
