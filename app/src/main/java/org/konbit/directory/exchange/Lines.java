package org.konbit.directory.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.konbit.directory.entry.Document;
import org.konbit.directory.entry.Entries;
import org.konbit.directory.entry.ListedService;
import org.konbit.directory.entry.Whole;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Documents a batch at a time, so that a list of any length needs the memory of one batch. Each is
 * written as it comes; whoever reads slowly is waited for.
 */
@Component
class Lines {
  static final UUID FIRST = new UUID(0, 0);

  /** A document and the id behind which the next batch begins. */
  record Line(UUID id, Document document) {
    static Line of(Document document) {
      return new Line(UUID.fromString(document.text("id").orElseThrow()), document);
    }
  }

  /** How one of an entry's things is told. */
  interface Telling<T> {
    Document of(Whole whole, T thing);
  }

  private final Listing listing;
  private final Entries entries;
  private final Published published;

  Lines(Listing listing, Entries entries, Published published) {
    this.listing = listing;
    this.entries = entries;
    this.published = published;
  }

  Stream<Line> services(
      Listing.Filter filter, UUID after, int some, long offset, Telling<ListedService> telling) {
    var keys = listing.services(filter, after, some, offset);
    var wholes = wholes(keys);
    return keys.stream()
        .flatMap(key ->
            whole(wholes, key)
                .flatMap(whole -> whole.service(key.id()).map(each -> telling.of(whole, each)))
                .map(document -> new Line(key.id(), document))
                .stream());
  }

  Stream<Line> entries(
      Listing.Filter filter, UUID after, int some, long offset, Function<Whole, Document> telling) {
    var keys = listing.entries(filter, after, some, offset);
    var wholes = wholes(keys);
    return keys.stream()
        .flatMap(
            key -> whole(wholes, key).map(telling).map(each -> new Line(key.id(), each)).stream());
  }

  Stream<Line> atPlaces(
      Listing.Filter filter, UUID after, int some, long offset, Telling<ListedService> telling) {
    var keys = listing.atPlaces(filter, after, some, offset);
    var wholes = wholes(keys);
    return keys.stream()
        .flatMap(key ->
            whole(wholes, key)
                .flatMap(whole -> at(whole, key.id(), telling))
                .map(document -> new Line(key.id(), document))
                .stream());
  }

  /** One of an entry's services at a place. */
  Optional<Document> at(Whole whole, UUID id, Telling<ListedService> telling) {
    for (var service : whole.services()) {
      for (var at : service.document().list("service_at_locations")) {
        if (at.text("id").equals(Optional.of(id.toString()))) {
          return Optional.of(published.atLocation(whole, service, at, telling));
        }
      }
    }
    return Optional.empty();
  }

  /** Writes all batches, a document a line. */
  static void write(Function<UUID, Stream<Line>> next, OutputStream out) throws IOException {
    var writer = writer(out);
    each(
        next,
        document -> {
          writer.write(document.json().toString());
          writer.write('\n');
        });
    writer.flush();
  }

  /** Writes all batches as one array. */
  static void writeArray(Function<UUID, Stream<Line>> next, OutputStream out) throws IOException {
    var writer = writer(out);
    writer.write('[');
    var comma = new Comma(writer);
    each(
        next,
        document -> {
          comma.unlessFirst();
          writer.write(document.json().toString());
        });
    writer.write(']');
    writer.flush();
  }

  private static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  /** Documents as one array. */
  static ArrayNode array(List<Document> documents) {
    var array = JsonNodeFactory.instance.arrayNode();
    documents.forEach(each -> array.add(each.json()));
    return array;
  }

  /** Something done with a document that may fail as writing does. */
  interface Taking {
    void take(Document document) throws IOException;
  }

  static void each(Function<UUID, Stream<Line>> next, Taking taking) throws IOException {
    var last = FIRST;
    List<Line> batch = next.apply(last).toList();
    while (!batch.isEmpty()) {
      for (var line : batch) {
        taking.take(line.document());
      }
      last = batch.getLast().id();
      batch = next.apply(last).toList();
    }
  }

  private Map<UUID, Whole> wholes(List<Listing.Key> keys) {
    return entries.wholes(keys.stream().map(Listing.Key::entryId).distinct().toList()).stream()
        .collect(Collectors.toMap(each -> each.entry().id(), Function.identity()));
  }

  private static Optional<Whole> whole(Map<UUID, Whole> wholes, Listing.Key key) {
    return Optional.ofNullable(wholes.get(key.entryId()));
  }

  private static final class Comma {
    private final Writer writer;
    private boolean isFirst = true;

    private Comma(Writer writer) {
      this.writer = writer;
    }

    void unlessFirst() throws IOException {
      if (!isFirst) {
        writer.write(',');
      }
      isFirst = false;
    }
  }
}
