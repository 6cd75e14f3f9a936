package org.konbit.web;

import java.util.List;

/**
 * The first page a reader sees.
 *
 * @param news what is new, the newest first
 */
public record HomePage(PageFrame frame, List<HomeNews.Piece> news) implements Page {
  public HomePage {
    news = List.copyOf(news);
  }
}
