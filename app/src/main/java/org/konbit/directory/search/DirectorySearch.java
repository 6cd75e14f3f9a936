package org.konbit.directory.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TotalHits;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.konbit.directory.Need;
import org.konbit.directory.entry.Entries;
import org.konbit.directory.entry.EntriesChanged;
import org.konbit.directory.entry.EntryChanged;
import org.konbit.directory.entry.Whole;
import org.konbit.language.Languages;
import org.konbit.language.Messages;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds services. The index lives in memory and is made from the database beside the start, so that
 * no search waits for it for long; it holds no place that is secret, for there is none to hold, and
 * nothing of what was looked for.
 *
 * <p>A change made here shows at once, one made at another node within half a minute. Safe for many
 * threads.
 */
@Service
public class DirectorySearch implements DisposableBean {
  private static final int AT_ONCE = 500;
  // Nobody turns so many pages; counting on would look at each of what matches.
  private static final int COUNTED = 1_000;
  private static final int SOME_MILLIS = 200;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
  // An entry's time is set before its transaction ends, which may take a while.
  private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(2);

  private final Entries entries;
  private final Clock clock;
  private final Indexed indexed;
  private final TransactionTemplate apart;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final ReentrantLock looking = new ReentrantLock();
  private final CompletableFuture<Boolean> filled = new CompletableFuture<>();
  private Map<UUID, Instant> lately = Map.of(); // what is in already; touched while looking
  private volatile Instant lookedAt = Instant.EPOCH;
  private volatile boolean isClosing;
  private final Set<UUID> waiting = ConcurrentHashMap.newKeySet(); // changed, and not in yet

