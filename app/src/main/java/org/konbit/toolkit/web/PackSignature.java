package org.konbit.toolkit.web;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import org.konbit.vault.InstallationKey;
import org.springframework.stereotype.Component;

/**
 * Signs what leaves as a file, so that whoever got it from somebody else can tell that nobody
 * changed it. Ed25519 (RFC 8032), with a key of its own that lasts as long as the installation; the
 * usual tools can check it.
 */
@Component
class PackSignature {
  private static final String PURPOSE = "toolkit.pack-signature";
  // What stands before the key's 32 bytes in a SubjectPublicKeyInfo (RFC 8410).
  private static final byte[] ALGORITHM = HexFormat.of().parseHex("302a300506032b6570032100");

  private final Ed25519Sign signer;
  private final byte[] publicKey;

  PackSignature(InstallationKey key) {
    try {
      var pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(key.derive(PURPOSE));
      this.signer = new Ed25519Sign(pair.getPrivateKey());
      this.publicKey = encoded(pair.getPublicKey());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key that signs files could not be made.", e);
    }
  }

  private static byte[] encoded(byte[] key) {
    var encoded = new byte[ALGORITHM.length + key.length];
    System.arraycopy(ALGORITHM, 0, encoded, 0, ALGORITHM.length);
    System.arraycopy(key, 0, encoded, ALGORITHM.length, key.length);
    return encoded;
  }

  /** The signature of a file, 64 bytes; always the same for the same file. */
  byte[] of(byte[] file) {
    try {
      return signer.sign(file);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The file could not be signed.", e);
    }
  }

  /** The public key, as tools read it. */
  String key() {
    var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
        .formatted(lines.encodeToString(publicKey));
  }

  /** What tells the key from any other, in groups that people can compare. */
  String fingerprint() {
    return DigestUtils.sha256Hex(publicKey).substring(0, 32).replaceAll("(.{4})(?!$)", "$1 ");
  }
}
