package org.konbit.toolkit.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.br.BrazilianAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts texts into words as each language wants it. A field's name ends with its language. */
final class Analysis extends DelegatingAnalyzerWrapper {
  private static final Analyzer FOLDED =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          var words = new StandardTokenizer();
          return new TokenStreamComponents(
              words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        }
      };

  // Creole and Vietnamese words do not bend, so that nothing is cut off them.
  private static final Map<String, Analyzer> ANALYZERS =
      Map.of(
          "en", new EnglishAnalyzer(),
          "es", new SpanishAnalyzer(),
          "pt-BR", new BrazilianAnalyzer(),
          "zh-Hans", new CJKAnalyzer(),
          "ar", new ArabicAnalyzer());

  Analysis() {
    super(PER_FIELD_REUSE_STRATEGY);
  }

  @Override
  protected Analyzer getWrappedAnalyzer(String field) {
    return ANALYZERS.getOrDefault(field.substring(field.indexOf('_') + 1), FOLDED);
  }

  /** The words of a text as a field holds them. */
  List<String> words(String field, String text) {
    var words = new ArrayList<String>();
    try (var stream = tokenStream(field, text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        words.add(term.toString());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
