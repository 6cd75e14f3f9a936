package org.konbit.toolkit.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.konbit.language.Spellings;

/**
 * An index in memory. It is made whole and never changed; what changes gets a new one. Safe for
 * many threads.
 */
public final class SearchIndex {
  private static final String REFERENCE = "reference";
  private static final String TITLE = "title_en";
  private static final String TEXT = "text_en";
  private static final String WORDS = "words_";
  private static final List<String> ENGLISH = List.of(TITLE, TEXT);
  private static final int MOST_WORDS = 8;

  private final Analysis analysis = new Analysis();
  private final IndexSearcher searcher;
  private final Spellings spellings;

  private SearchIndex(IndexSearcher searcher) {
    this.searcher = searcher;
    this.spellings = new Spellings(searcher.getIndexReader());
  }

  /** The index of some things. */
  public static SearchIndex of(Collection<Indexed> things) {
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(new Analysis()))) {
      for (var thing : things) {
        writer.addDocument(document(thing));
      }
      writer.forceMerge(1); // it never changes, and is looked through again and again
      writer.commit();
      return new SearchIndex(new IndexSearcher(DirectoryReader.open(directory)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Document document(Indexed thing) {
    var document = new Document();
    document.add(new StringField(REFERENCE, thing.reference(), Field.Store.YES));
    document.add(new TextField(TITLE, thing.title(), Field.Store.NO));
    document.add(new TextField(TEXT, thing.text(), Field.Store.NO));
    thing
        .words()
        .forEach((tag, words) -> document.add(new TextField(WORDS + tag, words, Field.Store.NO)));
    return document;
  }

  /**
   * What fits best, first; nothing for words that say nothing.
   *
   * @param tag the language of whoever asks; English words are understood beside it
   */
  public List<String> find(String tag, String words, int most) {
    var found = find(query(tag, words, false), most);
    return found.isEmpty() ? find(query(tag, words, true), most) : found;
  }

  private List<String> find(Query query, int most) {
    try {
      var stored = searcher.storedFields();
      var found = new ArrayList<String>();
      for (var hit : searcher.search(query, most).scoreDocs) {
        found.add(stored.document(hit.doc).get(REFERENCE));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Loosely, any of the words will do: better than nothing.
  private Query query(String tag, String words, boolean isLoose) {
    var all = new BooleanQuery.Builder();
    var asked = Stream.of(words.strip().split("\\s+")).limit(MOST_WORDS).toList();
    int telling = 0;
    for (var word : asked) {
      var any = any(tag, word);
      if (!any.clauses().isEmpty()) {
        all.add(any, Occur.SHOULD);
        telling++;
      }
    }
    all.setMinimumNumberShouldMatch(isLoose ? Math.min(1, telling) : enough(telling));
    return all.build();
  }

  private BooleanQuery any(String tag, String word) {
    var own = List.of(WORDS + tag);
    var parts = analysis.words(TEXT, word);
    var ownParts = analysis.words(WORDS + tag, word); // Chinese writes several without a gap
    boolean isKnown =
        parts.stream().anyMatch(each -> spellings.stands(ENGLISH, each))
            || ownParts.stream().anyMatch(each -> spellings.stands(own, each));
    var any = new BooleanQuery.Builder();
    var meant = parts.stream().map(each -> meant(ENGLISH, each, isKnown)).toList();
    add(any, TITLE, meant, 4);
    add(any, TEXT, meant, 1);
    add(any, WORDS + tag, ownParts.stream().map(each -> meant(own, each, isKnown)).toList(), 3);
    return any.build();
  }

  private List<String> meant(List<String> fields, String word, boolean isKnown) {
    return isKnown ? List.of(word) : spellings.near(fields, word);
  }

  private static void add(
      BooleanQuery.Builder any, String field, List<List<String>> parts, float weight) {
    var whole = new BooleanQuery.Builder();
    parts.forEach(spelled -> whole.add(Spellings.either(field, spelled), Occur.SHOULD));
    whole.setMinimumNumberShouldMatch(enough(parts.size()));
    if (!parts.isEmpty()) {
      any.add(new BoostQuery(whole.build(), weight), Occur.SHOULD);
    }
  }

  // Of three words one may be missing, of five two: people type more than a text says.
  private static int enough(int words) {
    return words < 3 ? words : (words + 2) / 2;
  }
}
