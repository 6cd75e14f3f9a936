package org.konbit.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.util.automaton.CompiledAutomaton;

/**
 * What words of an index somebody may have meant. To find words with mistakes in them costs a
 * thousand times what finding a word does: it is done once a word, not once a field, and only where
 * the word stands nowhere.
 */
public final class Spellings {
  private static final int FIRST_LETTERS = 1;
  private static final int MOST = 20;
  private static final int SHORTEST_THAT_BENDS = 5;

  private final IndexReader reader;

  public Spellings(IndexReader reader) {
    this.reader = reader;
  }

  /** Whether a word stands in one of some fields. */
  public boolean stands(List<String> fields, String word) {
    return fields.stream().anyMatch(field -> count(field, word) > 0);
  }

  /** The words of some fields that are nearest to one with mistakes in it, the commonest first. */
  public List<String> near(List<String> fields, String word) {
    for (int mistakes = 1; mistakes <= forgiven(word); mistakes++) {
      var found = within(fields, word, mistakes, FIRST_LETTERS);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** The forms of a word that stand in some fields and that end otherwise: {@code abogada}. */
  public List<String> bent(List<String> fields, String word) {
    int letters = letters(word);
    return letters < SHORTEST_THAT_BENDS
        ? List.of()
        : within(fields, word, 1, letters - 1).stream().filter(each -> !each.equals(word)).toList();
  }

  /** Asks for any of some words in a field as if they were one. */
  public static Query either(String field, List<String> words) {
    var either = new SynonymQuery.Builder(field);
    words.forEach(word -> either.addTerm(new Term(field, word)));
    return either.build();
  }

  private List<String> within(List<String> fields, String word, int mistakes, int firstLetters) {
    var automaton = FuzzyQuery.getFuzzyAutomaton(word, mistakes, firstLetters, true);
    var counts = new HashMap<String, Integer>();
    fields.forEach(field -> count(field, automaton, counts));
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Integer> each) -> -each.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void count(String field, CompiledAutomaton words, Map<String, Integer> counts) {
    try {
      var terms = MultiTerms.getTerms(reader, field);
      if (terms == null) {
        return;
      }
      var found = words.getTermsEnum(terms);
      for (var term = found.next(); term != null; term = found.next()) {
        counts.merge(term.utf8ToString(), found.docFreq(), Integer::sum);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int count(String field, String word) {
    try {
      return reader.docFreq(new Term(field, word));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // None is forgiven in a short word, which would become another.
  private static int forgiven(String word) {
    int letters = letters(word);
    return letters < 4 ? 0 : letters < 8 ? 1 : 2;
  }

  private static int letters(String word) {
    return word.codePointCount(0, word.length());
  }
}