  DirectorySearch(
      Entries entries,
      Clock clock,
      Languages languages,
      Messages messages,
      PlatformTransactionManager transactions)
      throws IOException {
    this.entries = entries;
    this.clock = clock;
    this.indexed = new Indexed(vocabulary(languages, messages));
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.writer =
        new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(WordStream.analyzer()));
    this.searchers = new SearcherManager(writer, null);
  }

  /**
   * What matches a wish, nearest first if it says from where, else what matches best. Of more than
   * a thousand it says no more than that.
   *
   * @param page from 0
   * @param size how many a page has
   */
  public Found find(Wish wish, int page, int size) {
    return find(wish, page * size, size, COUNTED);
  }

  /** The first of what matches a wish; how many there are in all is told roughly. */
  public Found first(Wish wish, int most) {
    return find(wish, 0, most, most);
  }

  private Found find(Wish wish, int from, int most, int counted) {
    catchUp();
    try {
      var found = find(wish, false, from, most, counted);
      boolean isWorthAnotherTry = found.total() == 0 && Words.telling(wish.words()).size() > 1;
      return isWorthAnotherTry ? find(wish, true, from, most, counted) : found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Last of all, after what comes with Konbit was put into the database.
  @EventListener(ApplicationReadyEvent.class)
  @Order
  void prepare() {
    behind(this::fillOnce);
  }

  // Whoever searches meanwhile goes before; where priorities do not count it is only slower.
  @SuppressWarnings("ThreadPriorityCheck")
  private static void behind(Runnable work) {
    var thread = Thread.ofPlatform().daemon().name("directory-index").unstarted(work);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  /** Makes the index anew, after so much was changed that each change would take longer. */
  public void rebuild() {
    looking.lock();
    try {
      makeAnew();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      looking.unlock();
    }
    takeIn();
  }

  private void makeAnew() throws IOException {
    if (isClosing) {
      return;
    }
    var began = clock.instant();
    writer.deleteAll();
    lately = fill(began.minus(LONGEST_TRANSACTION));
    searchers.maybeRefreshBlocking();
    lookedAt = began;
  }

  @TransactionalEventListener
  void changed(EntryChanged event) {
    waiting.add(event.entry());
    takeIn();
  }

  /** Many at once are looked for behind the back of whoever brought them. */
  @EventListener
  void changed(EntriesChanged event) {
    if (event.entries().size() <= AT_ONCE) {
      waiting.addAll(event.entries());
      takeIn();
    } else if (filled.isDone()) {
      behind(this::rebuild);
    } else {
      waiting.addAll(event.entries());
    }
  }

  @Override
  public void destroy() throws IOException {
    isClosing = true; // an index that is being made stops at its next page
    looking.lock();
    try {
      searchers.close();
      writer.close();
    } finally {
      looking.unlock();
    }
  }

  private Found find(Wish wish, boolean isLoose, int from, int most, int counted)
      throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      var query = new WishQuery(searcher.getIndexReader()).of(wish, LocalDate.now(clock), isLoose);
      int upTo = from + most;
      TopFieldDocs top =
          searcher.search(query, new TopFieldCollectorManager(order(wish), upTo, null, counted));
      var parts = searcher.getIndexReader().leaves();
      var hits = new ArrayList<Found.Hit>();
      for (int i = from; i < Math.min(upTo, top.scoreDocs.length); i++) {
        int found = top.scoreDocs[i].doc;
        var part = parts.get(ReaderUtil.subIndex(found, parts));
        int document = found - part.docBase;
        hits.add(
            new Found.Hit(
                Indexed.id(part.reader(), Indexed.ENTRY, document).orElseThrow(),
                Indexed.id(part.reader(), Indexed.SERVICE, document)));
      }
      boolean isMore = top.totalHits.relation() != TotalHits.Relation.EQUAL_TO;
      return new Found(isMore ? counted : top.totalHits.value(), isMore, hits, isLoose);
    } finally {
      searchers.release(searcher);
    }
  }

  private static Sort order(Wish wish) {
    var byName = new SortField(Indexed.ORDER, SortField.Type.STRING);
    return wish.near()
        .map(place ->
            new Sort(
                LatLonDocValuesField.newDistanceSort(
                    Indexed.POINT, place.point().latitude(), place.point().longitude()),
                new SortField(Indexed.NOWHERE, SortField.Type.INT),
                SortField.FIELD_SCORE,
                byName))
        .orElseGet(() -> new Sort(SortField.FIELD_SCORE, byName));
  }

  /** Fills the index the first time; later looks now and then what other nodes changed. */
  private void catchUp() {
    if (!filled.isDone()) {
      fillOnce();
    } else if (lookedAt.plus(BETWEEN_LOOKS).isBefore(clock.instant()) && looking.tryLock()) {
      try {
        look();
      } finally {
        looking.unlock();
      }
      takeIn();
    }
  }

  private void look() {
    var began = clock.instant();
    var changed = entries.changedSince(lookedAt.minus(LONGEST_TRANSACTION));
    changed.entrySet().stream()
        .filter(each -> !each.getValue().equals(lately.get(each.getKey())))
        .map(Map.Entry::getKey)
        .forEach(waiting::add);
    lately = changed;
    lookedAt = began;
  }

  private void fillOnce() {
    looking.lock();
    try {
      if (!filled.isDone() && !isClosing) {
        makeAnew();
        filled.complete(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      looking.unlock();
    }
    takeIn();
  }

  /** Takes everything in, and returns what of it was changed since an instant. */
  private Map<UUID, Instant> fill(Instant since) throws IOException {
    var changed = new HashMap<UUID, Instant>();
    var last = new UUID(0, 0);
    List<Whole> some;
    do {
      some = entries.after(last, AT_ONCE);
      for (Whole whole : some) {
        writer.addDocuments(documents(whole));
        last = whole.entry().id();
        if (!whole.entry().changedAt().isBefore(since)) {
          changed.put(last, whole.entry().changedAt());
        }
      }
    } while (some.size() == AT_ONCE && !isClosing);
    return changed;
  }

  /**
   * Takes in what waits. Whoever finds the index being made anew leaves it to that thread, which
   * comes here when it is done: holding a connection, nobody waits for somebody who needs one.
   */
  private void takeIn() {
    try {
      while (filled.isDone() && !waiting.isEmpty() && !isClosing) {
        if (!looking.tryLock(SOME_MILLIS, TimeUnit.MILLISECONDS)) {
          return;
        }
        try {
          takeIn(List.copyOf(waiting));
        } finally {
          looking.unlock();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it waits for the next who comes
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void takeIn(List<UUID> ids) throws IOException {
    ids.forEach(waiting::remove);
    if (ids.size() > AT_ONCE) {
      behind(this::rebuild); // nobody waits for that many
      return;
    }
    boolean isIn = false;
    try {
      for (Whole whole : apart.execute(_ -> entries.wholes(ids))) {
        writer.updateDocuments(
            new Term(Indexed.ENTRY, whole.entry().id().toString()), documents(whole));
      }
      searchers.maybeRefreshBlocking();
      isIn = true;
    } finally {
      if (!isIn) {
        waiting.addAll(ids);
      }
    }
  }

  private List<org.apache.lucene.document.Document> documents(Whole whole) {
    return indexed.documents(whole).stream()
        .map(each -> Indexed.sorted(each, whole.entry().name()))
        .toList();
  }

  /** Every need's name and the words people say for it, of all languages at once. */
  private static Map<Need, String> vocabulary(Languages languages, Messages messages) {
    return Arrays.stream(Need.values())
        .collect(
            Collectors.toMap(
                Function.identity(),
                need ->
                    languages.all().stream()
                        .map(messages::in)
                        .map(t ->
                            t.localize(need.messageKey())
                                + " "
                                + t.localize(need.messageKey() + "-words"))
                        .collect(Collectors.joining(" "))));
  }
}
