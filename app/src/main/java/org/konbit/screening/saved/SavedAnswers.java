package org.konbit.screening.saved;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.konbit.screening.saved.CodeKeys.CodeKey;
import org.konbit.vault.InstallationKey;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Keeps answers for a family that asks for it, 30 days, under a code of the family's own. */
@Service
public class SavedAnswers {
  /** For so many days answers can be opened. */
  public static final int DAYS = 30;

  private static final String SAVE =
      """
      INSERT INTO saved_screening (id, sealed, expires_on)
      VALUES (:id, :sealed, :expiresOn)
      ON CONFLICT (id) DO NOTHING
      """;

  private static final String FIND =
      """
      SELECT sealed
        FROM saved_screening
       WHERE id = :id
         AND expires_on > :today
      """;

  private static final String DESTROY =
      """
      DELETE FROM saved_screening
       WHERE id = :id
      """;

  private static final String FORGET =
      """
      DELETE FROM saved_screening
       WHERE expires_on <= :today
      """;

  private final JdbcClient jdbc;
  private final Codes codes;
  private final CodeKeys keys;
  private final Guesses guesses;
  private final Clock clock;
  private final SecretKeySpec secret;

  SavedAnswers(
      JdbcClient jdbc,
      Codes codes,
      CodeKeys keys,
      Guesses guesses,
      InstallationKey installation,
      Clock clock) {
    this.jdbc = jdbc;
    this.codes = codes;
    this.keys = keys;
    this.guesses = guesses;
    this.clock = clock;
    secret = new SecretKeySpec(installation.derive("screening.saved.code"), "HmacSHA256");
  }

  /**
   * What was saved.
   *
   * @param code what opens it, as it is shown; it is kept nowhere
   * @param lastDay the last day on which it opens
   */
  public record Saved(String code, LocalDate lastDay) {}

  /** What became of a code. */
  public sealed interface Found {
    record Answers(String text) implements Found {}

    /** Nothing lies under it: it is mistyped, or has expired, or was destroyed. */
    record Nothing() implements Found {}

    /** Too many wrong codes were tried; later it is looked at again. */
    record Later() implements Found {}
  }

  /**
   * Saves a text.
   *
   * @param language the tag of the reader's language, in whose words the code is
   * @param page the sealed page it is saved from: the same page sent twice is saved once, under the
   *     same code
   */
  public Saved save(String text, String language, String page) {
    forgetExpired();
    var code = codes.make(language, random(page));
    var key = keys.of(code);
    var lastDay = LocalDate.now(clock).plusDays(DAYS);
    jdbc.sql(SAVE)
        .param("id", key.id())
        .param("sealed", key.seal(text))
        .param("expiresOn", lastDay.plusDays(1))
        .update();
    return new Saved(code, lastDay);
  }

  // The page holds a random part that nobody can foresee, and the secret lies outside the database.
  private byte[] random(String page) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      return mac.doFinal(page.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA-256.", e);
    }
  }

  /**
   * Opens what a code holds.
   *
   * @param typed from outside, so it may be anything
   * @param address from where it comes; forgotten at once but for a count in memory
   */
  public Found open(String typed, String address) {
    if (!guesses.mayTry(address)) {
      return new Found.Later();
    }
    for (String code : codes.meant(typed)) {
      var key = keys.of(code);
      var found = find(key);
      if (found.isPresent()) {
        return new Found.Answers(key.open(found.get()));
      }
    }
    guesses.wrong(address);
    return new Found.Nothing();
  }

  private Optional<byte[]> find(CodeKey key) {
    return jdbc.sql(FIND)
        .param("id", key.id())
        .param("today", LocalDate.now(clock))
        .query(byte[].class)
        .optional();
  }

  /** Destroys what a code holds, as its owner asks; the other cases as {@link #open}. */
  public Found destroy(String typed, String address) {
    var found = open(typed, address);
    if (found instanceof Found.Answers) {
      codes.meant(typed).stream()
          .map(keys::of)
          .forEach(key -> jdbc.sql(DESTROY).param("id", key.id()).update());
    }
    return found;
  }

  /** Deletes what has expired; also done whenever something is saved. */
  @EventListener(ApplicationStartedEvent.class)
  void forgetExpired() {
    jdbc.sql(FORGET).param("today", LocalDate.now(clock)).update();
  }
}
