package org.konbit.vault.key;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.konbit.vault.InstallationKey;
import org.konbit.vault.KeyUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeySettings.class)
class KeyConfiguration {
  private static final Logger log = LoggerFactory.getLogger(KeyConfiguration.class);

  private static final String FINGERPRINT = "SELECT key_fingerprint FROM installation";
  private static final String KEEP_FINGERPRINT =
      """
      INSERT INTO installation (key_fingerprint)
      VALUES (:fingerprint)
          ON CONFLICT DO NOTHING
      """;

  @Bean
  KeyFile keyFile(KeySettings settings) {
    return KeyFile.of(settings.keyFile(), settings.data());
  }

  @Bean
  FileKey installationKey(KeyFile file, Clock clock, JdbcClient jdbc) {
    if (!file.exists()) {
      make(file, clock, jdbc);
    }
    var key = new FileKey(file, clock);
    mustBelong(key, file, jdbc);
    return key;
  }

  @Bean
  DestructionLog destructionLog(KeyFile file, InstallationKey key, Clock clock) {
    return new DestructionLog(file.file("destroyed"), key, clock);
  }

  /** A key for data that have none yet. Data that had one would be lost behind a new one. */
  private static void make(KeyFile file, Clock clock, JdbcClient jdbc) {
    if (fingerprint(jdbc).isPresent()) {
      throw new KeyUnavailable(
          "The key file (%s) is missing, and without it the data cannot be read.\n"
                  .formatted(file.path())
              + "Put it back, or the copy that \"./konbit keys export\" made, or name its place with"
              + " KONBIT_KEY_FILE.");
    }
    file.create(KeyText.draw(LocalDate.now(clock)));
    log.warn(
        "A new key was made: {}. Without it nobody can read this installation's data or backups."
            + " Keep a copy away from this machine: ./konbit keys export FILE",
        file.path());
  }

  private static void mustBelong(InstallationKey key, KeyFile file, JdbcClient jdbc) {
    byte[] ours = key.derive("fingerprint");
    jdbc.sql(KEEP_FINGERPRINT).param("fingerprint", ours).update();
    if (!MessageDigest.isEqual(ours, fingerprint(jdbc).orElseThrow())) {
      throw new KeyUnavailable(
          "The key file (%s) belongs to another installation.\n".formatted(file.path())
              + "Name the one that belongs to these data with KONBIT_KEY_FILE.");
    }
  }

  private static Optional<byte[]> fingerprint(JdbcClient jdbc) {
    return jdbc.sql(FINGERPRINT).query(byte[].class).optional();
  }
}
