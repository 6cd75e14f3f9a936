package org.konbit.screening.saved;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.konbit.vault.InstallationKey;
import org.springframework.stereotype.Component;

/**
 * Turns a code into a place and a key, slowly on purpose: Argon2id over 19 MiB, twice, with a salt
 * that lies outside the database. Whoever takes the database alone cannot even begin to guess.
 */
@Component
class CodeKeys {
  private static final int KIBIBYTES = 19 * 1024;
  private static final int PASSES = 2;
  // Each takes 19 MiB: a crowd waits in line instead of filling the memory.
  private static final int AT_ONCE = 2;
  private static final int PART = 32;

  private final byte[] salt;
  private final Semaphore room = new Semaphore(AT_ONCE, true);

  CodeKeys(InstallationKey installation) {
    salt = installation.derive("screening.saved.code-salt");
  }

  /** Where the answers of a code lie, and what opens them. */
  static final class CodeKey {
    private final byte[] id;
    private final byte[] key;

    private CodeKey(byte[] derived) {
      id = Arrays.copyOf(derived, PART);
      key = Arrays.copyOfRange(derived, PART, 2 * PART);
    }

    byte[] id() {
      return id.clone();
    }

    /** Seals a text so that it opens only at this place with this code. */
    byte[] seal(String text) {
      try {
        return new AesGcmJce(key).encrypt(text.getBytes(StandardCharsets.UTF_8), id);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("Every JDK has AES-GCM.", e);
      }
    }

    /**
     * Opens what was sealed here.
     *
     * @throws IllegalStateException if it was changed since
     */
    String open(byte[] sealed) {
      try {
        return new String(new AesGcmJce(key).decrypt(sealed, id), StandardCharsets.UTF_8);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("Saved answers were changed in the database.", e);
      }
    }
  }

  /** Takes some hundredths of a second and 19 MiB; at most two at once, the others wait. */
  CodeKey of(String code) {
    var argon = new Argon2BytesGenerator();
    argon.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(KIBIBYTES)
            .withIterations(PASSES)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    var derived = new byte[2 * PART];
    room.acquireUninterruptibly();
    try {
      argon.generateBytes(code.getBytes(StandardCharsets.UTF_8), derived);
    } finally {
      room.release();
    }
    return new CodeKey(derived);
  }
}
