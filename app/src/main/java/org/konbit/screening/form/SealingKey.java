package org.konbit.screening.form;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;

/**
 * The key of one day.
 *
 * @param day its day in UTC, counted from 1970-01-01
 * @param cipher seals and opens with it
 */
record SealingKey(int day, AesGcmJce cipher) {
  static final int BYTES = 32;

  static SealingKey of(int day, byte[] secret) {
    try {
      return new SealingKey(day, new AesGcmJce(secret));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("A sealing key has 32 bytes.", e);
    }
  }
}
