package org.konbit.rules.text;

/** What became of bytes that should be UTF-8. */
public sealed interface Decoded {
  /** The text they say. */
  record Text(String text) implements Decoded {}

  /** They say none: why, where, and what to do about it. */
  record Undecodable(Problem problem) implements Decoded {}

  /**
   * Decodes a file's bytes.
   *
   * @param file the name the reader knows it by
   */
  static Decoded of(String file, byte[] bytes) {
    return Characters.decode(file, bytes);
  }
}
