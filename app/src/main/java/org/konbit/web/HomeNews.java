package org.konbit.web;

import java.util.List;
import org.konbit.language.Texts;

/** What the front door tells of what is new. A higher module offers a bean of this type. */
public interface HomeNews {
  /**
   * Something new.
   *
   * @param address its page
   * @param day its date, as {@code datetime} takes it
   * @param date the same in the reader's words
   * @param language the language of its title, where that is not the reader's
   */
  record Piece(String address, String title, String day, String date, String language) {
    /** Whether the title is in another language than the page. */
    public boolean isForeign() {
      return !language.isEmpty();
    }
  }

  /** The newest, first. */
  List<Piece> latest(Texts t, int most);
}
