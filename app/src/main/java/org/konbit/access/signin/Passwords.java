package org.konbit.access.signin;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords: long rather than complicated, not among the commonest, kept as Argon2id. */
@Component
class Passwords {
  /** Never the only factor, so above the 8 of NIST SP 800-63B-4 §3.1.1.2, and below its 15. */
  static final int SHORTEST = 12;

  static final int LONGEST = 128;

  /** What is wrong with a password; the name ends the message key. */
  enum Problem {
    SHORT,
    LONG,
    COMMON,
    OWN_NAME
  }

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;

  private final Argon2PasswordEncoder argon =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
  // Each takes 19 MiB and a core: many at once would starve everybody else.
  private final Semaphore places = new Semaphore(2, true);
  private final CommonPasswords common;
  private final String nobodys;

  Passwords(CommonPasswords common) {
    this.common = common;
    nobodys =
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(
                MEMORY_KIB,
                PASSES,
                LANES,
                base64(Tokens.random(SALT_BYTES)),
                base64(Tokens.random(HASH_BYTES)));
  }

  /**
   * What is wrong with a new password, if anything.
   *
   * @param own words that others know of the person, such as the sign-in name
   */
  Optional<Problem> problem(String password, List<String> own) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(Problem.SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(Problem.LONG);
    }
    String folded = fold(password);
    if (own.stream().map(Passwords::fold).anyMatch(word -> isMostly(folded, word))) {
      return Optional.of(Problem.OWN_NAME);
    }
    return common.holds(folded) ? Optional.of(Problem.COMMON) : Optional.empty();
  }

  String hash(String password) {
    return inTurn(() -> argon.encode(normal(password)));
  }

  /** Whether it is the password; takes as long when there is none to compare with. */
  boolean matches(String password, Optional<String> hash) {
    boolean same = inTurn(() -> argon.matches(normal(password), hash.orElse(nobodys)));
    return same && hash.isPresent();
  }

  private <T> T inTurn(java.util.function.Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  // Keyboards differ in how they compose an accent (NIST SP 800-63B-4 §3.1.1.2).
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private static String fold(String text) {
    return normal(text).toLowerCase(Locale.ROOT);
  }

  private static boolean isMostly(String password, String word) {
    return word.length() > 3
        && password.contains(word)
        && password.length() - word.length() < SHORTEST / 2;
  }

  private static String base64(byte[] bytes) {
    return java.util.Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
