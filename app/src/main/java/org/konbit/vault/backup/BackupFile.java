package org.konbit.vault.backup;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.konbit.vault.InstallationKey;
import org.konbit.vault.OperationRefused;

/**
 * A backup's outer form: a short head in the clear (what it is, which version of the installation's
 * key), then everything else deflated and encrypted in segments of one mebibyte (AES-256-GCM-HKDF
 * streaming), so that a backup of any size passes through little memory and a cut or altered one is
 * refused where it is.
 */
final class BackupFile {
  private static final byte[] MAGIC = "konbit backup 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int SEGMENT_BYTES = 1 << 20;
  private static final String PURPOSE = "backup";

  private BackupFile() {}

  /** A stream to write the content to; closing it completes the backup. */
  static DataOutputStream write(OutputStream file, InstallationKey key) throws IOException {
    byte[] head = head(key.version());
    file.write(head);
    var encrypting = stream(() -> cipher(key, key.version()).newEncryptingStream(file, head));
    var deflater = new Deflater(Deflater.BEST_SPEED);
    return new DataOutputStream(new DeflaterOutputStream(encrypting, deflater, 1 << 16));
  }

  /**
   * The content of a backup.
   *
   * @throws OperationRefused if it is none, or of another installation
   */
  static DataInputStream read(InputStream file, InstallationKey key) throws IOException {
    byte[] head = file.readNBytes(MAGIC.length + Integer.BYTES);
    if (head.length < MAGIC.length + Integer.BYTES
        || !Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new OperationRefused("This file is no backup of Konbit.\nName one that it wrote.");
    }
    int version = new DataInputStream(new ByteArrayInputStream(head, MAGIC.length, 4)).readInt();
    var decrypting = stream(() -> cipher(key, version).newDecryptingStream(file, head));
    return new DataInputStream(new InflaterInputStream(decrypting, new Inflater(), 1 << 16));
  }

  /** What to say when a reading failed in the middle. */
  static OperationRefused unreadable(IOException e) {
    return new OperationRefused(
        "The backup cannot be read: it was cut off or altered, or the key file is not the one it"
            + " was made with.\nNothing was restored. Name the right key with KONBIT_KEY_FILE, or"
            + " take another backup.",
        e);
  }

  private static byte[] head(int version) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.write(MAGIC);
      out.writeInt(version);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static AesGcmHkdfStreaming cipher(InstallationKey key, int version)
      throws GeneralSecurityException {
    return new AesGcmHkdfStreaming(
        key.derive(PURPOSE, version), "HmacSha256", 32, SEGMENT_BYTES, 0);
  }

  private interface Opening<T> {
    T open() throws GeneralSecurityException, IOException;
  }

  private static <T> T stream(Opening<T> opening) throws IOException {
    try {
      return opening.open();
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }
}
