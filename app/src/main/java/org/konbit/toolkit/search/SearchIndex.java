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
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * An index in memory. It is made whole and never changed; what changes gets a new one. Safe for
 * many threads.
 */
public final class SearchIndex {
  private static final String REFERENCE = "reference";
  private static final String TITLE = "title_en";
  private static final String TEXT = "text_en";
  private static final String WORDS = "words_";
  private static final int MOST_WORDS = 8;
  private static final int FIRST_LETTERS = 1;
  private static final int MOST_SPELLINGS = 20;

  private final Analysis analysis = new Analysis();
  private final IndexSearcher searcher;

  private SearchIndex(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /** The index of some things. */
  public static SearchIndex of(Collection<Indexed> things) {
    var directory = new ByteBuffersDirectory();
    try (var writer = new IndexWriter(directory, new IndexWriterConfig(new Analysis()))) {
      for (var thing : things) {
        writer.addDocument(document(thing));
      }
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
    var any = new BooleanQuery.Builder();
    add(any, TITLE, word, 4);
    add(any, TEXT, word, 1);
    add(any, WORDS + tag, word, 3);
    return any.build();
  }

  private void add(BooleanQuery.Builder any, String field, String word, float weight) {
    var whole = new BooleanQuery.Builder();
    var parts = analysis.words(field, word); // Chinese writes several words without a gap
    parts.forEach(each -> whole.add(spelled(field, each), Occur.SHOULD));
    whole.setMinimumNumberShouldMatch(enough(parts.size()));
    var made = whole.build();
    if (!made.clauses().isEmpty()) {
      any.add(new BoostQuery(made, weight), Occur.SHOULD);
    }
  }

  private static Query spelled(String field, String word) {
    int mistakes = mistakes(word);
    var exact = new TermQuery(new Term(field, word));
    if (mistakes == 0) {
      return exact;
    }
    var either = new BooleanQuery.Builder();
    either.add(new BoostQuery(exact, 4), Occur.SHOULD);
    either.add(
        new FuzzyQuery(new Term(field, word), mistakes, FIRST_LETTERS, MOST_SPELLINGS, true),
        Occur.SHOULD);
    return either.build();
  }

  // Of three words one may be missing, of five two: people type more than a text says.
  private static int enough(int words) {
    return words < 3 ? words : (words + 2) / 2;
  }

  // None is forgiven in a short word, which would become another.
  private static int mistakes(String word) {
    int letters = word.codePointCount(0, word.length());
    return letters < 4 ? 0 : letters < 8 ? 1 : 2;
  }
}
