package org.konbit.toolkit.store;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.konbit.toolkit.content.Content;
import org.konbit.toolkit.content.ContentReader;
import org.konbit.toolkit.content.ContentRefused;
import org.konbit.toolkit.content.Kind;
import org.konbit.toolkit.content.Review;
import org.konbit.toolkit.content.Word;
import org.konbit.toolkit.store.ContentRows.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
  private final Clock clock;
  private final CompletableFuture<Boolean> imported = new CompletableFuture<>();
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Shelf shelf;
  private volatile boolean isClosed;
  private Map<Row, Content> read = Map.of(); // touched while "reading" is held

  Library(ContentRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** What is published now, or was a second ago. */
  public Catalogue current() {
    imported.join();
    var held = shelf;
    return held != null && isFresh(held) ? held.catalogue() : look(Library::isFresh).catalogue();
  }

  /** What is published at this very moment, for what may be taken back at any. */
  public Catalogue newest() {
    imported.join();
    return look(_ -> false).catalogue();
  }

  /**
   * Takes a member's story down, everywhere and at once, and removes every wording of it.
   *
   * @return whether it stood there
   */
  public boolean takeBack(String spotlight) {
    return rows.takeBack(Kind.SPOTLIGHT, spotlight);
  }

  private static boolean isFresh(Shelf held) {
    return System.nanoTime() - held.lookedAt() < HOLDS_NANOS;
  }

  private Shelf look(Predicate<Shelf> isGoodEnough) {
    reading.lock();
    try {
      var held = shelf;
      if (held != null && isGoodEnough.test(held)) {
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

  // What has not changed since is not read again: there may be thousands.
  private Catalogue read() {
    var published = rows.published();
    var changed = published.stream().filter(row -> !read.containsKey(row)).toList();
    var wordings = rows.wordings(changed);
    var now = new LinkedHashMap<Row, Content>();
    for (var row : published) {
      Optional.ofNullable(read.get(row))
          .or(() -> Optional.ofNullable(wordings.get(row.reference())).flatMap(of(row)))
          .ifPresent(content -> now.put(row, content));
    }
    read = now;
    return new Catalogue(now.values());
  }

  private Function<String, Optional<Content>> of(Row row) {
    return document -> {
      try {
        return Word.find(Kind.class, row.kind())
            .map(kind -> ContentReader.read(kind, row.id(), document, review(row)));
      } catch (ContentRefused refused) {
        log.error("An item cannot be shown until it is put right: {}", refused.getMessage());
        return Optional.empty();
      }
    };
  }

  private Review review(Row row) {
    return new Review(
        row.revision(),
        Optional.of(LocalDate.ofInstant(row.publishedAt(), clock.getZone())),
        Optional.ofNullable(row.approvedOn()));
  }

  // Beside the start, which the application itself sees to: the first page of all tells of changes.
  @PostConstruct
  void open() {
    Thread.ofPlatform()
        .daemon()
        .name("content")
        .start(() -> {
          try {
            take();
            imported.complete(true);
            current();
          } catch (RuntimeException | Error e) {
            imported.completeExceptionally(e);
            if (!isClosed) { // or the start has failed, and said why
              log.error("The content that ships with Konbit could not be taken in.", e);
            }
          }
        });
  }

  @PreDestroy
  void close() {
    isClosed = true;
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
