package org.konbit.directory.incoming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.konbit.database.Acting;
import org.konbit.directory.exchange.Scratch;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** A file brought in by a process of its own, so that a test can bound its memory and kill it. */
public final class ImportAlone {
  private ImportAlone() {}

  @ComponentScan(
      basePackages = {
        "org.konbit.access",
        "org.konbit.database",
        "org.konbit.vault",
        "org.konbit.directory.entry",
        "org.konbit.directory.incoming",
        "org.konbit.directory.place"
      },
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern =
                  "org\\.konbit\\.(access\\.web\\..*"
                      + "|.*\\.(Given\\w+|\\w+Calls|(Directory|Access|Vault)Rows))"))
  @Import(Scratch.class)
  @ImportAutoConfiguration({
    JacksonAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
  })
  static class Wiring {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  /** Brings a file in for an organisation, whose id comes first. */
  public static void main(String[] arguments) {
    try (var context =
        new SpringApplicationBuilder(Wiring.class)
            .web(WebApplicationType.NONE)
            .profiles("operation")
            .run()) {
      take(context.getBean(Imports.class), UUID.fromString(arguments[0]), Path.of(arguments[1]));
    }
  }

  /** Brings a file in for an organisation. */
  public static void take(Imports imports, UUID organisation, Path file) {
    new Acting.SystemActor(organisation, "test", "test")
        .call(() -> {
          try {
            return imports.take(file, "large.ndjson");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /**
   * Writes a file of so many organisations, each of 20,000 letters.
   *
   * @return the one that is taken last
   */
  public static UUID large(Path file, int organisations) throws IOException {
    List<UUID> ids = Stream.generate(UUID::randomUUID).limit(organisations).toList();
    String letters = "Ayuda legal. ".repeat(20_000 / 13);
    try (Writer out = Files.newBufferedWriter(file)) {
      for (var id : ids) {
        out.write(
            "{\"id\":\"%s\",\"name\":\"Lantern\",\"description\":\"%s\"}\n".formatted(id, letters));
      }
    }
    return ids.stream()
        .max(Comparator.comparingInt(id -> Spill.partOf(id.toString())))
        .orElseThrow();
  }
}
