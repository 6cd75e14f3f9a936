package org.konbit.toolkit.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.konbit.toolkit.content.Content;
import org.konbit.toolkit.content.ContentReader;
import org.konbit.toolkit.content.ContentRefused;
import org.konbit.toolkit.content.Kind;
import org.konbit.toolkit.content.Word;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * The published content, held in memory as long as it is the newest. The files that ship with
 * Konbit are taken into the database beside the start; pages wait for that.
 */
@Service
public class Library {
  private static final Logger log = LoggerFactory.getLogger(Library.class);
  // What an editor takes down is gone everywhere after this.
  private static final long HOLDS_NANOS = Duration.ofSeconds(1).toNanos();

  private record Shelf(Catalogue catalogue, long number, long lookedAt) {}

  private final ContentRows rows;
  private final CompletableFuture<Boolean> imported = new CompletableFuture<>();
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Shelf shelf;

  Library(ContentRows rows) {
    this.rows = rows;
  }

  /** What is published now. */
  public Catalogue current() {
    imported.join();
    var held = shelf;
    return held != null && isFresh(held) ? held.catalogue() : look().catalogue();
  }

  private static boolean isFresh(Shelf held) {
    return System.nanoTime() - held.lookedAt() < HOLDS_NANOS;
  }

  private Shelf look() {
    reading.lock();
    try {
      var held = shelf;
      if (held != null && isFresh(held)) {
        return held;
      }
      long now = System.nanoTime();
      long number = rows.number(); // before the content: what changes meanwhile is read again
      var found =
          held != null && held.number() == number
              ? new Shelf(held.catalogue(), number, now)
              : new Shelf(read(), number, now);
      shelf = found;
      return found;
    } finally {
      reading.unlock();
    }
  }

  private Catalogue read() {
    var contents = new ArrayList<Content>();
    for (var row : rows.published()) {
      Word.find(Kind.class, row.kind())
          .ifPresent(kind -> {
            try {
              contents.add(ContentReader.read(kind, row.id(), row.document()));
            } catch (ContentRefused refused) {
              log.error("An item cannot be shown until it is put right: {}", refused.getMessage());
            }
          });
    }
    return new Catalogue(contents);
  }

  // Once the context stands: before, it would only slow the first page down.
  @EventListener(ApplicationStartedEvent.class)
  void open() {
    Thread.ofPlatform()
        .daemon()
        .name("content")
        .start(() -> {
          try {
            take();
            imported.complete(true);
          } catch (RuntimeException | Error e) {
            log.error("The content that ships with Konbit could not be taken in.", e);
            imported.completeExceptionally(e);
          }
        });
  }

  /** Takes in every file that is new or was changed, and leaves what editors own. */
  void take() {
    var known = rows.imported();
    for (var file : ContentFiles.all()) {
      var digest = DigestUtils.sha256Hex(file.text());
      if (!digest.equals(known.get(file.reference()))) {
        rows.take(file.kind(), file.id(), file.text());
      }
    }
  }
}
