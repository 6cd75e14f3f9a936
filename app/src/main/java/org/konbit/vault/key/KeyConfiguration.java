package org.konbit.vault.key;

import java.time.Clock;
import java.time.LocalDate;
import org.konbit.vault.InstallationKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeySettings.class)
class KeyConfiguration {
  private static final Logger log = LoggerFactory.getLogger(KeyConfiguration.class);

  @Bean
  InstallationKey installationKey(KeySettings settings, Clock clock) {
    var file = KeyFile.of(settings.keyFile(), settings.data());
    if (file.exists()) {
      return new FileKey(file.read());
    }
    var key = file.create(KeyText.draw(LocalDate.now(clock)));
    log.warn(
        "A new key was made: {}. Without it nobody can read this installation's data or backups."
            + " Keep a copy away from this machine: ./konbit keys export FILE",
        file.path());
    return new FileKey(key);
  }
}
