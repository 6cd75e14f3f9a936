package org.konbit.directory.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;
import org.konbit.directory.Need;
import org.konbit.directory.entry.Entry;
import org.konbit.directory.entry.Freshness;
import org.konbit.directory.entry.Intake;
import org.konbit.directory.entry.ListedService;
import org.konbit.directory.entry.Location;
import org.konbit.directory.entry.Modality;
import org.konbit.directory.entry.Whole;
import org.konbit.directory.place.Point;

/** An entry as the index holds it: a document for each service, or one for the entry alone. */
final class Indexed {
  static final String ENTRY = "entry";
  static final String SERVICE = "service";
  static final String NAME = "name";
  static final String NEED_WORDS = "needs";
  static final String TEXT = "text";
  static final String NEED = "need";
  static final String LANGUAGE = "language";
  static final String STATE = "state";
  static final String AFAR = "afar";
  static final String POINT = "point";
  static final String SHOWN_UNTIL = "shown";
  static final String OPEN_UNTIL = "open";
  static final String ORDER = "order";

  /** 1 where nothing says which state an entry serves, so that it comes behind those that do. */
  static final String NOWHERE = "nowhere";

  private static final int ID = 16;
  private static final Map<String, String> STATES =
      Map.of("massachusetts", "MA", "connecticut", "CT", "ma", "MA", "ct", "CT");

  private final Map<Need, String> vocabulary;

  /**
   * @param vocabulary each need's names and other words, in all languages
   */
  Indexed(Map<Need, String> vocabulary) {
    this.vocabulary = Map.copyOf(vocabulary);
  }

  List<Document> documents(Whole whole) {
    if (whole.entry().isWithdrawn()) {
      return List.of();
    }
    var shown =
        whole.services().stream()
            .filter(each -> each.status() == ListedService.Status.ACTIVE)
            .toList();
    if (shown.isEmpty()) {
      var document = ofEntry(whole.entry());
      places(document, whole.locations());
      stated(document, whole.locations().stream().anyMatch(each -> each.state().isPresent()));
      return List.of(document);
    }
    var documents = new ArrayList<Document>();
    shown.forEach(each -> documents.add(ofService(whole, each)));
    return documents;
  }

  private static Document ofEntry(Entry entry) {
    var document = new Document();
    document.add(new StringField(ENTRY, entry.id().toString(), Store.NO));
    document.add(new BinaryDocValuesField(ENTRY, bytes(entry.id())));
    document.add(new TextField(NAME, entry.name(), Store.NO));
    text(document, entry.document().text("alternate_name"), NAME);
    text(document, entry.document().text("description"), TEXT);
    var until =
        Freshness.lastShown(entry.confirmation().map(Entry.Confirmation::on), entry.listedOn());
    document.add(new LongPoint(SHOWN_UNTIL, until.toEpochDay()));
    return document;
  }

  private Document ofService(Whole whole, ListedService service) {
    var document = ofEntry(whole.entry());
    stated(document, !states(service, whole.places(service)).isEmpty());
    document.add(new BinaryDocValuesField(SERVICE, bytes(service.id())));
    document.add(new TextField(NAME, service.name(), Store.NO));
    text(document, service.document().text("alternate_name"), NAME);
    text(document, service.document().text("description"), TEXT);
    text(document, service.document().text("eligibility_description"), TEXT);
    terms(service).forEach(term -> document.add(new TextField(NEED_WORDS, term, Store.NO)));
    for (Need need : service.needs()) {
      document.add(new StringField(NEED, need.key(), Store.NO));
      document.add(new TextField(NEED_WORDS, vocabulary.getOrDefault(need, need.key()), Store.NO));
    }
    service
        .languages()
        .forEach(tag -> document.add(new StringField(LANGUAGE, baseTag(tag), Store.NO)));
    service
        .intake()
        .flatMap(Intake::openUntil)
        .map(LocalDate::toEpochDay)
        .ifPresent(day -> document.add(new LongPoint(OPEN_UNTIL, day)));
    if (service.modality().filter(Modality::isFromAfar).isPresent()) {
      document.add(new StringField(AFAR, "yes", Store.NO));
    }
    var places = whole.places(service);
    for (String state : states(service, places)) {
      document.add(new StringField(STATE, state, Store.NO));
    }
    places(document, places);
    return document;
  }

  // A column, since what is stored of a document is packed together with a hundred others.
  private static BytesRef bytes(UUID id) {
    return new BytesRef(
        ByteBuffer.allocate(ID)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  private static UUID id(BytesRef held) {
    var bytes = ByteBuffer.wrap(held.bytes, held.offset, held.length);
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  /** The id that a document of a part of the index has in one of its columns. */
  static Optional<UUID> id(LeafReader part, String column, int document) throws IOException {
    var ids = DocValues.getBinary(part, column);
    return ids.advanceExact(document) ? Optional.of(id(ids.binaryValue())) : Optional.empty();
  }

  private static void stated(Document document, boolean isStated) {
    document.add(new NumericDocValuesField(NOWHERE, isStated ? 0 : 1));
  }

  private static void places(Document document, List<Location> places) {
    places.stream()
        .flatMap(each -> each.point().stream())
        .distinct()
        .forEach(point -> point(document, point));
    places.stream()
        .flatMap(each -> each.town().stream())
        .forEach(town -> document.add(new TextField(TEXT, town, Store.NO)));
  }

  private static void point(Document document, Point point) {
    document.add(new LatLonPoint(POINT, point.latitude(), point.longitude()));
    document.add(new LatLonDocValuesField(POINT, point.latitude(), point.longitude()));
  }

  /** The names of terms of whatever vocabulary it came with. */
  private static List<String> terms(ListedService service) {
    return service.document().list("attributes").stream()
        .flatMap(each -> each.one("taxonomy_term").stream())
        .flatMap(term -> term.text("name").stream())
        .toList();
  }

  private static Set<String> states(ListedService service, List<Location> places) {
    var states = new TreeSet<String>();
    for (var area : service.document().list("service_areas")) {
      area.text("name").map(Indexed::state).filter(each -> !each.isEmpty()).ifPresent(states::add);
    }
    places.stream()
        .flatMap(each -> each.state().stream())
        .map(Indexed::state)
        .filter(each -> !each.isEmpty())
        .forEach(states::add);
    return states;
  }

  private static String state(String name) {
    return STATES.getOrDefault(name.strip().toLowerCase(Locale.ROOT), "");
  }

  /** {@code pt} for {@code pt-BR}: a neighbour who speaks the one understands the other. */
  static String baseTag(String tag) {
    return tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static void text(Document document, Optional<String> text, String field) {
    text.ifPresent(words -> document.add(new TextField(field, words, Store.NO)));
  }

  /** With what sorts it among those that are equally good. */
  static Document sorted(Document document, String name) {
    document.add(new SortedDocValuesField(ORDER, new BytesRef(String.join(" ", Words.of(name)))));
    return document;
  }
}
