package org.konbit.toolkit.web;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndContentImpl;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndEntryImpl;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndLinkImpl;
import com.rometools.rome.feed.synd.SyndPersonImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedOutput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A feed as RSS, as Atom and as JSON. */
final class Syndication {
  private Syndication() {}

  /** {@code rss_2.0} or {@code atom_1.0}. */
  static String xml(Announced announced, String type) {
    var feed = new SyndFeedImpl();
    feed.setFeedType(type);
    feed.setTitle(announced.title());
    feed.setDescription(announced.title());
    feed.setLink(announced.home());
    feed.setUri(announced.self());
    if (type.startsWith(
        "atom")) { // which asks for an author, and RSS for an address we do not give
      var author = new SyndPersonImpl();
      author.setName(announced.author());
      feed.setAuthors(List.of(author));
      feed.setLinks(List.of(link("alternate", announced.home()), link("self", announced.self())));
    }
    feed.setLanguage(announced.language());
    feed.setPublishedDate(
        Date.from(
            announced.entries().stream()
                .map(Announced.Entry::day)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH)));
    feed.setEntries(new ArrayList<>(announced.entries().stream().map(Syndication::entry).toList()));
    try {
      return new SyndFeedOutput().outputString(feed);
    } catch (FeedException e) {
      throw new IllegalStateException("A feed could not be written.", e);
    }
  }

  private static SyndLink link(String rel, String address) {
    var link = new SyndLinkImpl();
    link.setRel(rel);
    link.setHref(address);
    return link;
  }

  private static SyndEntry entry(Announced.Entry told) {
    var entry = new SyndEntryImpl();
    entry.setUri(told.address());
    entry.setLink(told.address());
    entry.setTitle(told.title());
    entry.setPublishedDate(Date.from(told.day()));
    entry.setUpdatedDate(Date.from(told.day()));
    entry.setDescription(plain(told.summary()));
    return entry;
  }

  private static SyndContent plain(String text) {
    var content = new SyndContentImpl();
    content.setType("text/plain");
    content.setValue(text);
    return content;
  }

  /** JSON Feed 1.1. */
  static Map<String, Object> json(Announced announced) {
    var feed = new LinkedHashMap<String, Object>();
    feed.put("version", "https://jsonfeed.org/version/1.1");
    feed.put("title", announced.title());
    feed.put("home_page_url", announced.home());
    feed.put("feed_url", announced.self());
    feed.put("language", announced.language());
    feed.put("authors", List.of(Map.of("name", announced.author())));
    feed.put("items", announced.entries().stream().map(Syndication::item).toList());
    return feed;
  }

  private static Map<String, Object> item(Announced.Entry told) {
    return Map.of(
        "id", told.address(),
        "url", told.address(),
        "title", told.title(),
        "content_text", told.summary(),
        "language", Items.WRITTEN_IN,
        "date_published", told.day().toString());
  }
}
