package org.konbit.directory.search;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Gives the index the words that {@link Words} finds. */
final class WordStream extends Tokenizer {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private Iterator<String> words = List.<String>of().iterator();
  private boolean isRead;

  static Analyzer analyzer() {
    return new Analyzer() {
      @Override
      protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(new WordStream());
      }
    };
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!isRead) {
      var text = new StringWriter();
      input.transferTo(text);
      words = Words.of(text.toString()).iterator();
      isRead = true;
    }
    if (!words.hasNext()) {
      return false;
    }
    clearAttributes();
    term.append(words.next());
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    isRead = false;
  }
}
