package org.konbit.screening.form;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.springframework.stereotype.Component;

/**
 * Seals a text so that it can travel through a stranger's hands: nobody but an installation that
 * holds the key can read or change it (AES-256-GCM). One line of base64url. Its length gives away
 * how much was answered, not what.
 */
@Component
public class Seal {
  /** A sealed text longer than this is refused unread. A family of twelve takes a quarter of it. */
  public static final int LONGEST = 24_000;

  private static final int LONGEST_TEXT = 100_000;
  private static final byte VERSION = 1;
  private static final byte[] PURPOSE = "konbit screening form".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD = 1 + Integer.BYTES;

  private final SealingKeys keys;

  Seal(SealingKeys keys) {
    this.keys = keys;
  }

  /** What became of a sealed text. */
  public sealed interface Opened {
    record Text(String text) implements Opened {}

    /** It was sealed too long ago: its key no longer exists. */
    record Stale() implements Opened {}

    /** It was cut off, changed, made up, or sealed elsewhere. */
    record Unreadable() implements Opened {}
  }

  /**
   * Seals the text under today's key.
   *
   * @throws IllegalArgumentException if the text is longer than any form
   */
  public String seal(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException(
          "The form (%d characters) is larger than any family's.".formatted(text.length()));
    }
    var key = keys.current();
    var head = ByteBuffer.allocate(HEAD).put(VERSION).putInt(key.day()).array();
    try {
      var body = key.cipher().encrypt(deflated(text), bound(head));
      var whole = ByteBuffer.allocate(HEAD + body.length).put(head).put(body).array();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has AES-GCM.", e);
    }
  }

  /** Opens what {@link #seal} sealed; from outside, so it may be anything. */
  public Opened open(String sealed) {
    if (sealed.length() > LONGEST) {
      return new Opened.Unreadable();
    }
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(sealed);
    } catch (IllegalArgumentException e) { // not base64url
      return new Opened.Unreadable();
    }
    if (whole.length <= HEAD || whole[0] != VERSION) {
      return new Opened.Unreadable();
    }
    var head = Arrays.copyOf(whole, HEAD);
    int day = ByteBuffer.wrap(whole, 1, Integer.BYTES).getInt();
    if (keys.isOver(day)) {
      return new Opened.Stale();
    }
    return keys.of(day)
        .map(key -> open(key.cipher(), head, Arrays.copyOfRange(whole, HEAD, whole.length)))
        .orElseGet(Opened.Unreadable::new);
  }

  private static Opened open(AesGcmJce cipher, byte[] head, byte[] body) {
    try {
      return new Opened.Text(inflated(cipher.decrypt(body, bound(head))));
    } catch (GeneralSecurityException e) { // another key's, or not what was sealed
      return new Opened.Unreadable();
    } catch (DataFormatException e) {
      throw new IllegalStateException("What this installation sealed cannot be unpacked.", e);
    }
  }

  private static byte[] bound(byte[] head) {
    return ByteBuffer.allocate(PURPOSE.length + head.length).put(PURPOSE).put(head).array();
  }

  private static byte[] deflated(String text) {
    var deflater = new Deflater(Deflater.BEST_SPEED, true);
    try {
      deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
      deflater.finish();
      var out = new ByteArrayOutputStream();
      var buffer = new byte[4096];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static String inflated(byte[] packed) throws DataFormatException {
    var inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      var text = new ByteArrayOutputStream(8192);
      var buffer = new byte[8192];
      while (!inflater.finished()) {
        int length = inflater.inflate(buffer);
        text.write(buffer, 0, length);
        if (length == 0 || text.size() > LONGEST_TEXT) {
          throw new DataFormatException("It is cut off, or longer than any form.");
        }
      }
      return text.toString(StandardCharsets.UTF_8);
    } finally {
      inflater.end();
    }
  }
}
