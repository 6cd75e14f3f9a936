package org.konbit.access.signin;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.konbit.access.AccessSettings;
import org.konbit.vault.InstallationKey;
import org.konbit.vault.KeyRefused;
import org.konbit.web.QrPicture;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Component;

/**
 * The secret for a new authenticator, while its first code is awaited. It travels with the form,
 * sealed, so that a second try shows the same picture and nothing is kept until it works.
 */
@Component
public class NewCode {
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final String CONTEXT = "access.new-code";

  /**
   * A secret to be scanned or typed.
   *
   * @param sealed what the form sends back
   * @param letters the secret in groups of four letters, to be typed
   * @param size how many squares the picture is wide
   * @param path the dark squares, as an SVG path
   */
  public record Offer(String sealed, String letters, int size, String path) {}

  /**
   * A secret that was proven by its first code.
   *
   * @param step the code's, which is not taken again
   */
  record Proven(Bytes secret, long step) {}

  private final InstallationKey installation;
  private final AccessSettings settings;
  private final Clock clock;

  NewCode(InstallationKey installation, AccessSettings settings, Clock clock) {
    this.installation = installation;
    this.settings = settings;
    this.clock = clock;
  }

  /** A new secret. */
  public Offer offer() {
    return offer(Tokens.random(OneTimeCodes.SECRET_BYTES), clock.instant());
  }

  /** The same secret again if the form's can still be used, else a new one. */
  public Offer again(String sealed) {
    return opened(sealed)
        .map(it -> offer(it.secret().getBytes(), it.madeAt()))
        .orElseGet(this::offer);
  }

  /** The secret, if the code is one that it gives now. */
  Optional<Proven> proven(String sealed, String code) {
    return opened(sealed)
        .flatMap(it -> {
          var step = OneTimeCodes.step(it.secret().getBytes(), digits(code), clock.instant());
          return step.isPresent()
              ? Optional.of(new Proven(it.secret(), step.getAsLong()))
              : Optional.empty();
        });
  }

  /** A code as people type it, without the gap that authenticators show. */
  static String digits(String code) {
    return code.replaceAll("\\s", "");
  }

  private record Opened(Bytes secret, Instant madeAt) {}

  private Optional<Opened> opened(String sealed) {
    try {
      var bytes =
          ByteBuffer.wrap(installation.unwrap(Base64.getUrlDecoder().decode(sealed), CONTEXT));
      var madeAt = Instant.ofEpochSecond(bytes.getLong());
      var secret = new byte[bytes.remaining()];
      bytes.get(secret);
      return madeAt.plus(PATIENCE).isBefore(clock.instant())
          ? Optional.empty()
          : Optional.of(new Opened(new Bytes(secret), madeAt));
    } catch (IllegalArgumentException | KeyRefused e) { // it comes from outside
      return Optional.empty();
    }
  }

  private Offer offer(byte[] secret, Instant madeAt) {
    byte[] sealed =
        installation.wrap(
            ByteBuffer.allocate(Long.BYTES + secret.length)
                .putLong(madeAt.getEpochSecond())
                .put(secret)
                .array(),
            CONTEXT);
    String letters = OneTimeCodes.base32(secret);
    var picture = QrPicture.of(address(letters));
    return new Offer(
        Tokens.text(sealed),
        letters.replaceAll("(.{4})(?!$)", "$1 "),
        picture.size(),
        picture.path());
  }

  // Without the person's name: authenticators are shown to others, and synchronised by strangers.
  private String address(String letters) {
    String name = URLEncoder.encode(settings.name(), StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/%s?secret=%s&issuer=%s".formatted(name, letters, name);
  }
}
