package org.konbit.access.signin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The passwords that are tried first, everywhere: people choose them most. */
@Component
class CommonPasswords {
  private static final String LIST = "/access/common-passwords.txt.gz";

  // Read when somebody first chooses a password: most starts need it not at all.
  private final Supplier<Set<String>> words = SingletonSupplier.of(CommonPasswords::read);

  /**
   * Whether a password of lower-case letters is one of them, one of them with digits or signs
   * around it, or one of them repeated.
   */
  boolean holds(String folded) {
    String core = folded.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    return isKnown(folded) || isKnown(core) || isOneCharacter(folded);
  }

  private boolean isKnown(String word) {
    if (word.isEmpty() || words.get().contains(word)) {
      return true;
    }
    for (int part = 1; part <= word.length() / 2; part++) {
      String piece = word.substring(0, part);
      if (word.length() % part == 0
          && piece.repeat(word.length() / part).equals(word)
          && words.get().contains(piece)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOneCharacter(String word) {
    return word.codePoints().distinct().count() <= 2;
  }

  private static Set<String> read() {
    try (InputStream packed = CommonPasswords.class.getResourceAsStream(LIST)) {
      if (packed == null) {
        throw new IllegalStateException("The list (%s) is missing.".formatted(LIST));
      }
      var lines =
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8));
      return lines.lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
