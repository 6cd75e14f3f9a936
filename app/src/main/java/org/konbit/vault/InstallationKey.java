package org.konbit.vault;

/**
 * The one key an installation's secrets hang from. It is kept outside the database, the data folder
 * and every backup, so whoever takes those reads nothing.
 *
 * <p>The key has versions: {@code keys rotate} adds one, and what an older version wrapped can
 * still be unwrapped. The shipped implementation reads a file; one that asks a key service
 * implements {@link #wrap} and {@link #unwrap} there and derives from a secret that the service
 * unwrapped. All methods may be called from any thread.
 */
public interface InstallationKey {
  /** Bytes in every derived secret: 256 bits. */
  int SECRET_BYTES = 32;

  /** The newest version, which wraps from now on. The first is 1. */
  int version();

  /**
   * Encrypts another key under the newest version.
   *
   * @param context says what the wrapped key is for and whose it is; unwrapping needs the same
   */
  byte[] wrap(byte[] key, String context);

  /**
   * Gives back what {@link #wrap} was given, under whichever version it was wrapped.
   *
   * @throws KeyRefused if it was wrapped by another installation, for another context, or altered
   */
  byte[] unwrap(byte[] wrapped, String context);

  /**
   * The secret of this name that lasts as long as the installation: no rotation changes it. For
   * what must be found again years later, such as a salt. Two names give unrelated secrets.
   *
   * @param purpose a fixed name such as {@code saved.code-salt}
   * @return 32 bytes, the caller's own copy
   */
  byte[] derive(String purpose);

  /**
   * The secret of this name under one version. For what names the version beside what it made and
   * so can move on when the key is rotated, such as a signature or a sealed form.
   *
   * @param version 1 to {@link #version()}
   * @return 32 bytes, the caller's own copy
   * @throws KeyRefused if there is no such version
   */
  byte[] derive(String purpose, int version);
}
