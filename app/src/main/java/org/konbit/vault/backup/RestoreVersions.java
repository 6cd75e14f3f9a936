package org.konbit.vault.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.konbit.vault.OperationRefused;
import org.konbit.vault.key.KeyReading;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Before a restore, stops the migrations at the versions of the backup's own tables; the next start
 * of the platform brings them, and the rows, up to date.
 */
final class RestoreVersions
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var environment = context.getEnvironment();
    String backup = environment.getProperty("konbit.restore", "");
    if (backup.isEmpty()) {
      return;
    }
    var key =
        KeyReading.open(
            environment.getProperty("konbit.key-file", ""),
            Path.of(environment.getRequiredProperty("konbit.data")));
    try (var file = new BufferedInputStream(Files.newInputStream(Path.of(backup)))) {
      Map<String, Object> upTo = Map.of("konbit.database.up-to", Restore.versions(file, key));
      environment.getPropertySources().addFirst(new MapPropertySource("backup", upTo));
    } catch (IOException e) {
      throw new OperationRefused(
          "The file (%s) cannot be read.\nName a backup.".formatted(backup), e);
    }
  }
}
