package org.konbit.screening;

import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.konbit.rules.pack.PackProblems;
import org.konbit.rules.pack.RulePacks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The law that this installation applies: the shipped rule packs, with the operator's own laid
 * over. Read once, beside the start, so that no page that needs no rules waits for them.
 */
@Service
@EnableConfigurationProperties(ScreeningSettings.class)
public class Rulebook {
  private static final Logger log = LoggerFactory.getLogger(Rulebook.class);

  private final ScreeningSettings settings;
  private final CompletableFuture<Optional<Law>> law = new CompletableFuture<>();

  Rulebook(ScreeningSettings settings) {
    this.settings = settings;
  }

  /**
   * The law, once it is read; the calling thread waits for it.
   *
   * @return empty if the packs cannot be used; the console has said why
   */
  public Optional<Law> law() {
    return law.join();
  }

  // Once the context stands: before, it would only slow the first page down.
  @EventListener(ApplicationStartedEvent.class)
  void open() {
    law.completeAsync(this::read, task -> Thread.ofPlatform().daemon().name("rules").start(task));
  }

  private Optional<Law> read() {
    try {
      return Optional.of(new Law(RulePacks.shipped(overlays())));
    } catch (PackProblems problems) {
      log.error(
          "The rules cannot be used, and their pages say so, until this is put right:\n{}",
          problems.rendered());
    } catch (UncheckedIOException | NoFolder e) {
      log.error("The rules cannot be used, and their pages say so: {}", e.getMessage());
    }
    return Optional.empty();
  }

  private List<Path> overlays() {
    return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
        .splitAsStream(settings.rulepacks())
        .filter(named -> !named.isBlank())
        .map(Rulebook::folder)
        .toList();
  }

  private static Path folder(String named) {
    var folder = new File(named); // unlike Path, it takes any text
    if (!folder.isDirectory() || !Files.isReadable(folder.toPath())) {
      throw new NoFolder(
          "KONBIT_RULEPACKS names (%s), which is no folder that can be read.".formatted(named));
    }
    return folder.toPath();
  }

  private static final class NoFolder extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoFolder(String message) {
      super(message);
    }
  }
}
